import type { Draft } from '../../api/conversations/schema.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { asksSomewhere, looksAsked } from '../conversation/words/set-words.ts'
import { titleOf } from './item-facts.ts'
import { onSale } from './on-sale.ts'
import { type FromCatalogue, saidOf } from './tell-of-item.ts'
import { thingMeant } from './what-is-included.ts'

const ASKS =
  /\b(?:min(?:imum)?(?: (?:number|amount|group|party))?(?: size)?(?: of)?(?: (?:people|persons?|pax|guests|participants|students|travellers|travelers))|max(?:imum)?(?: (?:number|group|party|class))?(?: size)?(?: of)?(?: (?:people|persons?|pax|guests|participants|students|travellers|travelers))|(?:min(?:imum)?|max(?:imum)?) (?:group|party|class|pax|number)(?: size)?|(?:group|class|party) sizes?|how (?:big|large|small) (?:is|are|does|do) (?:the |a |your |each |this |that )?(?:group|class|party|tour)s?|how many (?:people|persons|others|of us|guests|students|pax)(?: (?:are|is|will be|do you (?:take|have|allow)|join|come))?(?: there)?(?: (?:usually|normally|at (?:most|least)|max))?(?: (?:in|on|per|to)) (?:a |the |each |one |this |that )?(?:group|class|tour|trip|boat|van|session|departure)|(?:can|could|may) (?:i|one person|you|a single person) (?:just )?(?:join|come|go|book|take it|do it|travel)(?: (?:it|this|that|on|the|tour|trip|along))* (?:alone|solo|by myself|on my own|as (?:a )?(?:solo|single)(?: travell?er)?)|solo travell?ers?)\b|(?:ขั้นต่ำ|อย่างน้อย|สูงสุด|มากสุด|ไม่เกิน|เต็มที่)(?:ต้อง)?(?:ไป|มา|จอง|รับ|มี|ได้)?กี่\s?(?:คน|ท่าน)|กี่\s?(?:คน|ท่าน)(?:ถึง(?:จะ)?|ขึ้นไป|จึงจะ)(?:ออก|ไป|เปิด|จัด|เดินทาง)?|(?:กรุ๊ป|กรุป|กลุ่ม|รอบ|คลาส|คณะ|ทริป)(?:นึง|หนึ่ง)?(?:ละ|มี|รับ)(?:ได้)?กี่\s?(?:คน|ท่าน)|(?:ไป|เรียน|จอง|มา|เข้า|ร่วม)(?:แค่)?คนเดียว(?:ก็)?(?:ได้|รับ)(?:ไหม|มั้ย|มั๊ย|หรือ|รึ|ป่าว|ป่ะ)|最少催行|催行人数|(?:何名|何人)(?:様)?(?:から|以上|まで|で催行|くらいのグループ)|定員|最大(?:何|で何)[名人]|(?:一人|ひとり|1人|一名|1名)(?:だけ)?(?:でも|で)(?:も)?(?:参加|申し?込|予約|受け|行け|行っ)[^。]{0,6}(?:でき|可能|いい|大丈夫|ます)|(?:最少|最多|至少|最低)(?:要)?(?:几|幾|多少)(?:个|個)?人|一个人(?:可以|能)(?:参加|去|报)/i
const LONGEST = 200

export const asksGroupSize = (said: string): boolean =>
  said.length <= LONGEST &&
  ASKS.test(said.replaceAll('’', "'")) &&
  (looksAsked(said) || asksSomewhere(said) || /[?？]|กี่|何[名人]|[几幾]/.test(said))

/** 'Is there a minimum number of people?', ไปคนเดียวได้ไหม, 最少催行人数は: how many of them the thing that is meant takes, where the business wrote it down. */
export async function groupSize(turn: CustomerTurn, draft?: Draft): Promise<FromCatalogue | undefined> {
  if (!asksGroupSize(turn.said)) return undefined
  const { kinds, items } = await onSale(turn)
  const item = thingMeant(turn, { kinds, items }, draft)
  const [least, most] = [item?.minPeople ?? undefined, item?.maxPeople ?? undefined]
  if (!item || (least === undefined && most === undefined)) return undefined
  const words = [titleOf(item, turn), turn.copy.catalogue.groupSize({ least, most })]
  return { sure: true, answer: saidOf({ asks: [], rest: [], turn, kinds, items }, item, words.join('\n')) }
}
