import { openCase } from '../../cases/commands/open-case.ts'
import { chatOf, contactById } from '../../contacts/queries.ts'
import type { Ctx } from '../../context.ts'
import { tenantById } from '../../tenants/queries.ts'
import type { PaymentWatch } from '../../tenants/schema.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import { Payment } from '../model.ts'

/** Sets the clock of a payment's present state. What has had its time already becomes a case at once. */
export async function watchPayment(ctx: Ctx, it: Payment, watch: PaymentWatch): Promise<Payment> {
  const due = overdueAt(it, watch)
  if (due && due <= ctx.now) {
    cancelTimers(ctx, it.id, ['payment.overdue'])
    return openCaseFor(ctx, it, watch)
  }
  if (due) armTimer(ctx, 'payment.overdue', it.id, due)
  else cancelTimers(ctx, it.id, ['payment.overdue'])
  return it
}

/** The credit did not come, or the payment is still pending: a case, before the customer writes. */
export async function openOverdue(ctx: Ctx, paymentIds: string[]): Promise<void> {
  const watch = (await tenantById(ctx.tenantId)).settings.payments
  if (!watch) return
  const payments = await Payment.query(ctx.trx).findByIds(paymentIds).orderBy('id').forNoKeyUpdate()
  for (const it of payments) {
    const due = it.caseId ? undefined : overdueAt(it, watch)
    if (due && due <= ctx.now) await openCaseFor(ctx, it, watch)
  }
}

function overdueAt({ state, since }: Payment, watch: PaymentWatch): Date | undefined {
  const minutes = {
    pending: watch.pendingAtMost,
    paid: watch.creditedWithin,
    failed: 0,
    cancelled: null,
    credited: null,
  }
  const allowed = minutes[state]
  return allowed === null ? undefined : new Date(since.getTime() + allowed * 60_000)
}

async function openCaseFor(ctx: Ctx, it: Payment, { caseType }: PaymentWatch): Promise<Payment> {
  const tenant = await tenantById(ctx.tenantId)
  const contact = it.contactId ? await contactById(ctx, it.contactId) : undefined
  const chat = contact && (await chatOf(ctx, contact.id))
  const { case: opened } = await openCase(ctx, {
    type: caseType,
    severity: 'critical',
    ...(contact && { contactId: contact.id }),
    ...(chat && { conversationId: chat.id }),
    slots: {
      reference: it.paymentId,
      ...(it.orderId && { order_id: it.orderId }),
      ...(it.amount && { amount: amountOf(it, tenant.currency) }),
    },
    openedAt: ctx.now,
    source: 'payment',
    language: chat?.language ?? contact?.language ?? tenant.language,
    found: true,
  })
  return it.$query(ctx.trx).patchAndFetch({ caseId: opened.id, updatedAt: ctx.now })
}

const amountOf = ({ amount, currency }: Payment, usual: string): number | string =>
  currency && currency !== usual ? `${Number(amount)} ${currency}` : Number(amount)
