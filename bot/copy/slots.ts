import type { Asks, Language } from '../../api/tenants/schema.ts'
import { type Copy, copyIn } from './copy.ts'

/** What a slot is called: in the desk's own words, in the business's, or by its plain name. Nothing for what was never asked. */
export function slotLabel(name: string, asks: Asks | undefined, language: Language): string | undefined {
  const own = asks && ownWords(name, asks)?.label
  const said = own?.[language] ?? own?.en
  if (said) return said
  const { slot } = copyIn(language)
  if (Object.hasOwn(slot, name)) return slot[name as keyof Copy['slot']]
  return asks && [...asks.requiredSlots, ...asks.optionalSlots].includes(name) ? inWords(name) : undefined
}

/** The question for a slot in the business's own words, where it has any. */
export function ownQuestion(name: string, asks: Asks, language: Language): string | undefined {
  const question = ownWords(name, asks)?.question
  return question?.[language] ?? question?.en
}

/** Programs name slots as they like: `constructor` is a name, and no word of ours. */
const ownWords = (name: string, { slotWords }: Asks) => (Object.hasOwn(slotWords, name) ? slotWords[name] : undefined)

/** `seating_area` as people read it. */
const inWords = (name: string): string => {
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
