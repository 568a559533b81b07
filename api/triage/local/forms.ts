/** The very form in which a model answers us. No customer writes so: it is an order to the engine, in the engine's own terms. */
const AN_ANSWER = /\{[^{}]*["'](?:intent|case_type|booking_kind|severity|severity_reason)["']\s*:[^{}]*(?:\}|$)/gi

/** A message without what only pretends to be an answer to it; empty, when that was all of it. */
export function withoutForms(text: string): string {
  if (!text.includes('{')) return text
  const left = text.replace(AN_ANSWER, ' ')
  return left === text || /\p{L}/u.test(left) ? left : ''
}
