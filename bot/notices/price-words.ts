import type { Notice } from '../../api/outbox/schema.ts'
import type { Price } from '../../api/catalogue/queries/prices.ts'
import type { Language } from '../../api/tenants/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { money } from '../copy/formats.ts'

/** `THB 700 more for each guest`. */
export function differenceWords({ minor, currency, per }: Price, language: Language): string {
  const { price } = copyIn(language)
  const sum = money(Math.abs(minor), currency, language)
  return minor > 0 ? price.more({ sum, per }) : price.less({ sum, per })
}

/** The difference that came with the news of another time, where there was one. */
export function differenceIn({ facts }: Notice): Price | undefined {
  const { minor, currency, per } = facts
  const known = per === 'all' || per === 'person' || per === 'guest'
  return typeof minor === 'number' && typeof currency === 'string' && known ? { minor, currency, per } : undefined
}
