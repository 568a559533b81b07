import { noteQuestion } from '../../api/knowledge/commands/note-question.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { answerIfKnown } from '../dialogues/answer-question.ts'
import { helpBy, personAct } from '../dialogues/small-matters.ts'
import { text } from '../messages.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { questionsIn } from './words/questions-in.ts'

const MOST = 3
/** What may well be nothing but questions, whatever the engine makes of several at once. */
const ASKS: Understanding['intent'][] = ['question', 'other', 'smalltalk', 'status_query']
const WISH_BELOW = 0.8

/**
 * 'What is the dress code? And how late can I cancel?': each is answered, and of what nobody knows they read so. Nothing where none of them is known,
 * or where one answer holds them all.
 */
export async function answersSeveral(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  if (turn.state.draft || it.severity === 'critical') return undefined
  if (!ASKS.includes(it.intent) && it.intentConfidence >= WISH_BELOW) return undefined
  const questions = questionsIn(turn.said)
  if (questions.length < 2 || questions.length > MOST) return undefined
  // what a model said of the whole message is not said of its parts
  const { meant: _, ...rest } = turn
  const [told, open]: [string[], string[]] = [[], []]
  let known: Answer | undefined
  for (const said of questions) {
    const one = await answerIfKnown({ ...rest, said }, 'no guess')
    const [first] = one?.say ?? []
    const words = first && 'text' in first ? first.text : undefined
    if (words === undefined) open.push(said)
    else if (!told.includes(words)) {
      told.push(words)
      known = one
    }
  }
  if (!known || told.length + open.length < 2) return undefined
  for (const said of open)
    noteQuestion(turn.ctx, {
      conversationId: turn.conversationId,
      language: turn.language,
      text: said,
      asker: turn.contactName,
      saidFrom: turn.at,
    })
  const words = [...told, ...(open.length > 0 ? [turn.copy.knowledge.notThis(open.join(' · '))] : [])].join('\n\n')
  const said = answer(turn, [text(words, [personAct(turn)])], open.length > 0 ? helpBy(turn, 'person') : {})
  return known.state.spokenOf ? { ...said, state: { ...said.state, spokenOf: known.state.spokenOf } } : said
}
