/** Both ends are part of it. */
export type Part = { from: number; to: number }

/**
 * What a `Range` asks for of so many bytes. Nothing where all of it is to be sent: without a range, in another unit, for several parts at once.
 * `outside` where there is no such part.
 */
export function partOf(range: string, size: number): Part | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.trim()) ?? []
  if (!first && !last) return undefined
  if (!first) return Number(last) > 0 && size > 0 ? { from: Math.max(0, size - Number(last)), to: size - 1 } : 'outside'
  const [from, to] = [Number(first), last ? Number(last) : size - 1]
  if (last && to < from) return undefined
  return from < size ? { from, to: Math.min(to, size - 1) } : 'outside'
}
