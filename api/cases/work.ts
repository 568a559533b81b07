import { z } from 'zod'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { actOnCase } from './act-on-case.ts'
import { caseAnsweredOutside } from './commands/answered-outside.ts'
import { askCustomer } from './commands/ask-customer.ts'
import { escalateCase } from './commands/escalate-case.ts'
import { linkOrder, unlinkOrder } from './commands/link-order.ts'
import { notACase } from './commands/not-a-case.ts'
import { retypeCase } from './commands/retype-case.ts'
import { setProvider } from './commands/set-provider.ts'
import { setSeverity } from './commands/set-severity.ts'
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
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, askCustomer),
  }),
  endpoint('POST /v1/cases/:caseId/type', {
    ...about,
    summary: 'Change the case type',
    description: 'Severity and deadline become those of the type; the time already used stays used.',
    params: CaseId,
    body: RetypeInput,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, retypeCase),
  }),
  endpoint('POST /v1/cases/:caseId/severity', {
    ...about,
    summary: 'Change the severity',
    description: 'The deadline follows. When it becomes critical the staff groups are told.',
    params: CaseId,
    body: SeverityInput,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, setSeverity),
  }),
  endpoint('POST /v1/cases/:caseId/provider', {
    ...about,
    summary: 'Say who outside has to fix it',
    params: CaseId,
    body: ProviderInput,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, setProvider),
  }),
  endpoint('POST /v1/cases/:caseId/orders', {
    ...about,
    summary: 'Link an order',
    description: 'A number that was named is kept as it is: it proves nothing and discloses nothing.',
    params: CaseId,
    body: OrderInput,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, linkOrder),
  }),
  endpoint('DELETE /v1/cases/:caseId/orders/:order', {
    ...about,
    summary: 'Unlink an order',
    params: CaseId.extend({ order: z.string().min(1).max(60) }),
    handle: (ctx, { params }) => actOnCase(ctx, params, unlinkOrder),
  }),
  endpoint('POST /v1/cases/:caseId/escalate', {
    ...about,
    summary: 'Escalate to a lead',
    description: 'To whom the tenant named, else a manager or admin, first who is on shift. It becomes high at least.',
    params: CaseId,
    body: EscalateInput,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...(body.why && { why: body.why }) }, escalateCase),
  }),
  endpoint('POST /v1/cases/:caseId/not-a-case', {
    ...about,
    summary: 'The bot was mistaken: this is no case',
    description: 'It is closed with the cause `not_a_case` and nobody is told. The engine learns what the message was.',
    params: CaseId,
    body: MistakenInput,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, notACase),
  }),
  endpoint('POST /v1/cases/:caseId/answered-outside', {
    ...about,
    summary: 'The customer was answered elsewhere',
    description: 'By telephone, or in LINE’s own app: the first response is made.',
    params: CaseId,
    handle: (ctx, { params }) => actOnCase(ctx, params, caseAnsweredOutside),
  }),
]
