import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import { looksAsked } from '../conversation/words/set-words.ts'
import type { Kind } from './booking-script.ts'
import { type CatalogueQuestion, catalogueQuestion } from './catalogue-question.ts'
import { kindMeant, likelyMeant, namesOf, waysToCall } from './things-meant.ts'

/** What one does with a thing that is on sale tells nothing of which one. */
const TO_HAVE =
  /^(?:rent|rental|renting|hire|hiring|buy|buying|sell|selling|make|fix|fixing|repair|deliver|provide|stock|carry|lend|try|เช่า|ให้เช่า|ขาย|ซื้อ|สั่ง|ซ่อม|รับซ่อม|ส่ง|ลอง|借り|借りる|借り(?:られ|れ)|貸し|レンタル|買え|買い|販売|修理|利用)$/

const isExplained = (word: string, heard: string[]): boolean => {
  const bare = word.replace(/[็-๎]/g, '')
  return TO_HAVE.test(word) || heard.some((it) => bare.includes(it) || (it.length >= 4 && it.startsWith(bare)))
}

type OnSale = { items: CatalogueItem[]; kinds: Kind[] }

/** What they may mean, and the words that say so: of one kind, where it is clear which. */
function meantHere(said: string, { items, kinds }: OnSale): { likely: CatalogueItem[]; heard: string[] } {
  const of = (kind: Kind) => items.filter((it) => kind.itemTypes.includes(it.type))
  const named = kinds.map((it) => ({ ...namesOf(it), items: of(it).map(waysToCall) }))
  const kind = kindMeant(said, named)
  const alike = kinds.filter((it) => it.key === kind?.key).flatMap(of)
  const among = alike.length > 0 ? alike : items
  const meant = likelyMeant(said, among.map(waysToCall))
  const likely = meant.flatMap(({ key }) => among.find((it) => it.key === key) ?? [])
  const words = [...(kind?.words ?? []), ...meant.flatMap((it) => it.words)]
  return { likely: likely.length > 0 ? likely : alike, heard: words }
}

/** Those that the words left of a question name in part, where they name little else: 'make up class for brides', ห้องอัดเสียง. */
export function namedInPart(said: string, rest: string[], { items, kinds }: OnSale): CatalogueItem[] {
  const { heard, likely } = meantHere(said, { items, kinds })
  const explained = rest.filter((word) => isExplained(word, heard)).length
  if (explained === 0 || explained * 2 < rest.length) return []
  return likely
}

/** 'Do you rent dispensers?' asks whether there are such things, and of nothing else. */
export function asksForPart(said: string, known: readonly string[], onSale: OnSale): CatalogueQuestion | undefined {
  if (!looksAsked(said)) return undefined
  const question = catalogueQuestion(said, known, ['what'])
  if (!question || question.rest.length === 0) return undefined
  const { heard } = meantHere(said, onSale)
  const names = question.rest.some((word) => !TO_HAVE.test(word))
  return names && question.rest.every((word) => isExplained(word, heard)) ? question : undefined
}
