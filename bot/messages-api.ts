import { z } from 'zod'
import { caseById } from '../api/cases/queries/cases-of-contact.ts'
import { bookingById } from '../api/bookings/queries/booking-in-full.ts'
import { contactOf } from '../api/contacts/commands.ts'
import { as, type Ctx, system } from '../api/context.ts'
import { channelForApi } from '../api/channels/commands.ts'
import { keepMessage } from '../api/conversations/commands/keep-message.ts'
import { openSession } from '../api/conversations/commands/open-session.ts'
import { openConversation } from '../api/conversations/commands/open-conversation.ts'
import { keepConversation, lockForTurn } from '../api/conversations/commands/keep-conversation.ts'
import type { ConversationState } from '../api/conversations/schema.ts'
import { type Endpoint, endpoint } from '../api/http/endpoint.ts'
import { Refusal } from '../api/errors.ts'
import { works } from '../api/policy.ts'
import { tenantById } from '../api/tenants/queries.ts'
import type { Tenant } from '../api/tenants/schema.ts'
import { type Triage, triageOf, type Words } from '../api/triage/queries.ts'
import { answeredIn, type Understanding } from '../api/triage/understanding.ts'
import type { Answer, CustomerTurn } from './conversation/customer-turn.ts'
import { decide } from './conversation/decide.ts'
import { keepThought } from './conversation/keep-thought.ts'
import { insteadOf } from './conversation/instead-of.ts'
import { isSetWords } from './conversation/words/set-words.ts'
import { copyIn } from './copy/copy.ts'
import { tapsOf } from './messages.ts'
import { plainWords } from './plain-words.ts'
import { written } from '../api/written.ts'

const Input = z.object({
  from: z
    .object({ id: written(150), name: written(100).optional() })
    .meta({ description: 'Who wrote, as the other channel knows them' }),
  text: written(5_000),
  language: z.enum(['th', 'en', 'ja']).optional(),
})

const Became = z
  .object({
    became: z.enum(['case', 'booking', 'answer']),
    intent: z.string(),
    intents: z.array(z.string()).meta({ description: 'Of all matters told in it' }),
    confidence: z.number(),
    engine: z.string(),
    language: z.enum(['th', 'en', 'ja']),
    case: z.object({ id: z.uuid(), reference: z.string(), severity: z.string(), status: z.string() }).nullable(),
    booking: z.object({ id: z.uuid(), reference: z.string(), stage: z.string() }).nullable(),
    reply: z.array(z.object({ text: z.string(), choices: z.array(z.string()) })),
  })
  .meta({ id: 'MessageBecame' })

function mustHandIn(ctx: Ctx): void {
  if (!works(ctx.actor)) throw new Refusal('not_allowed', { action: 'message' })
}

async function nowForWorkers(ctx: Ctx): Promise<Date> {
  mustHandIn(ctx)
  return ctx.now
}

/** Any other channel hands a message in and hears what it became; the dialogue is the one of the chats. */
export const messageRoutes = (publicUrl: string): Endpoint[] => [
  endpoint('POST /v1/messages', {
    summary: 'Hand a customer’s message to triage',
    description:
      'The same road as a chat message: it becomes a case, a booking or an answer. Choices are answered by sending their words. Repeat it safely with an Idempotency-Key.',
    tag: 'messages',
    access: 'staff',
    body: Input,
    passesOver: true,
    answer: Became,
    async serve(visit, { body }) {
      const { visitor } = visit
      if (!visitor) throw new Refusal('not_allowed')
      const [tenant, triage] = [await tenantById(visitor.tenantId), await triageOf(visitor.tenantId)]
      // a model is asked before the transaction begins, and only for somebody who may hand messages in
      const words: Words | undefined =
        triage.asksModels() && !isSetWords(body.text)
          ? {
              text: body.text,
              at: await visit.asVisitor(nowForWorkers),
              names: body.from.name ? [body.from.name] : [],
            }
          : undefined
      const thought = words && (await triage.decide(words))
      const handIn = (refused?: Refusal) =>
        visit.answerAsVisitor(async (ctx) => {
          mustHandIn(ctx)
          const understood = thought ?? triage.understand(body.text, ctx.now)
          return takeIn(ctx, { body, publicUrl, tenant, triage, words, understood, refused })
        })
      return handIn().catch((trouble: unknown) => {
        // who may hand nothing in is told so; a seat that is gone is the customer's matter, as in a chat
        if (!(trouble instanceof Refusal) || trouble.code === 'not_allowed' || trouble.code.startsWith('idempotency'))
          throw trouble
        return handIn(trouble)
      })
    },
  }),
]

