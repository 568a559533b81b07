import type { z } from 'zod'
import { caseTypeByKey } from '../cases/queries/case-types.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import { updateSettings } from '../tenants/commands.ts'
import { settingsNow } from '../tenants/queries.ts'
import { hearOfPayment } from './commands/hear-of-payment.ts'
import type { Payment } from './model.ts'
import { PaymentNews, PaymentSettings, PaymentView } from './schema.ts'

const about = { tag: 'payments', access: 'staff' } as const

const settingsOf = async (ctx: Ctx): Promise<z.infer<typeof PaymentSettings>> => {
  mustSee(ctx)
  return PaymentSettings.parse(await settingsNow(ctx))
}

export const paymentRoutes: Endpoint[] = [
  endpoint('POST /v1/payments', {
    ...about,
    summary: 'Tell how a payment stands',
    description:
      'For your own shop. A payment that is not credited in time, or pending for too long, or whose webhook failed, becomes a critical case by itself, and its customer is told before they ask (`PUT /v1/payment-settings` says after how long, and of which case type).',
    body: PaymentNews,
    passesOver: true,
    answer: PaymentView,
    also: { 409: 'This business has its payments not watched' },
    handle: async (ctx, { body }) => present(await hearOfPayment(ctx, body)),
  }),
  endpoint('GET /v1/payment-settings', {
    ...about,
    summary: 'When a payment becomes a case',
    answer: PaymentSettings,
    shared: true,
    handle: settingsOf,
  }),
  endpoint('PUT /v1/payment-settings', {
    ...about,
    summary: 'Change when a payment becomes a case',
    description: SEEN,
    body: PaymentSettings,
    answer: PaymentSettings,
    also: { 403: 'Only admins and managers', ...changedMeanwhile },
    shared: settingsOf,
    handle: async (ctx, { body }) => {
      const { payments } = body
      if (payments && !(await caseTypeByKey(ctx, payments.caseType)))
        throw new Refusal('case_type_unknown', { type: payments.caseType }, 'payments.caseType')
      return PaymentSettings.parse(await updateSettings(ctx, { payments }))
    },
  }),
]

const present = ({ paymentId, state, since, contactId, caseId }: Payment): z.input<typeof PaymentView> => ({
  paymentId,
  state,
  since: since.toISOString(),
  contactId,
  caseId,
})
