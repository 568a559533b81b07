import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import { plain } from '../../api/triage/slots/plain.ts'
import type { Slots, Understanding } from '../../api/triage/understanding.ts'
import { CORRECTS, plainSlots } from './corrections.ts'
import type { CustomerTurn } from './customer-turn.ts'

/** What a case says already. */
export type Known = { slots: Record<string, unknown>; orderRefs: readonly string[]; status: string; caseTypeId: string }
type News = { slots: Record<string, AnswerValue>; orders: string[] }

const WHEN = ['date', 'time']
const RIGHTED = ['amount', 'date', 'time', 'name', 'party_size', 'venue', 'item']
const PUTS_RIGHT =
  /ไม่ใช่|(?:พิม(?:พ์)?|กด|ก๊อป|ก็อป|copy)\s?(?:ผิด|สลับ|ตก|เร็ว|พลาด|เกิน|เพลิน)|(?:บอก|แจ้ง|ดู|จำ|ให้)(?:เลข|ยอด)?ผิด|แก้(?:เป็น|ไข)|จริง\s?ๆ(?:แล้ว)?|(?:ยอด|เลข|อัน|เวลา|วัน|ตัว)(?:จริง|ที่ถูก|ถูก)|ที่ถูก|\b(?:not|actually|sorry|i mean[t]?|typos?|mistake|mistyped|correction|rather|oops|my bad|fat.?finger(?:s|ed)?|wrong (?:number|one|order|id))\b|訂正|間違|正しくは|じゃなくて|ではなく|じゃなく|不是|打错|打錯|写错|應該是|应该是/i

/** 'Sorry, 1300500 too': one more, and not another. */
const ADDS = /\b(?:also|too|as well|plus|and)\b|ด้วย|อีก|กับ|และ|も|还|也/i

/** What follows replaces what was told before it. */
export const putsRight = (said: string): boolean =>
  PUTS_RIGHT.test(said) || said.split('\n').some((line) => CORRECTS.test(line))

/**
 * What the words tell that the case does not say yet, and what they put right: 'not 350, 530', 'wait no, 1300421'. So does what is answered to the
 * colleague who asked. How to reach a person is only kept where they agreed, and another order is one more.
 */
export async function newsOf(turn: CustomerTurn, found: Known, it: Understanding): Promise<News> {
  const { said } = turn
  const known = found.slots
  const isRighted = putsRight(said)
  const isNewer = isRighted || found.status === 'waiting_customer'
  // '01.14 น.', alone, is about nothing; said of a top-up it is when that was paid
  const type = (await activeCaseTypes(turn.ctx)).find((one) => one.id === found.caseTypeId)
  const ofType = type ? turn.slotsOfCase(said, type.key) : {}
  const read = isNewer ? ofType : {}
  // the day of a trouble lies behind, whatever the same words would mean as a wish
  const own = ofType.date ? { ...it.slots, date: ofType.date } : it.slots
  const isNews = ([name]: [string, AnswerValue]) => known[name] === undefined && name !== 'phone' && name !== 'email'
  // 'card, ends 4421', to the colleague who asked, is no other sum: that is said with its money, or as what is put right
  const isSum = (read.amount ?? it.slots.amount)?.[0]?.currency !== undefined
  const isReplaced = ([name]: [string, AnswerValue]) =>
    known[name] !== undefined &&
    (isRighted ? RIGHTED.includes(name) : WHEN.includes(name) || (name === 'amount' && isSum))
  // 'user is ploy_store', alone, is about nothing either; so is what the type wants to know
  const wanted = ['name', ...(type?.requiredSlots ?? []), ...(type?.optionalSlots ?? [])]
  const isWanted = ([name]: [string, AnswerValue]) => wanted.includes(name) && name !== 'order_id'
  const told = Object.fromEntries([
    ...Object.entries(plainSlots(ofType)).filter((it) => isNews(it) && isWanted(it)),
    ...Object.entries(plainSlots(own)).filter(isNews),
    ...(isNewer ? Object.entries(plainSlots({ ...own, ...read })).filter(isReplaced) : []),
  ])
  const sum = isRighted ? otherSum(known['amount'], said) : undefined
  const slots = sum === undefined ? told : { ...told, amount: sum }
  const named = ordersIn({ ...it.slots, ...read }).filter((order) => order !== known['order_id'])
  if (!isRighted || ADDS.test(said)) return { slots, orders: known['order_id'] === undefined ? named.slice(1) : named }
  // of one that is said to be none of them, and of several, the team reads the words
  const [other, ...more] = named.filter((order) => !found.orderRefs.includes(order))
  const isOther = other !== undefined && more.length === 0 && known['order_id'] !== undefined
  return { slots: isOther ? { ...slots, order_id: other } : slots, orders: [] }
}

const ordersIn = (slots: Slots): string[] =>
  (slots.order_id ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))

/** 'Not 1,480 but 1,840', of a case with the one: the other. */
function otherSum(known: unknown, said: string): number | undefined {
  const figures = [...plain(said).matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([it]) => Number(it.replaceAll(',', '')))
  const [other, ...more] = [...new Set(figures)].filter((it) => it !== known)
  return figures.some((it) => it === known) && more.length === 0 ? other : undefined
}
