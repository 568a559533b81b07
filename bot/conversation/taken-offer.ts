import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems, slotById } from '../../api/catalogue/queries.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import { choseItem, ofItsKind } from '../dialogues/book-items.ts'
import { namedOffer, offerAt } from '../dialogues/named-offer.ts'
import { oneMeant, waysToCall } from '../dialogues/things-meant.ts'
import { agreesInWords, withoutTag } from './words/agrees.ts'
import { clausesOf } from './words/clauses.ts'
import type { CustomerTurn } from './customer-turn.ts'
import { nthMeant, takesIt, wantsSoonest } from './words/loose-words.ts'
import { looksAsked, saysTailorMade } from './words/set-words.ts'
import { daysMeant } from './words/which-day.ts'

/** 'This one', 'yes': what was put before them, where it is clear which; it is read back before it is sent. */
export async function takenOffer(turn: CustomerTurn, draft: Draft, isNeeded: boolean): Promise<Draft | undefined> {
  const nth = nthMeant(turn.said)
  if (draft.asked === 'item' && !isNeeded && saysTailorMade(turn.said)) return choseItem(turn, draft, 'none')
  const [first, ...others] = nth === undefined ? (draft.offered ?? []) : [draft.offered?.at(nth)]
  // 'all good for me, you can launch', to tours of which none was asked for: one of their own, which is read back
  if (draft.asked === 'item' && !isNeeded && nth === undefined && saysGoOn(turn.said)) {
    const fits = first !== undefined && others.length === 0 && (await isAsLong(turn, draft, first))
    return choseItem(turn, draft, fits ? first : 'none')
  }
  if (!first || !(nth !== undefined || takesIt(turn.said) || readYesNo(turn.said) === 'yes')) return undefined
  const isPlainYes = nth === undefined && !takesIt(turn.said)
  // a yes to several dates is none to the first of them
  if (draft.asked === 'slot')
    return isPlainYes && others.length > 0
      ? undefined
      : { ...draft, misses: 0, answers: { ...draft.answers, slot: first } }
  if (others.length > 0) return undefined
  // a yes to 'there is this tour, or one of your own' is one to the tour, if it is as long as they wish
  if (draft.asked === 'item' && !isNeeded && isPlainYes && !(await isAsLong(turn, draft, first)))
    return choseItem(turn, draft, 'none')
  return draft.asked === 'item'
    ? choseItem(turn, draft, first)
    : { ...draft, misses: 0, answers: { ...draft.answers, venue: first } }
}

/** A yes in words that stand in no list; those that do are read with care for what they may mean besides. */
const saysGoOn = (said: string): boolean =>
  !takesIt(said) && readYesNo(said) === undefined && !looksAsked(withoutTag(said)) && agreesInWords(withoutTag(said))

async function isAsLong(turn: CustomerTurn, { answers }: Draft, key: string): Promise<boolean> {
  const nights = answers['duration_nights']
  const types = (await activeBookingKinds(turn.ctx)).flatMap((it) => it.itemTypes)
  const item = (await activeItems(turn.ctx, types)).find((it) => it.key === key || it.name === key)
  return item !== undefined && (nights === undefined || item.nights === nights)
}

/** One of what was put before them, by a word of its name, by its place, or by its day: 'the northern one', 'แถวปทุม', 'รอบ 12'. */
export async function offerNamed(heard: CustomerTurn, draft: Draft, types: string[]): Promise<Draft | undefined> {
  const turn = { ...heard, said: withoutWhatIsNot(heard.said) }
  const { answers, asked, offered = [] } = draft
  const chosen = clausesOf(turn.said).filter((it) => !looksAsked(it))
  if (chosen.length === 0 || offered.length === 0) return undefined
  if (asked === 'slot') {
    if (looksAsked(turn.said)) return undefined
    const when = wantsSoonest(turn.said) ? await soonestOf(turn, offered) : await onDayMeant(turn, offered)
    return when && { ...draft, misses: 0, answers: { ...answers, ...when } }
  }
  if (asked !== 'item' && asked !== 'venue') return undefined
  const items = await activeItems(turn.ctx, types)
  const put = items.filter((it) => offered.includes(it.key) || offered.includes(it.name))
  const meant = asked === 'item' ? oneMeant(turn.said, put.map(waysToCall))?.key : undefined
  const named = namedOffer(chosen.join(' '), put) ?? offerAt(turn.said, put) ?? put.find((it) => it.key === meant)
  if (!named) return undefined
  if (asked === 'item') return choseItem(turn, { ...draft, misses: 0 }, named.key)
  return { ...draft, misses: 0, answers: { ...answers, venue: named.name } }
}

