import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems, type CatalogueItem } from '../../api/catalogue/queries.ts'
import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import { undoesBooked } from '../../api/cases/schema.ts'
import { DINES } from '../../api/triage/slots/wanted.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import type { Kind } from '../dialogues/booking-script.ts'
import { isCalledSo } from '../dialogues/kinds-of-things.ts'
import { withoutSort } from '../dialogues/kinds-of-things.ts'
import { kindMeant, meantOf, namesOf, oneMeant, waysToCall } from '../dialogues/things-meant.ts'
import { isFresh } from './clarify.ts'
import { BEYOND_DOUBT, type Course, courseOf } from './course.ts'
import type { CustomerTurn } from './customer-turn.ts'
import { asksToChange, looksAsked } from './words/set-words.ts'
import { wentWrong } from './words/wishes-only.ts'

/** What the engine made of the words leaves it open what is wanted. */
const OPEN: Course[] = ['unsure', 'unsure_which', 'not_understood', 'small_talk', 'ask_which_booking', 'ask_which_case']

/**
 * A business that has no examples yet is understood by what it calls its things: who speaks of what is on sale, in a part of its name or of a kind's, asks for it
 * or about it, and who speaks of a trouble by a part of its name has it. Of what the engine is sure it is not asked.
 */
export async function byWhatItNames(turn: CustomerTurn, it: Understanding): Promise<Understanding | undefined> {
  const { said, state, tenant } = turn
  if (state.draft || it.severity === 'critical') return undefined
  const among = await ofThosePutForward(turn, it)
  if (among) return among
  const course = courseOf(it, tenant.settings.sureFrom, said)
  if (course === 'begin_booking') return (await ofPlaceNamed(turn, it)) ?? withItem(turn, it)
  const isTroubled = course === 'unsure_which' && it.intent === 'case_report'
  const type = isTroubled ? await ofType(turn, it) : undefined
  if (type) return type
  if (isTroubled && !asksForIt(said)) return undefined
  if (wentWrong(said)) return IDLE.includes(course) && (await kindSpokenOf(turn, said)) ? asTrouble(it) : undefined
  const asks = looksAsked(said)
  const asksForOne = asks && asksForIt(said)
  if (!OPEN.includes(course) && !(asksForOne && course === 'answer_question')) return undefined
  const meant = await whatIsMeant(turn, said)
  if (meant) return asks && !asksForOne ? asQuestion(it) : asWish(turn, it, said, meant)
  const before = isFresh(turn) && state.clarifying?.choices?.[0]?.kind === 'booking' ? state.clarifying.text : undefined
  if (before === undefined || asks || wentWrong(before)) return undefined
  const told = `${before}\n${said}`
  const both = await whatIsMeant(turn, told)
  return both && asWish(turn, it, told, both)
}

/** 'A restaurant, I mean', to the kinds of booking that were put forward, and to no others. */
async function ofThosePutForward(turn: CustomerTurn, it: Understanding): Promise<Understanding | undefined> {
  const { clarifying } = turn.state
  const choices = isFresh(turn) ? clarifying?.choices : undefined
  if (!clarifying || !choices?.length || choices.some((one) => one.kind !== 'booking')) return undefined
  if (turn.said.length > BRIEF || wentWrong(turn.said) || looksAsked(turn.said)) return undefined
  const kinds = (await activeBookingKinds(turn.ctx)).filter(({ key }) => choices.some((one) => one.key === key))
  const called = kinds.filter((one) => isCalledSo(turn.said, one) || isToDoSo(turn.said, one))
  const kind = called.length === 1 ? called[0] : (await kindSpokenOf(turn, turn.said, kinds))?.kind
  if (!kind || (kind.key === it.bookingKind && it.labelConfidence === BEYOND_DOUBT)) return undefined
  return asWish(turn, it, `${clarifying.text}\n${turn.said}`, { kind })
}
const BRIEF = 40

/** What nobody heard anything in. */
const IDLE: Course[] = ['small_talk', 'not_understood']

