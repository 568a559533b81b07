import { inTenant, system } from '../api/context.ts'
import { chatOfPicture, keepReading, type Reading } from '../api/conversations/commands/keep-reading.ts'
import type { Copying } from '../api/files/schema.ts'
import { notifyCustomer } from '../api/notifications/commands.ts'
import type { Language } from '../api/tenants/schema.ts'
import { readSlip } from '../api/triage/queries/read-slip.ts'
import { copyIn } from './copy/copy.ts'

type Seen = NonNullable<Awaited<ReturnType<typeof readSlip>>>

/** A picture of a customer that is a payment slip: what it says is asked back. Without a model, or an answer in time, it stays a picture. */
export async function lookForSlip(
  file: Pick<Copying, 'id' | 'tenantId'>,
  picture: { contentType: string; bytes: Buffer },
): Promise<void> {
  const place = await inTenant(file.tenantId, system, async (ctx) => {
    const chat = await chatOfPicture(ctx, { fileId: file.id })
    return chat && { ...chat, now: ctx.now }
  })
  if (!place) return
  const slip = await readSlip({ tenantId: file.tenantId, picture, now: place.now })
  if (!slip) return
  const { conversationId, messageId, language } = place
  await inTenant(file.tenantId, system, async (ctx) => {
    // people may have taken the chat over while it was read
    if (!(await chatOfPicture(ctx, { fileId: file.id }))) return
    if (!(await keepReading(ctx, place, readingOf(slip, language)))) return
    await notifyCustomer(ctx, conversationId, language, { event: 'slip.read', conversationId, facts: { messageId } })
  })
}

function readingOf({ amount, currency, paidAt, reference }: Seen, language: Language): Reading {
  const figures = amount.toLocaleString('en', { maximumFractionDigits: 2 })
  const unit = currency === 'THB' && language === 'th' ? 'บาท' : currency
  return {
    words: copyIn(language).slip.words({
      amount: unit ? `${figures} ${unit}` : figures,
      ...(paidAt && { at: paidAt }),
      ...(reference && { reference }),
    }),
    slots: { amount, ...(paidAt && { paid_at: paidAt }), ...(reference && { transfer_reference: reference }) },
  }
}
