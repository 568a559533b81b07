import { computed, effect, signal } from '@preact/signals'
import { kept } from '../client/kept.ts'
import { type Copy, en } from './en.ts'
import { ja } from './ja.ts'
import { th } from './th.ts'

export type Language = 'th' | 'en' | 'ja'
export const copies: Record<Language, Copy> = { th, en, ja }
export const languages = Object.keys(copies) as Language[]

const isLanguage = (it: string | null | undefined): it is Language => it === 'th' || it === 'en' || it === 'ja'

// By page, so that staff and customers who share a browser (the simulator's phones) do not change each other's; the address of a
// case is a secret, and the next one has another.
const chosen = kept(`language.${pageOf(location.pathname)}`, 'phone')
const before = chosen.read()
const ofPhone = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)

export const language = signal<Language>(isLanguage(before) ? before : (ofPhone ?? 'en'))
export const words = computed<Copy>(() => copies[language.value])

effect(() => {
  document.documentElement.lang = language.value
})

/** A person's own tap: it outlives the page. */
export function chooseLanguage(it: Language) {
  language.value = it
  chosen.write(it)
}

/** The language the desk knows of this person; their own choice comes first. */
export function suggestLanguage(it: Language) {
  if (!isLanguage(chosen.read())) language.value = it
}

/** A name from tenant data, which may not have every language. */
export const nameIn = (names: Record<string, string>, fallback = ''): string =>
  names[language.value] ?? names['en'] ?? Object.values(names)[0] ?? fallback

/** '/t/<token>' and '/liff/track/' are one page. */
function pageOf(path: string): string {
  const [place, name = ''] = path.split('/').filter(Boolean)
  return place === 't' ? 'track' : name
}
