import type { Features } from './features.ts'

const BITS = 1 << 18

/** One bit for every three letters met in training, beside those met before. */
export const remember = (messages: readonly Features[], before?: Uint8Array): Uint8Array => {
  const bits = before ? Uint8Array.from(before) : new Uint8Array(BITS / 8)
  for (const { grams } of messages) {
    for (const it of grams) {
      const bit = it % BITS
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  }
  return bits
}

/** The share of a message written in letters the model has met, 0 to 1; 1 for a message without letters. */
export const familiarity = (seen: Uint8Array, { grams }: Features): number => {
  if (grams.length === 0) return 1
  let met = 0
  for (const it of grams) {
    const bit = it % BITS
    if ((seen[bit >> 3] ?? 0) & (1 << (bit & 7))) met += 1
  }
  return met / grams.length
}
