/** More at once than these are only waiting for a database that hangs, each with its body in memory. */
const MOST_UNDER_WAY = 5_000
/** After this nobody knows any more whether there is room again. */
const REMEMBERED_MS = 30_000

/** SQLSTATE class 53: the disk, the memory or the connections of the database are used up. Reading goes on as ever. */
const isFull = (trouble: unknown): boolean => String((trouble as { code?: unknown } | null)?.code).startsWith('53')

/** What the door notices of its own requests, without asking the database. */
export function strain(mostUnderWay = MOST_UNDER_WAY, clock: () => number = () => performance.now()) {
  let underWay = 0
  let fullSince: number | undefined
  return {
    isFull: () => fullSince !== undefined && clock() - fullSince < REMEMBERED_MS,
    /** Undefined where too many wait already; otherwise to be called when it is over. */
    enter(): (() => void) | undefined {
      if (underWay >= mostUnderWay) return undefined
      underWay += 1
      return () => void (underWay -= 1)
    },
    ended(it: { changes: boolean; trouble?: unknown }): void {
      if (isFull(it.trouble)) fullSince = clock()
      else if (it.changes && it.trouble === undefined) fullSince = undefined
    },
  }
}
export type Strain = ReturnType<typeof strain>
