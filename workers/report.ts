/** Tells of a bug or an outage, once, with ids and never with what people wrote; answers the id it can be found by. */
export type Report = (trouble: unknown, about: Record<string, unknown>) => string

/** Something that runs until it is stopped; `stop` lets finish what has begun. */
export type Running = { stop: () => Promise<void> }

/** For loops: the same outage is told when it begins, not at every round. Call `over` when a round went well. */
export function onceAnOutage(report: Report): {
  tell: (trouble: unknown, about: Record<string, unknown>) => void
  over: () => void
} {
  let told = false
  return {
    tell(trouble, about) {
      if (!told) report(trouble, about)
      told = true
    },
    over() {
      told = false
    },
  }
}
