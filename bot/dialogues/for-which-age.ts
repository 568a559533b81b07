import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { childAge, GROWN_UP } from '../conversation/words/child-age.ts'
import { clausesOf } from '../conversation/words/clauses.ts'
import { asksSomewhere } from '../conversation/words/set-words.ts'
import { titleOf } from './item-facts.ts'
import { onSale } from './on-sale.ts'
import { type FromCatalogue, MOST_LIKELY, offered, saidOf } from './tell-of-item.ts'
import { thingMeant } from './what-is-included.ts'

const ASKS_WHICH =
  /\b(?:class(?:es)?|courses?|workshops?|lessons?|something|anything|which|what|suitable|join|allowed|old enough|too young|come along)\b|คลาส|เวิร์[กค]|คอร์ส|แบบไหน|อะไร|ตัวไหน|เรียนได้|เข้าได้|ไปได้|クラス|講座|教室|ワークショップ|コース|参加|受け(?:られ|れ)|课|課|班|参加|適合|适合/i

const leastAge = ({ data }: Pick<CatalogueItem, 'data'>): number | undefined =>
  typeof data['min_age'] === 'number' ? data['min_age'] : undefined

/** 'Anything for my daughter? She is 8', หลานอายุ 11 เรียนคลาสนี้ได้ไหม: what takes children of that age, or from which age the one that is meant does. */
export async function forWhichAge(turn: CustomerTurn, draft?: Draft): Promise<FromCatalogue | undefined> {
  const age = turn.said.length > LONGEST ? undefined : childAge(turn.said)
  if (age === undefined || !ASKS_WHICH.test(turn.said)) return undefined
  if (!clausesOf(turn.said).some((it) => asksSomewhere(it) || /[吗嗎呢]/.test(it))) return undefined
  const { kinds, items } = await onSale(turn)
  const asked = { asks: [], rest: [], turn, kinds, items }
  const meant = thingMeant(turn, { kinds, items }, draft)
  const from = meant && leastAge(meant)
  const { catalogue } = turn.copy
  if (meant) {
    if (from === undefined) return undefined
    const words = [titleOf(meant, turn), age >= from ? catalogue.oldEnough(from) : catalogue.tooYoung(from)]
    return { sure: true, answer: saidOf(asked, meant, words.join('\n')) }
  }
  const fitting = items.filter((it) => (leastAge(it) ?? GROWN_UP) <= age)
  // what was made for the youngest of them last: a girl of eleven is bored by it
  const likely = fitting.toSorted((a, b) => (leastAge(b) ?? 0) - (leastAge(a) ?? 0)).slice(0, MOST_LIKELY)
  if (likely.length === 0 || turn.state.draft) return undefined
  return { ...(await offered(asked, likely, catalogue.forAge(age))), sure: true }
}
const LONGEST = 240
