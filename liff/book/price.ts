import { language, words } from '../copy/language.ts'
import { money } from '../time/dates.ts'
import type { Item } from './answers.ts'

/** What it costs, and for how much of it: '฿1,500 per person'. */
export function priceOf(it: Item | undefined): string | undefined {
  if (!it?.priceMinor || !it.currency) return undefined
  const price = money(it.priceMinor, it.currency, language.value)
  return words.value.book.priceFor[it.pricePer ?? '']?.(price) ?? price
}
