import { Worker } from 'node:worker_threads'
import type { Learnt, Lesson } from './lesson.ts'

/** A thread that has nothing to do gives back its memory; a next one learns what all share anew. */
const IDLE_MS = 60_000
/** Longer than the slowest training by far: then it hangs. */
const MOST_MS = 300_000

type Waiting = { done: (learnt: Learnt) => void; failed: (why: Error) => void; timer: NodeJS.Timeout }

export type Trainer = {
  /** One at a time, in the order asked. Rejects when the training throws, hangs, or its thread dies. */
  learn: (lesson: Lesson) => Promise<Learnt>
  stop: () => Promise<void>
}

/** Nothing went wrong: the desk is being stopped. */
export class TrainingStopped extends Error {
  override message = 'The training was stopped'
}

type Told = { id: number; learnt?: Learnt; trouble?: string }

/** Trains in a thread of its own, which begins at the first lesson. */
export function aTrainer(file: URL): Trainer {
  let thread: Worker | undefined
  let last = 0
  let idle: NodeJS.Timeout | undefined
  const waiting = new Map<number, Waiting>()

  const take = (id: number): Waiting | undefined => {
    const it = waiting.get(id)
    if (!it) return undefined
    waiting.delete(id)
    clearTimeout(it.timer)
    if (waiting.size === 0 && thread) {
      thread.unref()
      idle = setTimeout(() => void end(), IDLE_MS).unref()
    }
    return it
  }
  const lose = (lost: Worker, why: Error) => {
    if (thread !== lost) return
    thread = undefined
    clearTimeout(idle)
    for (const id of waiting.keys()) take(id)?.failed(why)
  }
  async function end(): Promise<void> {
    const ended = thread
    if (!ended) return
    lose(ended, new TrainingStopped())
    await ended.terminate()
  }
  function begun(): Worker {
    clearTimeout(idle)
    if (thread) return thread
    const fresh = threadOf(file)
    fresh.on('message', ({ id, learnt, trouble }: Told) => {
      const it = take(id)
      if (learnt) it?.done(learnt)
      else it?.failed(new Error(`A training failed: ${trouble ?? 'no word'}`))
    })
    fresh.on('error', (trouble: Error) => lose(fresh, trouble))
    fresh.on('exit', (code) => lose(fresh, new Error(`The training thread ended with ${code}`)))
    thread = fresh
    return fresh
  }

  return {
    learn: (lesson) =>
      new Promise((done, failed) => {
        const id = (last += 1)
        const timer = setTimeout(() => {
          const hung = thread
          if (!hung) return
          lose(hung, new Error('A training took too long'))
          void hung.terminate()
        }, MOST_MS)
        waiting.set(id, { done, failed, timer })
        const on = begun()
        on.ref()
        on.postMessage({ id, lesson })
      }),
    stop: end,
  }
}

/** From its sources a thread needs the compiler that this process has, too: on Node 20 `--import tsx` does nothing in a thread. */
const threadOf = (file: URL): Worker =>
  file.pathname.endsWith('.ts')
    ? new Worker(
        `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(file.href)}) })`,
        {
          eval: true,
        },
      )
    : new Worker(file)

/** The one of this process. */
export const trainer: Trainer = aTrainer(new URL('./thread.ts', import.meta.url))
