const ONE_IN = 10

/** Whether a message judges and does not teach: by its words alone, so that it is on the same side in every training. */
export function isHeld(text: string): boolean {
  let h = 0x811c9dc5
  for (const letter of text.trim().toLowerCase()) h = Math.imul(h ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  h ^= h >>> 15
  return (Math.imul(h, 0x2c1b3c6d) >>> 0) % ONE_IN === 0
}
