/** Then all is forgotten: a stranger may ask for any number of keys, and the memory must not grow with them. */
const MOST_KEPT = 10_000

const memories = new Set<{ forget: () => void }>()

/** What was read of one database says nothing of the next. */
export function forgetAllMemories(): void {
  for (const memory of memories) memory.forget()
}

/** What was read lately, in this process alone: each answer serves for `freshMs` from when it was asked for. */
export function aMemory<T>(freshMs: number, clock: () => number = () => performance.now()) {
  const kept = new Map<string, { answer: Promise<T>; at: number }>()

  const fresh = (key: string): Promise<T> | undefined => {
    const hit = kept.get(key)
    return hit && clock() - hit.at < freshMs ? hit.answer : undefined
  }
  const keep = (key: string, answer: Promise<T>, at: number): void => {
    if (kept.size >= MOST_KEPT && !kept.has(key)) kept.clear()
    kept.set(key, { answer, at })
  }

  const memory = {
    /** Who asks while it is being read waits for the same answer. One that fails is not kept. */
    shared(key: string, read: () => Promise<T>): Promise<T> {
      const known = fresh(key)
      if (known) return known
      const answer = read()
      keep(key, answer, clock())
      answer.catch(() => kept.get(key)?.answer === answer && kept.delete(key))
      return answer
    },
    /** Who asks while it is being read reads for themselves: within a transaction nobody may wait for what another one reads. */
    async own(key: string, read: () => Promise<T>): Promise<T> {
      const known = fresh(key)
      if (known) return known
      const at = clock()
      const answer = await read()
      keep(key, Promise.resolve(answer), at)
      return answer
    },
    /** After a change in this process, and between tests. Without a key: everything. */
    forget(key?: string): void {
      if (key === undefined) kept.clear()
      else kept.delete(key)
    },
  }
  memories.add(memory)
  return memory
}
