import { setTimeout as pause } from 'node:timers/promises'

/** Between two looks. */
const REST_MS = 20

/**
 * Finds things by key, for whoever may ask for any number of keys: who asks while a look is under way is answered by the next one, so that
 * a flood costs a few looks, and nobody is told of a thing that is not there any more, or not yet.
 */
export function askedTogether<T>(
  look: (keys: string[]) => Promise<ReadonlyMap<string, T>>,
  rest: () => Promise<unknown> = () => pause(REST_MS),
): (key: string) => Promise<T | undefined> {
  let waiting = new Map<string, Asked<T>>()
  let isLooking = false

  async function answerAll(): Promise<void> {
    isLooking = true
    while (waiting.size > 0) {
      const round = waiting
      waiting = new Map()
      try {
        const found = await look([...round.keys()])
        for (const [key, asked] of round) asked.tell(found.get(key))
      } catch (trouble) {
        for (const asked of round.values()) asked.fail(trouble)
      }
      await rest()
    }
    isLooking = false
  }

  return (key) => {
    const asked = waiting.get(key) ?? anAsked<T>()
    waiting.set(key, asked)
    if (!isLooking) void answerAll()
    return asked.answer
  }
}

type Asked<T> = { answer: Promise<T | undefined>; tell: (it: T | undefined) => void; fail: (why: unknown) => void }

function anAsked<T>(): Asked<T> {
  let tell: Asked<T>['tell'] = () => undefined
  let fail: Asked<T>['fail'] = () => undefined
  const answer = new Promise<T | undefined>((done, failed) => {
    tell = done
    fail = failed
  })
  return { answer, tell, fail }
}
