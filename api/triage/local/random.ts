/** Numbers from 0 to 1, the same ones for the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** A number below 2³² that says nothing of what it was made of, and is always the same for it. */
export const scattered = (of: number, seed: number): number => {
  let h = Math.imul(of ^ Math.imul(seed, 0x9e3779b1), 0x2c1b3c6d)
  h ^= h >>> 15
  h = Math.imul(h, 0x297a2d39)
  return (h ^ (h >>> 16)) >>> 0
}
