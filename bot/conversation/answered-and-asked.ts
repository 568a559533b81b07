import type { Draft } from '../../api/conversations/schema.ts'
import type { SlotName } from '../../api/triage/understanding.ts'
import { agreesInWords, agreesToAll, besidesYes, saysOnlyYes, sendsAll } from './words/agrees.ts'
import { readNamedDayOfMonth } from './words/bare-answers.ts'
import type { CustomerTurn } from './customer-turn.ts'
import { asksToChange } from './words/set-words.ts'
import { type ToldAndAsked, toldAndAsked } from './words/told-and-asked.ts'

/** A question that speaks of these asks whether they are possible: it may be the wish itself. */
const WISHED: SlotName[] = ['date', 'time', 'party_size', 'duration_nights', 'amount', 'phone', 'email', 'budget']

const POSSIBLE =
  /ได้(?:ไหม|มั้ย|มั๊ย|ปะ|ป่ะ|ป่าว|หรือเปล่า|รึเปล่า)(?:คะ|ค่ะ|ครับ|คับ|นะ|[\s?])*$|\b(?:possible|ok(?:ay)?|available)\s*\?|(?:(?:いい|大丈夫|可能)です|でき(?:ます)?)か|可以[吗嗎]/i

/** 'At Yuzu, if that is possible?': a place or a thing that is wished for, put as a question. */
export const isWishPut = (asked: string, { venue, item }: { venue?: unknown; item?: unknown }): boolean =>
  POSSIBLE.test(asked) && (venue !== undefined || item !== undefined)

/**
 * 'Mixed will do. How much is it?', over what was read back: a yes whose question waits for its answer sends nothing yet. What is asked, where the rest is
 * nothing but a yes; 'good, send it' says in so many words that it is not to wait.
 */
export function asksBesideYes({ said, slotsFor }: CustomerTurn, draft: Draft): string | undefined {
  const both = draft.asked === 'agreed' ? toldAndAsked(said) : undefined
  if (!both || asksToChange(both.asked)) return undefined
  const asked = slotsFor(both.asked, draft.kind)
  if (sendsAll(both.told)) return undefined
  const isYes = agreesToAll(both.told) || saysOnlyYes(both.told) || agreesInWords(both.told)
  const isKnown = Object.entries(slotsFor(both.told, draft.kind)).every(([name, found]) =>
    found?.every((it) => it.value === draft.answers[name]),
  )
  return isYes && isKnown && !isWishPut(both.asked, asked) ? both.asked : undefined
}

/** '3 of us. Is lunch included?', in the middle of a booking: what answers the question that waits, and what is asked beside it. */
export function answersAndAsks({ said, slotsFor }: CustomerTurn, draft: Draft): ToldAndAsked | undefined {
  const both = toldAndAsked(said)
  if (!both || asksToChange(both.asked)) return undefined
  const asked = slotsFor(both.asked, draft.kind)
  if (isWishPut(both.asked, asked) || WISHED.some((name) => asked[name] !== undefined)) return undefined
  const tells = Object.keys(slotsFor(both.told, draft.kind)).length > 0
  const sends = draft.asked === 'agreed' && sendsAll(both.told)
  if (sends) return both
  return tells || readNamedDayOfMonth(both.told) !== undefined
    ? { ...both, told: toldWithoutYes(both.told, draft) }
    : undefined
}

/** Of 'yes, that's it. Somsak. When does it start?' the name alone: nothing is sent before it is answered. */
const toldWithoutYes = (told: string, draft: Draft): string =>
  draft.asked === 'agreed' ? (besidesYes(told) ?? told) : told
