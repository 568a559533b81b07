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
  const named = places.split('; ').map((place) => nameIn(place, language))
  return named.join(language === 'ja' ? '、' : ' ')
}

/** One place; of `Bang Na, Samut Prakan` both parts, or neither. */
function nameIn(place: string, language: Language): string {
  const whole = written(place, language)
  if (whole) return whole
  const parts = place.split(', ').map((part) => written(part, language))
  return parts.length > 1 && parts.every((it) => it !== undefined) ? parts.join(language === 'ja' ? '、' : ' ') : place
}

const written = (place: string, language: Language): string | undefined =>
  namesOf(place).find((name) => writtenIn[language].test(name))

/** Every way a place, or each part of `Bang Na, Samut Prakan`, is written. */
export function namesOf(place: string): string[] {
  known ??= new Map(PLACES.map((it) => [it.value, it.names]))
  const whole = known.get(place)
  if (whole) return [place, ...whole]
  const parts = place.split(', ')
  return parts.length > 1 ? parts.flatMap(namesOf) : [place]
}
