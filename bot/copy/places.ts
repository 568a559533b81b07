import { PLACES } from '../../api/triage/slots/places.ts'
import type { Language } from '../../api/tenants/schema.ts'

const writtenIn: Record<Language, RegExp> = {
  th: /^[\u0e00-\u0e7f .ฯ]+$/,
  en: /^$/,
  ja: /^[\u3040-\u30ff\u4e00-\u9fffー・]+$/,
}
let known: Map<string, string[]> | undefined

/** A place, or several, as slots keep them (`Chiang Mai; Pai`), in the reader's script where it is known there. */
export function placeIn(places: string, language: Language): string {
  if (language === 'en') return places.replaceAll('; ', ', ')
  known ??= new Map(PLACES.map((it) => [it.value, it.names]))
  const named = places
    .split('; ')
    .map((place) => known?.get(place)?.find((name) => writtenIn[language].test(name)) ?? place)
  return named.join(language === 'ja' ? '、' : ' ')
}
