import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { plainSlots } from './corrections.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'

const PLACES = ['venue', 'item', 'destination'] as const
const THERE =
  /\bthere\b|\bthat (?:one|place|course|class|trip|tour)\b|ที่(?:นั่น|นั้น|นี่|เดิม)|(?:อัน|ตัว|คลาส|ทริป|สนาม)นั้น|そこ|その(?:コース|ツアー|クラス)|那里|那裡|那边/i
const SPOKEN_OF_MS = 15 * 60_000

/** An answer that put one thing before them knows better than their words what is meant from now on. */
export const putsOneBefore = ({ state }: Answer, turn: CustomerTurn): boolean =>
  state.spokenOf !== undefined && state.spokenOf !== turn.state.spokenOf

/** What a question was about is what 'there' means a moment later. */
export function remembering(answered: Answer, it: Understanding, turn: CustomerTurn): Answer {
  const named = plainSlots(it.slots)
  const places = Object.fromEntries(PLACES.flatMap((name) => (named[name] === undefined ? [] : [[name, named[name]]])))
  if (Object.keys(places).length === 0 || putsOneBefore(answered, turn)) return answered
  return { ...answered, state: { ...answered.state, spokenOf: { places, at: turn.ctx.now.toISOString() } } }
}

/** Whether something was spoken of a moment ago. */
export const isSpokenOf = ({ state, ctx }: Pick<CustomerTurn, 'state' | 'ctx'>): boolean =>
  state.spokenOf !== undefined && ctx.now.getTime() - Date.parse(state.spokenOf.at) <= SPOKEN_OF_MS

/** 'Then book me in', right after a question about a class, names none: that one is meant, and is read back. */
export function spokenOf({ state, said, ctx }: CustomerTurn, it: Understanding): Record<string, AnswerValue> {
  const { spokenOf } = state
  if (!spokenOf || !isSpokenOf({ state, ctx })) return {}
  const namesNone =
    said.trim().length <= MOST_WORDS &&
    // who says when, how many and at what price speaks of something by itself
    Object.keys(it.slots).length < A_WISH_BY_ITSELF &&
    PLACES.every((name) => it.slots[name] === undefined)
  return THERE.test(said) || namesNone ? spokenOf.places : {}
}
/** 'Is there a tee time there on Saturday?', right after a complaint of a course: that one. */
export async function whereItHappened({
  ctx,
  said,
  state,
  contactId,
}: CustomerTurn): Promise<Record<string, AnswerValue>> {
  const caseId = state.about?.caseId
  if (!caseId || !THERE.test(said)) return {}
  const found = await caseById(ctx, caseId)
  if (found?.contactId !== contactId) return {}
  return Object.fromEntries(
    PLACES.flatMap((name) => {
      const place = found.slots[name]
      return typeof place === 'string' && place !== '' ? [[name, place]] : []
    }),
  )
}

const THEN =
  /ต่อ(?:ด้วย|ที่)|หลัง(?:จากนั้น|นวด|สปา|ออกรอบ|ตี|เล่น)|เสร็จแล้ว|จากนั้น|\b(?:after(?:wards| that| it)?|then|the same (?:day|evening|night)|that (?:day|evening|night))\b|(?:その|の)(?:あと|後)|同じ日|当日|然后|之后|之後|当天/i

/** 'And dinner after that', right after a spa was asked for: of the same day, until they say another; it is read back. */
export async function dayOfTheSame({
  ctx,
  said,
  state,
  contactId,
}: CustomerTurn): Promise<Record<string, AnswerValue>> {
  const bookingId = state.about?.bookingId
  if (!bookingId || !THEN.test(said)) return {}
  const before = await bookingById(ctx, bookingId)
  const day = before?.slots['date']
  const isLately = before && ctx.now.getTime() - before.requestedAt.getTime() <= SPOKEN_OF_MS
  return isLately && before.contactId === contactId && typeof day === 'string' ? { date: day } : {}
}

const MOST_WORDS = 60
const A_WISH_BY_ITSELF = 4