/** 'The 12th', 'the Saturday one', รอบ 12 ค่ะ: the departure that has what they named of its day; of several on that day, the day. */
async function onDayMeant(turn: CustomerTurn, offered: string[]): Promise<Record<string, string> | undefined> {
  const slots = (await Promise.all(offered.map((id) => slotById(turn.ctx, id)))).flatMap((it) => it ?? [])
  const dayOf = (at: Date) => isoDay(today({ now: at, zone: turn.tenant.zone }))
  const [day, ...others] = daysMeant(turn.said, [...new Set(slots.map((it) => dayOf(it.startsAt)))])
  if (!day || others.length > 0) return undefined
  const [slot, ...later] = slots.filter((it) => dayOf(it.startsAt) === day)
  return slot && later.length === 0 ? { slot: slot.id } : { date: day }
}

async function soonestOf(turn: CustomerTurn, offered: string[]): Promise<{ slot: string } | undefined> {
  const slots = await Promise.all(offered.map((id) => slotById(turn.ctx, id)))
  const coming = slots.flatMap((it) => (it && it.startsAt > turn.ctx.now ? [it] : []))
  const [first] = coming.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  return first && { slot: first.id }
}

const SPOKEN_OF_MS = 15 * 60_000
/** 'Book that for the four of us', of what we have just told of. */
const TAKES_THAT =
  /^(?:(?:ok(?:ay)?|yes|yep|great|perfect|sure|so|then|right|lovely|cool|nice|fine|please|โอเค|งั้น|ได้|はい|では|じゃあ?)[\s,、.!]*)*(?:(?:we'?ll |i'?ll |let'?s |can we |can i )?(?:book|reserve|take|have|do|go (?:for|with)|go ahead (?:with|and (?:book|reserve|take))|join) (?:that|it|this)(?: one| trip| tour| class)?\b|(?:เอา|จอง|ไป|เลือก)(?:อัน|ทริป|ทัวร์|คลาส|คอร์ส|ตัว|รอบ)?(?:นี้|นั้น)|(?:それ|これ|そのツアー|そちら)(?:で|に|を)|就这个|就這個)/i

/** What was spoken of is taken, where the booking has nothing chosen yet; how many and when may be said with it. */
export async function tookSpokenOf(turn: CustomerTurn, draft: Draft): Promise<Draft | undefined> {
  const { spokenOf } = turn.state
  const name = spokenOf?.places['item']
  if (draft.answers['item'] !== undefined || typeof name !== 'string' || looksAsked(turn.said)) return undefined
  if (turn.ctx.now.getTime() - Date.parse(spokenOf?.at ?? '') > SPOKEN_OF_MS || !TAKES_THAT.test(turn.said.trim()))
    return undefined
  const kinds = await activeBookingKinds(turn.ctx)
  const item = (
    await activeItems(
      turn.ctx,
      kinds.flatMap((it) => it.itemTypes),
    )
  ).find((it) => it.name === name)
  return item && ofItsKind(turn, { ...draft, misses: 0, answers: { ...draft.answers, item: item.key } }, item.key)
}

/** 'The Facebook one, not TikTok': what is not meant names nothing. */
const withoutWhatIsNot = (said: string): string => {
  const rest = said.replace(WHAT_IS_NOT, ' ').trim()
  return rest === '' ? said : rest
}
const WHAT_IS_NOT =
  /[,\s]*(?:ไม่ใช่|ไม่เอา|ไม่(?:ได้)?หมายถึง)\s*\S+|,? (?:and |but )?not (?:the |a )?[a-z]+(?: one)?\b|[^\s、,。]{1,12}(?:じゃなくて|ではなくて?|以外で)[、,]?|不(?:是|要)\S+/gi
