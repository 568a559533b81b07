import { z } from 'zod'
import { TenantSettings } from '../tenants/schema.ts'
import { written } from '../written.ts'
import { instantSchema } from '../instant.ts'

/** From what may still come to what is over: news that is not further along than what is known is old, and changes nothing. */
export const paymentStates = ['pending', 'failed', 'cancelled', 'paid', 'credited'] as const
export type PaymentState = (typeof paymentStates)[number]

const State = z.enum(paymentStates).meta({
  description:
    '`failed`: the payment’s own webhook failed or timed out, nobody knows whether money moved. `cancelled`: the customer gave it up',
})

export const PaymentNews = z.object({
  paymentId: written(100).meta({ description: 'Your own name for it. What is told twice or out of order counts once' }),
  state: State,
  happenedAt: instantSchema.optional().meta({ description: 'By your clock; now, where it is left out' }),
  orderId: written(100).optional(),
  amount: z
    .number()
    .min(0.000001)
    .lt(1e12)
    .optional()
    .meta({ description: 'As the customer was asked for it; only shown' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3,5}$/, 'Is a code of three to five capitals, such as THB')
    .optional(),
  customer: z
    .object({
      kind: z.enum(['line', 'whatsapp', 'email', 'phone', 'username', 'member', 'api']),
      value: written(200),
    })
    .optional()
    .meta({ description: 'An identity that is on file; whoever has a chat is told there' }),
})
export type PaymentNews = z.infer<typeof PaymentNews>

export const PaymentSettings = z
  .object({ payments: TenantSettings.shape.payments.unwrap().meta({ description: 'null = not watched' }) })
  .meta({ id: 'PaymentSettings' })

export const PaymentView = z
  .object({
    paymentId: z.string(),
    state: State,
    since: z.iso.datetime(),
    contactId: z.uuid().nullable(),
    caseId: z.uuid().nullable().meta({ description: 'The case that was opened for it, or that it joined' }),
  })
  .meta({ id: 'Payment' })
