import { forgetInBooking } from '../../bookings/commands/forget-message.ts'
import { forgetInCase } from '../../cases/commands/forget-message.ts'
import type { Ctx } from '../../context.ts'
import { withoutReadFrom, withoutWords, withoutWordsIn } from '../../forgotten-words.ts'
import { forgetQuestions } from '../../knowledge/commands/forget-questions.ts'
import { forgetInOutbox } from '../../outbox/commands/forget-words.ts'
import { forgetExamples } from '../../triage/commands/examples.ts'
import { MessageRow } from '../model.ts'
import type { ConversationState, Draft } from '../schema.ts'

/** What a person took back, and what else they said that still stands: a detail that is in both stays. */
export type Forgotten = { words: string; stillSaid: string }

/** A transcript is forgotten when the customer says that it is not what they said. */
export type Why = 'withdrawn' | 'edited' | 'misheard'

const MOST_READ = 100

/** A message's words go from everywhere but the message itself: what quoted them, what was read from them, what was learned from them. */
export async function forgetWords(ctx: Ctx, it: MessageRow, words: string, why: Why): Promise<Forgotten> {
  const stillSaid = await stillSaidIn(ctx, it)
  const about = { conversationId: it.conversationId, caseId: it.caseId, bookingId: it.bookingId }
  if (words.trim()) {
    await forgetInOutbox(ctx, { words, since: it.happenedAt, ...about })
    await forgetExamples(ctx, { words, since: it.happenedAt })
    await forgetQuestions(ctx, { conversationId: it.conversationId, saidAt: it.happenedAt, words })
    if (it.gist) await forgetInOutbox(ctx, { words: it.gist, since: it.happenedAt, ...about })
  }
  if (it.caseId) {
    const read = await forgetInCase(ctx, { caseId: it.caseId, words, stillSaid, messageId: it.id, why })
    for (const value of read.forgotten)
      await forgetInOutbox(ctx, { words: value, since: it.happenedAt, naming: read.reference, ...about })
  }
  if (it.bookingId) await forgetInBooking(ctx, { bookingId: it.bookingId, messageId: it.id, why })
  return { words, stillSaid }
}

async function stillSaidIn(ctx: Ctx, { conversationId }: MessageRow): Promise<string> {
  const rows = await MessageRow.query(ctx.trx)
    .select('body')
    .where({ conversation_id: conversationId, direction: 'in' })
    .whereNull('removed_at')
    .whereNotNull('body')
    .orderBy('happened_at', 'desc')
    .limit(MOST_READ)
  return rows.map((row) => row.body).join('\n')
}

/** A conversation's unfinished business without what was taken back. */
export function stateWithout(state: ConversationState, forgotten: Forgotten): ConversationState {
  const { words, stillSaid } = forgotten
  const { draft, parked, clarifying, help, heard, replies, people, ...rest } = state
  const kept = (it: Draft): Draft => ({
    ...withoutWordsIn(it, words),
    answers: withoutReadFrom(it.answers, words, stillSaid),
    ...(it.behind && { behind: kept(it.behind) }),
  })
  const standing = Object.entries(replies ?? {}).filter(
    ([, it]) => !it.text || withoutWords(it.text, words) === it.text,
  )
  return {
    ...withoutWordsIn(rest, words),
    ...(draft && { draft: kept(draft) }),
    ...(parked && { parked: kept(parked) }),
    // what is offered to tap belongs to words that are gone
    ...(clarifying && withoutWords(clarifying.text, words) === clarifying.text && { clarifying }),
    ...(help && withoutWords(help.text, words) === help.text && { help }),
    ...(heard && { heard: { ...heard, before: stateWithout(heard.before, forgotten) } }),
    ...(replies && { replies: Object.fromEntries(standing) }),
    // in a customers' group everybody is in the middle of something of their own
    ...(people && {
      people: Object.fromEntries(
        Object.entries(people).map(([id, it]) => [id, { ...it, state: stateWithout(it.state, forgotten) }]),
      ),
    }),
  }
}
