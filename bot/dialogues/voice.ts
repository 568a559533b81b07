import { forgetTranscripts } from '../../api/conversations/commands/forget-transcript.ts'
import { stateWithout } from '../../api/conversations/commands/forget-words.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import { notifyStaff } from '../../api/notifications/commands.ts'
import type { Act, Worded } from '../../api/outbox/schema.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { isMisheard } from '../conversation/words/set-words.ts'
import { text } from '../messages.ts'
import { cut } from '../cut.ts'
import { menuActs, personAct } from './small-matters.ts'

const MOST_SAID_BACK = 300

/** A voice note of this turn, with what was heard in it. */
export type Note = { messageId: string; words: string | undefined }

/**
 * What a turn with voice notes came to: the customer reads what was heard and can say that it is not so; what nobody could hear, people are
 * asked to listen to.
 */
export async function withVoice(turn: CustomerTurn, notes: Note[], said: Answer): Promise<Answer> {
  const { heard: _, ...state } = said.state
  const heard = notes.filter((it) => it.words !== undefined)
  const unheard = notes.length > heard.length
  if (unheard && !said.caseId && !said.bookingId)
    await notifyStaff(turn.ctx, { event: 'conversation.voice_unheard', conversationId: turn.conversationId })
  const { voice } = turn.copy
  const beside = unheard && turn.said ? headed([voice.unheard.beside()], [], said.say) : said.say
  if (heard.length === 0) return { ...said, say: beside, state }
  const messageIds = heard.map((it) => it.messageId)
  const { draft, parked, clarifying, about } = turn.state
  return {
    ...said,
    say: headed(
      heard.map((it) => voice.heard(cut(it.words ?? '', MOST_SAID_BACK))),
      [turn.tap(voice.notIt, 'misheard', ...messageIds)],
      beside,
    ),
    state: {
      ...state,
      heard: {
        messageIds,
        at: turn.ctx.now.toISOString(),
        asksElse: said.say.some((it) => actsOf(it).some((act) => act.do !== 'open')),
        before: {
          ...(draft && { draft }),
          ...(parked && { parked }),
          ...(clarifying && { clarifying }),
          ...(about && { about }),
        },
      },
    },
  }
}

/** The customer says that this is not what they said: nothing of it counts any more, and people listen to the recording. */
export async function misheard(turn: CustomerTurn, messageIds: string[]): Promise<Answer> {
  const { copy, ctx, conversationId } = turn
  const gone = await forgetTranscripts(ctx, { conversationId, messageIds })
  if (gone.length === 0) return answer(turn, [text(copy.voice.over(), menuActs(turn))])
  await notifyStaff(ctx, { event: 'conversation.voice_unheard', conversationId })
  for (const caseId of new Set(gone.flatMap((it) => it.caseId ?? [])))
    await notifyStaff(ctx, { event: 'case.detail_added', caseId })
  for (const bookingId of new Set(gone.flatMap((it) => it.bookingId ?? [])))
    await notifyStaff(ctx, { event: 'booking.detail_added', bookingId })
  return {
    ...answer(turn, [text(copy.voice.misheard(), [personAct(turn)])]),
    state: gone.reduce(stateWithout, asBefore(turn.state, messageIds)),
  }
}

/** What was under way before the words that nobody said; later, only the words themselves can be taken out of it. */
function asBefore(state: ConversationState, messageIds: string[]): ConversationState {
  const { heard, ...now } = state
  if (!heard || !messageIds.some((id) => heard.messageIds.includes(id))) return state
  const { draft: _, parked: __, clarifying: ___, about: ____, ...rest } = now
  return { ...rest, ...heard.before }
}

const ANSWERED_MS = 10 * 60_000

/** The same in words, or by a bare 'no' where nothing else was asked. */
export async function saysMisheard(turn: CustomerTurn): Promise<Answer | undefined> {
  const { heard } = turn.state
  if (!heard || turn.ctx.now.getTime() - Date.parse(heard.at) > ANSWERED_MS) return undefined
  const isNo = !heard.asksElse && readYesNo(turn.said) === 'no'
  return isNo || isMisheard(turn.said) ? misheard(turn, heard.messageIds) : undefined
}

/** Lines before everything else that is said, and what can be tapped about them after everything else. */
function headed(lines: string[], acts: Act[], say: Worded[]): Worded[] {
  const words = lines.join('\n')
  const [first, ...rest] = say
  const last = say.at(-1)
  if (!first || !last) return [text(words, acts)]
  if (last.type === 'image') return [text(words, acts), ...say]
  const told = 'text' in first ? [{ ...first, text: `${words}\n\n${first.text}` }, ...rest] : [text(words), ...say]
  return told.map((it, index) => (index === told.length - 1 && it.type !== 'image' ? withActs(it, acts) : it))
}

const actsOf = (it: Worded): Act[] => ('acts' in it ? (it.acts ?? []) : [])
const withActs = (it: Exclude<Worded, { type: 'image' }>, acts: Act[]): Worded =>
  acts.length > 0 ? { ...it, acts: [...actsOf(it), ...acts] } : it
