import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import { type Answer, type CustomerTurn, withoutDraft } from '../conversation/customer-turn.ts'
import { childAge, GROWN_UP } from '../conversation/words/child-age.ts'
import { clausesOf } from '../conversation/words/clauses.ts'
import { asksSomewhere } from '../conversation/words/set-words.ts'
import { titleOf } from './item-facts.ts'
import { itemOf } from './offers.ts'
import { onSale } from './on-sale.ts'
import { type FromCatalogue, MOST_LIKELY, offered, saidOf } from './tell-of-item.ts'
import { thingMeant } from './what-is-included.ts'

const ASKS_WHICH =
  /\b(?:class(?:es)?|courses?|workshops?|lessons?|something|anything|which|what|suitable|join|allowed|old enough|too young|come along|(?:do|take|try|attend) (?:it|this|that|the|an?|one|your))\b|คลาส|เวิร์[กค]|คอร์ส|แบบไหน|อะไร|ตัวไหน|เรียนได้|เข้าได้|ไปได้|クラス|講座|教室|ワークショップ|コース|参加|受け(?:られ|れ)|课|課|班|参加|適合|适合/i

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
  const likely = fitting(items, age)
  if (likely.length === 0 || turn.state.draft) return undefined
  return { ...(await offered(asked, likely, catalogue.forAge(age))), sure: true }
}
const LONGEST = 240

/** What was made for the youngest of them last: a girl of eleven is bored by it. */
const fitting = (items: CatalogueItem[], age: number): CatalogueItem[] =>
  items
    .filter((it) => (leastAge(it) ?? GROWN_UP) <= age)
    .toSorted((a, b) => (leastAge(b) ?? 0) - (leastAge(a) ?? 0))
    .slice(0, MOST_LIKELY)

const ONE_FOR_A_CHILD =
  /(?:ที่|ซึ่ง)(?:เด็ก|ลูก|หลาน|น้อง)(?:ๆ)?(?:ก็)?(?:เรียน|ทำ|เข้า|ไป|ร่วม|เล่น)?ได้|(?:คลาส|คอร์ส|ทริป|แบบ|อัน|ตัว)(?:สำหรับ|ของ)?เด็ก|\b(?:one|class|course|workshop|tour|trip|something) (?:for|that (?:takes?|suits?)|which (?:takes?|suits?)) (?:a |the |my |our )?(?:kids?|child(?:ren)?|her|him|them|son|daughter|little one)\b|\b(?:one|class|course|workshop|tour|trip|something) (?:that )?(?:she|he|they|(?:the |my |our )?(?:kids?|child(?:ren)?|son|daughter)) (?:can|could|is allowed|are allowed)\b|子(?:供|ども)(?:でも|が|も)?(?:でき|参加でき|受けられ)|子(?:供|ども)(?:向け|用)|(?:适合|適合)?(?:小孩|孩子|儿童|兒童)(?:可以|能|的课|的課)/i

/** 'Then the class that children can take', งั้นเอาคลาสที่เด็กเรียนได้, whose age was told before: what takes them, and not what does not. */
export async function oneForTheChild(turn: CustomerTurn): Promise<Answer | undefined> {
  if (turn.said.length > LONGEST || !ONE_FOR_A_CHILD.test(turn.said)) return undefined
  const draft = turn.state.draft?.dialogue === 'book' ? turn.state.draft : undefined
  const told = [draft?.answers['note'], turn.state.told?.words].filter((it) => typeof it === 'string').join('\n')
  const age = childAge(turn.said) ?? childAge(told)
  if (age === undefined) return undefined
  const { kinds, items } = await onSale(turn)
  const meant = draft && itemOf(draft.answers, items)
  const likely = fitting(items, age)
  if (likely.length === 0 || (draft && (!meant || (leastAge(meant) ?? 0) <= age))) return undefined
  const { date, party_size: people } = draft?.answers ?? {}
  const kept = told && { told: { words: told, at: turn.ctx.now.toISOString() } }
  const asked = {
    asks: [],
    rest: [],
    turn: { ...turn, state: { ...withoutDraft(turn.state), ...kept } },
    kinds,
    items,
    ...(typeof date === 'string' && { date }),
    ...(typeof people === 'number' && { people }),
  }
  return (await offered(asked, likely, turn.copy.catalogue.forAge(age))).answer
}

/** Who books for a child that is too young for it reads so at once. */
export function tooYoungFor(
  item: CatalogueItem | undefined,
  said: string,
  { catalogue }: CustomerTurn['copy'],
): string | undefined {
  const [from, age] = [item && leastAge(item), childAge(said)]
  return from !== undefined && age !== undefined && age < from ? catalogue.tooYoung(from) : undefined
}