type Handed = {
  body: z.infer<typeof Input>
  publicUrl: string
  tenant: Tenant
  triage: Triage
  words: Words | undefined
  understood: Understanding
  /** what came of it at first, and was taken back */
  refused: Refusal | undefined
}

/** The turn of a chat, with the API as its channel: the desk keeps it, the customer speaks, and the answer is handed back, not sent. */
async function takeIn(ctx: Ctx, it: Handed): Promise<z.infer<typeof Became>> {
  const { body, tenant, triage, understood } = it
  const desk = as(ctx, system)
  const { id, name } = body.from
  const contact = await contactOf(desk, { kind: 'api', value: id, ...(name && { name }) })
  const language = body.language ?? answeredIn(understood.language) ?? tenant.language
  const channelId = await channelForApi(desk, tenant.key)
  const conversationId = await openConversation(desk, {
    channelId,
    kind: 'direct',
    sourceId: `api:${id}`,
    contactId: contact.id,
  })
  const conversation = await lockForTurn(desk, conversationId)
  const spoken = openSession(desk, tenant, { ...conversation, channel: 'api' }, ctx.now)
  const customer = as(ctx, { kind: 'contact', id: contact.id })
  const kept = keepMessage(customer, {
    conversationId,
    sessionId: spoken.sessionId,
    direction: 'in',
    author: 'customer',
    kind: 'text',
    body: body.text,
    happenedAt: ctx.now,
  })
  const turn: CustomerTurn = {
    ctx: customer,
    tenant,
    language,
    copy: copyIn(language),
    tap: tapsOf({ tenant, now: ctx.now }),
    publicUrl: it.publicUrl,
    channelId,
    channelKey: `${tenant.key}-api`,
    conversationId,
    contactId: contact.id,
    contactName: contact.name,
    state: conversation.state as ConversationState,
    said: body.text,
    at: ctx.now,
    source: 'api',
    slotsFor: (words, kind) => triage.slotsFor(words, ctx.now, kind),
    slotsOfCase: (words, type) => triage.slotsOfCase(words, ctx.now, type),
  }
  const said = it.refused
    ? await insteadOf(turn, it.refused)
    : await decide(turn, understood, (words) => triage.understand(words, ctx.now))
  const { caseId, bookingId } = said
  Object.assign(kept, { caseId, bookingId })
  keepThought(desk, { triage, understood, words: it.words, conversationId, caseId, bookingId })
  await keepConversation(desk, { conversationId, state: said.state, language, spoken })
  return { ...whatWasUnderstood(understood), language, ...(await madeOf(ctx, said)), reply: said.say.map(plainWords) }
}

const whatWasUnderstood = (it: Understanding) => ({
  intent: it.intent,
  intents: (it.matters ?? [{ understood: it }]).map((matter) => matter.understood.intent),
  confidence: it.confidence,
  engine: it.engine,
})

/** The case or booking it led to; of the two the case counts. */
async function madeOf(ctx: Ctx, { caseId, bookingId }: Answer) {
  const opened = caseId ? await caseById(ctx, caseId) : undefined
  const booked = bookingId ? await bookingById(ctx, bookingId) : undefined
  return {
    became: opened ? ('case' as const) : booked ? ('booking' as const) : ('answer' as const),
    case: opened
      ? { id: opened.id, reference: opened.reference, severity: opened.severity, status: opened.status }
      : null,
    booking: booked ? { id: booked.id, reference: booked.reference, stage: booked.stage } : null,
  }
}
