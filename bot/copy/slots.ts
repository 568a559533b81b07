import type { Asks, Language } from '../../api/tenants/schema.ts'
import { type Copy, copyIn } from './copy.ts'

/** What a slot is called: in the desk's own words, in the business's, or by its plain name. Nothing for what was never asked. */
export function slotLabel(name: string, asks: Asks | undefined, language: Language): string | undefined {
  const own = asks?.slotWords[name]?.label
  const said = own?.[language] ?? own?.en
  if (said) return said
  const known = copyIn(language).slot[name as keyof Copy['slot']]
  if (known) return known
  return asks && [...asks.requiredSlots, ...asks.optionalSlots].includes(name) ? inWords(name) : undefined
}

/** The question for a slot in the business's own words, where it has any. */
export function ownQuestion(name: string, asks: Asks, language: Language): string | undefined {
  const question = asks.slotWords[name]?.question
  return question?.[language] ?? question?.en
}

/** `seating_area` as people read it. */
const inWords = (name: string): string => {
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
