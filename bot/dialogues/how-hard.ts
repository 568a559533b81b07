import type { Draft } from '../../api/conversations/schema.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { asksSomewhere, looksAsked } from '../conversation/words/set-words.ts'
import { titleOf } from './item-facts.ts'
import { onSale } from './on-sale.ts'
import { type FromCatalogue, saidOf } from './tell-of-item.ts'
import { thingMeant } from './what-is-included.ts'
import { readIn, writtenDown } from './written-down.ts'

const ASKS =
  /\b(?:hard going|hard work|strenuous|demanding|tough|tiring|exhausting|challenging|physically|fit enough|how fit|level of fitness|fitness(?: level)?|(?:much|lots? of|far|long)(?: is the| do we| will we|,)? (?:walk|walking|climbing|hiking|stairs|steps)|how (?:hard|difficult|easy)|too (?:hard|much|difficult|steep)|(?:is|are|would) [^?]{2,40} (?:hard|difficult|easy|suitable|ok(?:ay)?|all right) (?:on|for) (?:the |my |our |a |an |older |elderly |senior|someone|somebody|people)|(?:cope|manage)(?: (?:with|on))? (?:the |this |that |it)?)\b|เดิน(?:เยอะ|มาก|ไกล|นาน|หนัก)|(?:เหนื่อย|โหด|ลำบาก|ปีนเขา|ขึ้นเขา|ขึ้นบันได|หนัก)[^\n]{0,12}(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|ป่าว)|ไหว(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|ป่าว)|(?:คนแก่|ผู้สูงอายุ|ผู้ใหญ่สูงวัย|อายุ\s?\d{2})[^\n]{0,20}ได้(?:ไหม|มั้ย|มั๊ย)|体力|きつ(?:い|く)|ハード|(?:たくさん|かなり|結構|どのくらい|どれくらい)歩|歩く(?:距離|量|時間)|(?:高齢|年配|シニア|\d{2}[歳才])[^\n]{0,12}(?:参加|大丈夫|可能|楽しめ|無理)|累不累|累[吗嗎]|走(?:很多|多少|太多)路|老人[^\n]{0,8}(?:可以|能|适合|適合)/i

export const asksHowHard = (said: string): boolean =>
  said.length <= LONGEST &&
  ASKS.test(said.replaceAll('’', "'")) &&
  (looksAsked(said) || asksSomewhere(said) || ENDS_INSIDE.test(said))
const LONGEST = 200
const ENDS_INSIDE = /[?？]|(?:です|ます|ません|でしょう)か/

/** 'Is it hard going?', 79歳の父でも参加できますか: what the business has written down of a trip's effort; whether it suits somebody is for people to say. */
export async function howHardItIs(turn: CustomerTurn, draft?: Draft): Promise<FromCatalogue | undefined> {
  if (!asksHowHard(turn.said)) return undefined
  const { kinds, items } = await onSale(turn)
  const item = thingMeant(turn, { kinds, items }, draft)
  const effort = item && writtenDown(item.data['fitness'])
  if (!item || !effort) return undefined
  const { copy, language } = turn
  const words = [titleOf(item, turn), copy.catalogue.effort(readIn(effort, language)), copy.catalogue.whetherItSuits()]
  return { sure: true, answer: saidOf({ asks: [], rest: [], turn, kinds, items }, item, words.join('\n')) }
}
