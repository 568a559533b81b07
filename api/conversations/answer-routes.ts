import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { InvalidInput } from '../http/problem.ts'
import { answerCustomer } from './commands/answer-customer.ts'
import { isAbout } from './queries.ts'
import { visibleConversation } from './queries/list-conversations.ts'
import { written } from '../written.ts'

const Answer = z.object({
  text: written(4_000),
  caseId: z.uuid().optional().meta({ description: 'The case it is about, which must be of this chat' }),
  bookingId: z.uuid().optional(),
})
const Sent = z.object({ conversationId: z.uuid(), at: z.iso.datetime() }).meta({ id: 'AnswerSent' })

/** A page of the desk writes to a customer: by the same command as the preview in the staff group. */
export const answerRoutes: Endpoint[] = [
  endpoint('POST /v1/conversations/:conversationId/messages', {
    summary: 'Write to the customer',
    description:
      'In the customer’s own chat, or in the customers’ group the matter was raised in. Only a signed-in member of staff may: the customer should be answered by somebody with a name, not by a key.',
    tag: 'conversations',
    access: 'staff',
    params: z.object({ conversationId: z.uuid() }),
    body: Answer,
    answer: Sent,
    status: 201,
    also: { 403: 'Only a signed-in member of staff may', 404: 'No such chat', 409: 'Nobody can be reached there' },
    handle: async (ctx, { params, body }) => {
      if (!(await visibleConversation(ctx, params.conversationId))) throw new Refusal('not_found')
      if (ctx.actor.kind !== 'staff') throw new Refusal('not_allowed', { action: 'answer' })
      const { caseId, bookingId, text } = body
      const about = { ...(caseId && { caseId }), ...(bookingId && { bookingId }) }
      for (const [field, id] of Object.entries(about))
        if (!(await isAbout(ctx, params.conversationId, id)))
          throw new InvalidInput([{ field, message: 'It was not raised in this chat' }])
      await answerCustomer(ctx, { ...params, ...about, text })
      return { conversationId: params.conversationId, at: ctx.now.toISOString() }
    },
  }),
]
