import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { thinksItOver } from '../conversation/words/loose-words.ts'
import {
  asksIfBot,
  asksIfThere,
  asksWhatWeDo,
  isAnger,
  isLaughter,
  isWrongChat,
  saysSorry,
} from '../conversation/words/small-words.ts'
import { isVagueTrouble } from '../conversation/words/set-words.ts'
import { text } from '../messages.ts'
import { nameIn } from '../staff/cards.ts'
import { tellProgress } from './how-it-goes.ts'
import { greet, menuActs, personAct } from './small-matters.ts'

const MOST_NAMED = 6

/** A kind word for what is said in passing; what is angry is answered with where things stand, and a person. */
export async function smallWords(turn: CustomerTurn): Promise<Answer | undefined> {
  const { copy, said, state } = turn
  if (saysSorry(said) && (state.about || state.parked)) return answer(turn, [text(copy.small.noWorries())])
  if (isWrongChat(said)) return answer(turn, [text(copy.small.wrongChat())])
  if (asksIfBot(said)) return answer(turn, [text(copy.small.bot(turn.tenant.name), [personAct(turn)])])
  if (asksIfThere(said)) return weAreHere(turn)
  if (isLaughter(said)) return Object.keys(state).length > 0 ? answer(turn, []) : greet(turn)
  if (thinksItOver(said)) return answer(turn, [text(copy.small.noHurry())])
  if (asksWhatWeDo(said)) return whatWeDo(turn)
  return isAnger(said) && !isVagueTrouble(said) ? calm(turn) : undefined
}

/** Who waits for a case hears where it stands: others, that they can go on. */
export async function weAreHere(turn: CustomerTurn): Promise<Answer> {
  const told = turn.state.about?.caseId ? await tellProgress(turn) : undefined
  const [first, ...rest] = told?.say ?? []
  if (!told || !first) return answer(turn, [text(turn.copy.small.here(), menuActs(turn))])
  // of several matters all are told
  if (first.type !== 'text') return told
  const acts = [...(first.acts ?? []), personAct(turn)]
  return { ...told, say: [{ ...first, text: turn.copy.small.stillHere(first.text), acts }, ...rest] }
}

async function whatWeDo(turn: CustomerTurn): Promise<Answer> {
  const kinds = (await activeBookingKinds(turn.ctx)).slice(0, MOST_NAMED)
  const things = kinds.map((it) => nameIn(it.names, turn.language))
  return answer(turn, [text(turn.copy.small.whatWeDo({ name: turn.tenant.name, things }), menuActs(turn))])
}

/** Nobody who is angry about an open case is asked what it is about. */
async function calm(turn: CustomerTurn): Promise<Answer | undefined> {
  if (!turn.state.about?.caseId) return undefined
  const told = await tellProgress(turn)
  const [first, ...rest] = told?.say ?? []
  if (!told || first?.type !== 'text') return undefined
  const acts = [...(first.acts ?? []), personAct(turn)]
  return { ...told, say: [{ ...first, text: turn.copy.small.upset(first.text), acts }, ...rest] }
}
