import { blames, LEAST_MS, mayBeBilled, MOST_AT_ONCE, takenInTime, within } from './ask.ts'
import type { HowItWent } from './breaker.ts'
import { ModelTrouble, type Recording, type Trouble } from './language-model.ts'
import type { Reachable } from './models.ts'
import type { Purse } from './purse.ts'

export type Hearing = {
  /** those that hear are asked one after the other, until one has words or the time is over */
  models: readonly Reachable[]
  recording: Recording
  timeoutMs: number
  purse: Purse
  /** milliseconds of any steady clock */
  clock: () => number
}

/** `by` is who heard it, `trouble` why nobody did. */
export type HeardWords = { words: string; by: string; trouble?: undefined } | { words?: undefined; trouble: Trouble }

/** Nobody says more than this in the time a voice note may take; what does is a model that repeats itself. */
const MOST_CHARACTERS = 4_000

/** What is said in a recording, within the time given, on one line. Never throws, never asks one model twice; nothing where no model hears. */
export async function hear(it: Hearing): Promise<HeardWords | undefined> {
  const deadline = it.clock() + it.timeoutMs
  let last: HeardWords | undefined
  for (const model of it.models.filter((one) => one.hearer)) {
    if (last && deadline - it.clock() < Math.min(LEAST_MS, it.timeoutMs / 4)) break
    last = await hearOne(it, model, deadline)
    // whoever heard nobody speak has heard
    if (!last.trouble || last.trouble === 'empty') break
  }
  return last
}

async function hearOne(it: Hearing, model: Reachable, deadline: number): Promise<HeardWords> {
  const { hearer } = model
  if (!hearer || model.busy.calls >= MOST_AT_ONCE) return { trouble: 'busy' }
  if (deadline <= it.clock()) return { trouble: 'slow' }
  const ended = model.hearBreaker?.begin()
  if (model.hearBreaker && !ended) return { trouble: 'breaker_open' }
  const cost = Math.ceil((hearer.minutePrice * Math.max(1, it.recording.seconds)) / 60)
  model.busy.calls += 1
  let went: HowItWent = 'nothing'
  try {
    const taken = cost === 0 ? undefined : await takenInTime(it.purse, cost, deadline - it.clock())
    if (taken === 'late') return { trouble: 'slow' }
    if (cost > 0 && !taken) return { trouble: 'budget_spent' }
    const got = await within(deadline - it.clock(), (signal) => hearer.wordsIn(it.recording, signal))
    if (got instanceof ModelTrouble) {
      const { reason } = got
      await taken?.spent(mayBeBilled(got) || reason === 'empty' ? cost : 0)
      // that nobody speaks in it says nothing of the provider's health
      went = blames(reason) && reason !== 'empty' ? 'badly' : 'well'
      return { trouble: reason }
    }
    await taken?.spent(cost)
    went = 'well'
    const words = onOneLine(got)
    return words ? { words, by: `${model.provider}:${hearer.model}` } : { trouble: 'empty' }
  } catch {
    // the purse: without it nothing may be spent
    return { trouble: 'failed' }
  } finally {
    model.busy.calls -= 1
    ended?.(went)
  }
}

const onOneLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
