import { z } from 'zod'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { caseAnsweredOutside } from './commands/answered-outside.ts'
import { askCustomer } from './commands/ask-customer.ts'
import { escalateCase } from './commands/escalate-case.ts'
import { linkOrder, unlinkOrder } from './commands/link-order.ts'
import { notACase } from './commands/not-a-case.ts'
import { retypeCase } from './commands/retype-case.ts'
import { setProvider } from './commands/set-provider.ts'
import { setSeverity } from './commands/set-severity.ts'
import { presentOne } from './presenter.ts'
import {
  AskInput,
  CaseView,
  EscalateInput,
  MistakenInput,
  OrderInput,
  ProviderInput,
  RetypeInput,
  SeverityInput,
} from './schema.ts'

const about = {
  tag: 'cases',
  access: 'staff',
  answer: CaseView,
  also: { 403: 'Your role may not', 404: 'No such case', 409: 'Not in its present state' },
} as const
const CaseId = z.object({ caseId: z.uuid() })

/** What is done to a case while it is worked on: the same acts as in the staff group. */
export const caseWorkRoutes: Endpoint[] = [
  endpoint('POST /v1/cases/:caseId/ask', {
    ...about,
    summary: 'Ask the customer, and wait for the answer',
    description:
      'The words go to the customer’s own chat at once; the case waits for the customer. An API key assigns a new case first.',
    params: CaseId,
    body: AskInput,
    handle: async (ctx, { params, body }) => presentOne(ctx, await askCustomer(ctx, { ...params, ...body })),
  }),
  endpoint('POST /v1/cases/:caseId/type', {
    ...about,
    summary: 'Change the case type',
    description: 'Severity and deadline become those of the type; the time already used stays used.',
    params: CaseId,
    body: RetypeInput,
    handle: async (ctx, { params, body }) => presentOne(ctx, await retypeCase(ctx, { ...params, ...body })),
  }),
  endpoint('POST /v1/cases/:caseId/severity', {
    ...about,
    summary: 'Change the severity',
    description: 'The deadline follows. When it becomes critical the staff groups are told.',
    params: CaseId,
    body: SeverityInput,
    handle: async (ctx, { params, body }) => presentOne(ctx, await setSeverity(ctx, { ...params, ...body })),
  }),
  endpoint('POST /v1/cases/:caseId/provider', {
    ...about,
    summary: 'Say who outside has to fix it',
    params: CaseId,
    body: ProviderInput,
    handle: async (ctx, { params, body }) => presentOne(ctx, await setProvider(ctx, { ...params, ...body })),
  }),
  endpoint('POST /v1/cases/:caseId/orders', {
    ...about,
    summary: 'Link an order',
    description: 'A number that was named is kept as it is: it proves nothing and discloses nothing.',
    params: CaseId,
    body: OrderInput,
    handle: async (ctx, { params, body }) => presentOne(ctx, await linkOrder(ctx, { ...params, ...body })),
  }),
  endpoint('DELETE /v1/cases/:caseId/orders/:order', {
    ...about,
    summary: 'Unlink an order',
    params: CaseId.extend({ order: z.string().min(1).max(60) }),
    handle: async (ctx, { params }) => presentOne(ctx, await unlinkOrder(ctx, params)),
  }),
  endpoint('POST /v1/cases/:caseId/escalate', {
    ...about,
    summary: 'Escalate to a lead',
    description: 'To whom the tenant named, else a manager or admin, first who is on shift. It becomes high at least.',
    params: CaseId,
    body: EscalateInput,
    handle: async (ctx, { params, body }) =>
      presentOne(ctx, await escalateCase(ctx, { ...params, ...(body.why && { why: body.why }) })),
  }),
  endpoint('POST /v1/cases/:caseId/not-a-case', {
    ...about,
    summary: 'The bot was mistaken: this is no case',
    description: 'It is closed with the cause `not_a_case` and nobody is told. The engine learns what the message was.',
    params: CaseId,
    body: MistakenInput,
    handle: async (ctx, { params, body }) => presentOne(ctx, await notACase(ctx, { ...params, ...body })),
  }),
  endpoint('POST /v1/cases/:caseId/answered-outside', {
    ...about,
    summary: 'The customer was answered elsewhere',
    description: 'By telephone, or in LINE’s own app: the first response is made.',
    params: CaseId,
    handle: async (ctx, { params }) => presentOne(ctx, await caseAnsweredOutside(ctx, params)),
  }),
]
