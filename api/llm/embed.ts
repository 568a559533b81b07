import type { Reachable } from './models.ts'
import { costOf, mostTokensIn } from './prices.ts'
import type { Purse } from './purse.ts'

export type Embedding = {
  /** the first that can is asked, once: what two models make of texts cannot be compared */
  models: readonly Reachable[]
  texts: readonly string[]
  timeoutMs: number
  purse: Purse
}

/** What texts mean, each as a direction; `model` is who said so. */
export type Meanings = { model: string; vectors: number[][] }

const MOST_AT_ONCE = 32

/** What texts mean, within the time given. Never throws: without an answer there is none, and whoever asks goes on without. */
export async function embed(it: Embedding): Promise<Meanings | undefined> {
  const model = it.models.find((one) => one.embedder)
  const { embedder, embedBreaker } = model ?? {}
  if (!model || !embedder || it.texts.length === 0 || model.busy.calls >= MOST_AT_ONCE) return undefined
  const ended = embedBreaker?.begin()
  if (embedBreaker && !ended) return undefined
  const most = costOf(embedder.price, { inputTokens: mostTokensIn(it.texts.join('\n')), outputTokens: 0 })
  model.busy.calls += 1
  let went: 'well' | 'badly' | 'nothing' = 'nothing'
  try {
    const taken = most === 0 ? undefined : await it.purse.take(most)
    if (most > 0 && !taken) return undefined
    const got = await within(it.timeoutMs, (signal) => embedder.vectorsOf(it.texts, signal))
    const whole = got !== undefined && areVectors(got.vectors, it.texts.length)
    went = whole ? 'well' : 'badly'
    // a call that was cut off may be on the bill all the same
    await taken?.spent(got ? costOf(embedder.price, { inputTokens: got.inputTokens, outputTokens: 0 }) : most)
    return whole ? { model: `${model.provider} ${embedder.model}`, vectors: got.vectors } : undefined
  } catch {
    // the purse: without it nothing may be spent
    return undefined
  } finally {
    model.busy.calls -= 1
    ended?.(went)
  }
}

async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined)
      ending.abort()
    }, ms)
  })
  // why there is no answer makes no difference to whoever does without
  const done = work(ending.signal).catch(() => undefined)
  try {
    return await Promise.race([done, over])
  } finally {
    clearTimeout(timer)
  }
}

const areVectors = (it: unknown, count: number): boolean =>
  Array.isArray(it) &&
  it.length === count &&
  it.every(
    (one: unknown) =>
      Array.isArray(one) && one.length > 0 && one.length === it[0].length && one.every((n) => Number.isFinite(n)),
  )

/** How much two texts mean the same, from -1 to 1. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  let [both, mine, theirs] = [0, 0, 0]
  for (const [i, a] of one.entries()) {
    const b = other[i] ?? 0
    both += a * b
    mine += a * a
    theirs += b * b
  }
  return mine === 0 || theirs === 0 ? 0 : both / Math.sqrt(mine * theirs)
}
