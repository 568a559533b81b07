import { contactOnFile } from '../../contacts/queries.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { mustWork } from '../../policy.ts'
import { tenantById } from '../../tenants/queries.ts'
import { caseTypeByKey } from '../../cases/queries/case-types.ts'
import { tellOfPayment } from '../../cases/commands/tell-of-payment.ts'
import { Payment } from '../model.ts'
import { type PaymentNews, paymentStates } from '../schema.ts'
import { watchPayment } from './watch-payment.ts'

/**
 * The business's own shop says how a payment stands. Told twice, or after what came later, it changes nothing. From here on the desk waits for the credit
 * by itself; while a case is open for the payment, staff hear how it goes on.
 */
export async function hearOfPayment(ctx: Ctx, news: PaymentNews): Promise<Payment> {
  mustWork(ctx, 'payments')
  const watch = (await tenantById(ctx.tenantId)).settings.payments
  if (!watch) throw new Refusal('payments_not_watched')
  if (!(await caseTypeByKey(ctx, watch.caseType)))
    throw new Refusal('case_type_unknown', { type: watch.caseType }, 'settings.payments.caseType')
  const known = await lockPayment(ctx, news.paymentId)
  if (known && !isFurther(news, known)) return known
  const heard = known ? await moveOn(ctx, known, news) : await keep(ctx, news)
  if (!heard.caseId) return watchPayment(ctx, heard, watch)
  await tellOfPayment(ctx, { caseId: heard.caseId, state: heard.state })
  return heard
}

const isFurther = (news: PaymentNews, known: Payment): boolean =>
  paymentStates.indexOf(news.state) > paymentStates.indexOf(known.state)

/** The payment, ours until the commit; the first to tell of it waits for nobody, and of two first ones the second sees what the other kept. */
async function lockPayment(ctx: Ctx, paymentId: string): Promise<Payment | undefined> {
  await ctx.trx.raw('select pg_advisory_xact_lock(727011, hashtext(?))', [`${ctx.tenantId} ${paymentId}`])
  return Payment.query(ctx.trx).findOne({ payment_id: paymentId }).forNoKeyUpdate()
}

const keep = async (ctx: Ctx, news: PaymentNews): Promise<Payment> =>
  Payment.query(ctx.trx)
    .insert({ id: ctx.newId(), tenantId: ctx.tenantId, paymentId: news.paymentId, ...(await told(ctx, news)) })
    .returning('*')

const moveOn = async (ctx: Ctx, known: Payment, news: PaymentNews): Promise<Payment> =>
  known.$query(ctx.trx).patchAndFetch({ ...(await told(ctx, news)), updatedAt: ctx.now })

/** What is left out of later news stays as it was. */
async function told(ctx: Ctx, { state, happenedAt, orderId, amount, currency, customer }: PaymentNews) {
  const said = happenedAt ? new Date(happenedAt) : ctx.now
  const contact = customer && (await contactOnFile(ctx, customer))
  return {
    state,
    // a clock that runs ahead gives nobody more time
    since: said < ctx.now ? said : ctx.now,
    ...(orderId && { orderId }),
    ...(amount && { amount: String(amount) }),
    ...(currency && { currency }),
    ...(contact && { contactId: contact.id }),
  }
}
