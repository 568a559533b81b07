import type { z } from 'zod'
import type { HowItWent } from './breaker.ts'
import { type ModelProvider, ModelTrouble, type Question, type TokensUsed, type Trouble } from './language-model.ts'
import type { Reachable } from './models.ts'
import { costOf, mostTokensIn } from './prices.ts'
import type { Purse, Taken } from './purse.ts'

export type Asking<A extends z.ZodType> = {
  /** asked one after the other, until one answers or the time is over */
  models: readonly Reachable[]
  question: Omit<Question, 'answer'> & { answer: A }
  timeoutMs: number
  purse: Purse
  /** milliseconds of any steady clock */
  clock: () => number
}

/** What came of asking, and what it took; `trouble` says why there is no answer. */
export type Asked<T> = TokensUsed & {
  provider: ModelProvider
  model: string
  costMicros: number
  latencyMs: number
} & ({ answer: T; trouble?: undefined } | { answer?: undefined; trouble: Trouble })

/** What a call usually costs, of the most it could. */
const USUAL_SHARE = 0.3
/** Tokens. The usual models count 260 to 2,500 for a picture of a phone's screen; what turns out dearer is counted after. */
const MOST_OF_A_PICTURE = 6_000
/** More than so many at once and a process would only queue up what comes back too late. */
export const MOST_AT_ONCE = 32
/** A model that is asked with less time left would only be blamed for being slow. */
export const LEAST_MS = 800

/** Asks for an answer of a known shape within the time given. Never throws, never asks one model twice. */
export async function ask<A extends z.ZodType>(it: Asking<A>): Promise<Asked<z.output<A>> | undefined> {
  const start = it.clock()
  const deadline = start + it.timeoutMs
  let all: Asked<z.output<A>> | undefined
  for (const model of it.models) {
    if (all && deadline - it.clock() < Math.min(LEAST_MS, it.timeoutMs / 4)) break
    const one = await askOne(it, model, deadline)
    all = {
      ...one,
      inputTokens: one.inputTokens + (all?.inputTokens ?? 0),
      outputTokens: one.outputTokens + (all?.outputTokens ?? 0),
      costMicros: one.costMicros + (all?.costMicros ?? 0),
      latencyMs: it.clock() - start,
    }
    if (!one.trouble) break
  }
  return all
}

async function askOne<A extends z.ZodType>(
  it: Asking<A>,
  model: Reachable,
  deadline: number,
): Promise<Asked<z.output<A>>> {
  const nothing = { inputTokens: 0, outputTokens: 0 }
  const about = { provider: model.provider, model: model.model, latencyMs: 0 }
  const none = (trouble: Trouble, costMicros = 0, used: TokensUsed = nothing) => ({
    ...about,
    ...used,
    costMicros,
    trouble,
  })
  if (model.busy.calls >= MOST_AT_ONCE) return none('busy')
  if (deadline <= it.clock()) return none('slow')
  const ended = model.breaker.begin()
  if (!ended) return none('breaker_open')
  const most = mostCost(it.question, model)
  model.busy.calls += 1
  let went: HowItWent = 'nothing'
  try {
    const taken = most === 0 ? undefined : await takenInTime(it.purse, most, deadline - it.clock())
    if (taken === 'late') return none('slow')
    if (most > 0 && !taken) return none('budget_spent')
    const got = await within(deadline - it.clock(), (signal) => model.structured(it.question, signal))
    const used = got instanceof ModelTrouble ? got.used : got
    // a call that was cut off may be on the bill all the same: nobody tells, so it counts with what such a call usually costs
    const cost = used ? costOf(model.price, used) : mayBeBilled(got) ? Math.ceil(most * USUAL_SHARE) : 0
    await taken?.spent(cost)
    if (got instanceof ModelTrouble) {
      went = blames(got.reason) ? 'badly' : 'well'
      return none(got.reason, cost, used)
    }
    const read = it.question.answer.safeParse(got.json)
    went = read.success || namesUnknown(read.error) ? 'well' : 'badly'
    if (!read.success) return none(namesUnknown(read.error) ? 'unknown_label' : 'wrong_shape', cost, used)
    const { inputTokens, outputTokens } = got
    return { ...about, inputTokens, outputTokens, costMicros: cost, answer: read.data }
  } catch {
    // the purse: without it nothing may be spent
    return none('failed')
  } finally {
    model.busy.calls -= 1
    ended(went)
  }
}

/** Money that comes too late goes back. */
export async function takenInTime(purse: Purse, micros: number, ms: number): Promise<Taken | 'late' | undefined> {
  const taking = purse.take(micros)
  const taken = await inTime(taking, ms)
  if (taken === 'late') taking.then((it) => it?.spent(0)).catch(() => undefined)
  return taken
}

/** The answer or the trouble, when the time is over at the latest: an SDK that does not hear the signal is left behind. */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | ModelTrouble> {
  const ending = new AbortController()
  const done = work(ending.signal).catch((trouble: unknown) =>
    trouble instanceof ModelTrouble ? trouble : new ModelTrouble('failed'),
  )
  const got = await inTime(done, ms)
  if (got !== 'late') return got
  ending.abort()
  return new ModelTrouble('slow')
}

/** What comes of a promise within so many ms; it is not stopped. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const mostCost = (question: Question, model: Reachable): number =>
  costOf(model.price, {
    inputTokens:
      mostTokensIn(question.task) +
      mostTokensIn(JSON.stringify(question.data)) +
      (question.picture ? MOST_OF_A_PICTURE : 0),
    outputTokens: question.mostTokens,
  })

export const mayBeBilled = (got: unknown): boolean =>
  got instanceof ModelTrouble && ['slow', 'unreachable', 'failed'].includes(got.reason)

/** What a message may bring about by itself says nothing of the provider's health. */
export const blames = (reason: Trouble): boolean => reason !== 'refused' && reason !== 'cut_short'

/** The right shape with a word that is none of ours in it. */
const namesUnknown = (wrong: z.ZodError): boolean => wrong.issues.every((it) => it.code === 'invalid_value')
