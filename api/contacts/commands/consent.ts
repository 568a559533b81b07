import type { Ctx } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import { Consent } from '../model.ts'

/** Raised whenever the meaning of the wording changes, in whatever language. */
const WORDING_VERSION = 1

/** Keeps what a person answered when they were asked, with the very words they were asked in. */
export async function answerConsent(
  ctx: Ctx,
  it: { contactId: string; conversationId: string; answer: 'given' | 'declined'; wording: string; language: Language },
): Promise<void> {
  await ctx.trx.raw(
    `insert into consents (id, tenant_id, contact_id, kind, answer, wording, wording_version, language, channel_id, answered_at)
     select ?::uuid, ?::uuid, ?::uuid, 'contact_details', ?, ?, ?::int, ?, channel_id, ?::timestamptz from conversations where id = ?`,
    [
      ctx.newId(),
      ctx.tenantId,
      it.contactId,
      it.answer,
      it.wording,
      WORDING_VERSION,
      it.language,
      ctx.now,
      it.conversationId,
    ] as never[],
  )
}

/** STOP or START, in the word that was said; or that the platform says so, by its number. */
export async function wantsMessages(
  ctx: Ctx,
  it: { contactId: string; channelId: string; wants: boolean; wording: string },
): Promise<void> {
  await Consent.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    contactId: it.contactId,
    kind: 'messages',
    answer: it.wants ? 'given' : 'declined',
    wording: it.wording,
    channelId: it.channelId,
    answeredAt: ctx.now,
  })
}

/** The person takes back that we keep how to reach them. What they agreed to, and until when, stays known. */
export async function withdrawConsents(ctx: Ctx, it: { contactId: string }): Promise<void> {
  await Consent.query(ctx.trx)
    .where({ contact_id: it.contactId, kind: 'contact_details', answer: 'given' })
    .whereNull('withdrawn_at')
    .patch({ withdrawnAt: ctx.now })
}
