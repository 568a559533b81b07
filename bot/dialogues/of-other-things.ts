import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems, type CatalogueItem } from '../../api/catalogue/queries.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { readOfOurs } from '../conversation/our-own-texts.ts'
import { itemOf } from './offers.ts'

const SPOKEN_OF_MS = 15 * 60_000

/** 'Other trips carry a kit', 'all courses': said of whatever is meant, too. */
const OF_ALL =
  /(?<![a-z])(?:others?|all|every|any|each|elsewhere|workshops|classes|tours|trips)(?![a-z])|อื่น|ทุก|ทั้งหมด|ทั้งหลาย|ほか|他の|その他|すべて|全て|全(?:コース|ツアー)|(?<![ぁ-んァ-ヶー一-龠])(?:ワークショップ|教室|ツアー|クラス)(?:で)?は|其他|所有|全部/i
const SENTENCES = /(?<=[.!?。！？;；])\s*|\s·\s|\n+/

/** An article that speaks of other things on sale by name, and not of the one that is meant, says nothing of this one: of rain in Phuket, asked of Sri Lanka. */
export async function isOfOthers(turn: CustomerTurn, article: { heading: string; answer: string }): Promise<boolean> {
  const kinds = (await activeBookingKinds(turn.ctx)).filter((it) => it.itemTypes.length > 0)
  const kind = kinds.find((it) => it.requiredSlots.includes('item')) ?? kinds[0]
  if (!kind) return false
  const named = (words: string): string[] => {
    const { item = [], destination = [] } = turn.slotsFor(words, kind.key)
    return [...item, ...destination].map((it) => String(it.value))
  }
  const meant = meantBy(turn, named(turn.said))
  if (meant.length === 0) return false
  const read = textsRead(turn, kind)
  const namedByUs = (words: string): readonly string[] => {
    const names = read.get(words) ?? named(words)
    read.set(words, names)
    return names
  }
  const items = await activeItems(
    turn.ctx,
    kinds.flatMap((it) => it.itemTypes),
  )
  const mine = new Set(meant.flatMap((name) => namesOf(name, items)))
  const types = items.filter((it) => mine.has(it.name)).map((it) => it.type)
  // aprons and knives, which are sold as well, are no other class
  const isAlike = (name: string) => {
    const item = itemOf({ item: name }, items)
    return !item || types.length === 0 || types.includes(item.type)
  }
  const others = (words: string) => namedByUs(words).filter(isAlike)
  const [heading, whole] = [others(article.heading), others(article.answer)]
  if ([...heading, ...whole].some((name) => namesOf(name, items).some((it) => mine.has(it)))) return false
  if (OF_ALL.test(article.answer)) return false
  const sentences = article.answer.split(SENTENCES).filter((it) => /\p{L}/u.test(it))
  const naming = sentences.filter((it) => others(it).length > 0).length
  // one country beside a rule for all is an example; most of it about others is about them
  return naming > 0 && (naming === sentences.length || (naming > 1 && naming * 2 >= sentences.length))
}

const textsRead = readOfOurs<readonly string[]>()

/** What the question names, else what is being booked, else what was spoken of a moment ago. */
function meantBy({ ctx, state }: CustomerTurn, named: string[]): string[] {
  if (named.length > 0) return named
  const { draft, spokenOf } = state
  const isFresh = spokenOf && ctx.now.getTime() - Date.parse(spokenOf.at) <= SPOKEN_OF_MS
  const known = draft?.dialogue === 'book' ? draft.answers : isFresh ? spokenOf.places : {}
  return [known['item'], known['destination']].filter((it) => typeof it === 'string' && it !== 'none').map(String)
}

/** A thing, and where it takes one. */
function namesOf(name: string, items: CatalogueItem[]): string[] {
  const item = itemOf({ item: name }, items)
  return item ? [item.name, ...item.destinations] : [name]
}