/** 'Can I rent a bike tomorrow?', 直してもらえますか: a wish, put as a question. */
export const asksForIt = (said: string): boolean => ASKS_FOR_IT.test(said) || asksToChange(said)
const ASKS_FOR_IT =
  /\b(?:can|could|may) (?:i|we|you|someone|somebody|anyone) (?:please )?(?:get|have|rent|hire|order|buy|try|book|reserve|use|take|come|fix|repair|clean|deliver|bring|send|install|do|make|see)\b|\b(?:i|we)(?:'d| would) like\b|(?:借り|予約|直し|修理し|お願い|注文|購入|利用|使っ|使え|届け|取り付け|見|診|やっ|し)(?:て(?:もらえ|いただけ|くれ|ほし)|でき|られ|たい)|ขอ(?:จอง|เช่า|สั่ง|นัด|ลอง|ซื้อ|ซ่อม)|(?:จอง|เช่า|สั่ง|นัด|ลอง|ซ่อม)(?:ได้)?(?:ไหม|มั้ย|มั๊ย)/i

/** 'Squeeze three of us on at Naga Ridge': what takes place there, unless they say themselves what they would like. Where one is driven to says nothing of that. */
async function ofPlaceNamed(turn: CustomerTurn, it: Understanding): Promise<Understanding | undefined> {
  const named = [it.slots.venue, it.slots.item].flatMap((found) => found?.map(({ value }) => value) ?? [])
  if (named.length === 0 || (it.labelConfidence ?? 1) >= SURE_OF_KIND) return undefined
  const kinds = await activeBookingKinds(turn.ctx)
  const heard = kinds.find((one) => one.key === it.bookingKind)
  if (!heard || asksWhereTo(heard) || isCalledSo(turn.said, heard) || isToDoSo(turn.said, heard)) return undefined
  const items = await activeItems(
    turn.ctx,
    kinds.flatMap((one) => one.itemTypes),
  )
  const types = items.filter((item) => named.includes(item.name)).map((item) => item.type)
  if (types.length === 0 || types.some((type) => heard.itemTypes.includes(type))) return undefined
  const kind = kinds.find((one) => !asksWhereTo(one) && types.every((type) => one.itemTypes.includes(type)))
  return kind && asWish(turn, it, turn.said, { kind })
}
const SURE_OF_KIND = 0.97

/** 'Dinner at the golf resort' is no round of golf. */
const isToDoSo = (said: string, { names }: Kind): boolean =>
  VISITS.some((visit) => visit.test(said) && Object.values(names).some((name) => visit.test(name)))
const VISITS = [
  DINES,
  /(?<![a-z])spa(?![a-z])|massage|wellness|onsen|sauna|นวด|สปา|ออนเซ็น|スパ|マッサージ|温泉|エステ|按摩/i,
]

/** Which kind is wished for is clear: so may be which of its things, though its name was not said in full. */
async function withItem(turn: CustomerTurn, it: Understanding): Promise<Understanding | undefined> {
  const kind = (await activeBookingKinds(turn.ctx)).find((one) => one.key === it.bookingKind)
  if (
    !kind?.requiredSlots.includes('item') ||
    asksWhereTo(kind) ||
    CHOSEN_OTHERWISE.some((name) => kind.requiredSlots.includes(name))
  )
    return undefined
  if (it.slots.item || it.slots.venue || it.slots.destination) return undefined
  const item = await itemMeant(turn, turn.said, kind)
  return item && { ...it, slots: { ...it.slots, item: [{ text: turn.said, value: item.key }] } }
}
/** Where, or for how much, is what such a thing is chosen by. */
const CHOSEN_OTHERWISE = ['budget', 'venue']

/** Surely a trouble: of the types the one that they call by a part of its name. */
async function ofType({ ctx, said }: CustomerTurn, it: Understanding): Promise<Understanding | undefined> {
  const one = oneMeant(said, (await activeCaseTypes(ctx)).map(namesOf))
  const likely = it.alternatives.slice(0, MOST_LIKELY).some((other) => other.kind === 'case' && other.key === one?.key)
  if (!one || !likely) return undefined
  const { severity: _, severityReason: __, concerns: ___, ...rest } = it
  const sure = { labelConfidence: BEYOND_DOUBT, confidence: BEYOND_DOUBT }
  return it.caseType === one.key ? { ...it, ...sure } : { ...rest, ...sure, caseType: one.key }
}
const MOST_LIKELY = 3

type MeantHere = { kind: Kind; item?: CatalogueItem }

/** The kind of booking that the words speak of, by its name or by a thing of it. */
async function kindSpokenOf(
  turn: CustomerTurn,
  told: string,
  among?: readonly Kind[],
): Promise<{ kind: Kind; words: string[] } | undefined> {
  const kinds = among ?? (await activeBookingKinds(turn.ctx))
  const types = kinds.flatMap((it) => it.itemTypes)
  const items = await activeItems(turn.ctx, types)
  const one = kindMeant(
    told,
    kinds.map((kind) => ({
      ...namesOf(kind),
      items: items.filter((it) => kind.itemTypes.includes(it.type)).map(waysToCall),
    })),
  )
  const kind = kinds.find((it) => it.key === one?.key)
  return one && kind && { kind, words: one.words }
}

/** The same, where it is wished for, and the thing, where it is clear which. */
async function whatIsMeant(turn: CustomerTurn, told: string): Promise<MeantHere | undefined> {
  const { kind, words } = (await kindSpokenOf(turn, told)) ?? {}
  if (!kind || !words || asksWhereTo(kind) || (await isTrouble(turn, told, words))) return undefined
  const item = await itemMeant(turn, told, kind)
  return { kind, ...(item && { item }) }
}

/** What is chosen by where it goes is read by that, and hardly by its name. */
export const asksWhereTo = ({ requiredSlots, optionalSlots }: Kind): boolean =>
  requiredSlots.includes('destination') || optionalSlots.includes('destination')

/** Of what this kind is chosen from the only one that is clearly meant. */
async function itemMeant(turn: CustomerTurn, told: string, kind: Kind): Promise<CatalogueItem | undefined> {
  const items = kind.itemTypes.length > 0 ? await activeItems(turn.ctx, kind.itemTypes) : []
  const one = oneMeant(withoutSort(told), items.map(waysToCall))
  return one && items.find((it) => it.key === one.key)
}

/** The name of a trouble says more of what they tell: 'a stained dress' is no wish for one. */
async function isTrouble({ ctx }: CustomerTurn, told: string, wished: string[]): Promise<boolean> {
  const types = (await activeCaseTypes(ctx)).filter((it) => !undoesBooked(it))
  const troubles = meantOf(told, types.map(namesOf))
  return troubles.some(({ words }) => words.some((word) => !wished.some((one) => one.includes(word))))
}

/** Something that is on sale here was spoken of, and that it went wrong: of which type it is they are asked. */
function asTrouble(it: Understanding): Understanding {
  const { caseType: _, bookingKind: __, labelConfidence: ___, ...rest } = it
  return { ...rest, intent: 'case_report', intentConfidence: BEYOND_DOUBT, confidence: BEYOND_DOUBT }
}

/** Nothing is wished for yet: what is known of it is told. */
function asQuestion(it: Understanding): Understanding {
  const { caseType: _, bookingKind: __, labelConfidence: ___, ...rest } = it
  return { ...rest, intent: 'question', intentConfidence: BEYOND_DOUBT, confidence: BEYOND_DOUBT, alternatives: [] }
}

function asWish(turn: CustomerTurn, it: Understanding, told: string, { kind, item }: MeantHere): Understanding {
  const { caseType: _, severity: __, severityReason: ___, concerns: ____, unheard: _____, ...rest } = it
  const slots = turn.slotsFor(told, kind.key)
  return {
    ...rest,
    intent: 'booking_request',
    bookingKind: kind.key,
    intentConfidence: BEYOND_DOUBT,
    confidence: BEYOND_DOUBT,
    labelConfidence: BEYOND_DOUBT,
    slots: slots.item || !item ? slots : { ...slots, item: [{ text: told, value: item.key }] },
  }
}
