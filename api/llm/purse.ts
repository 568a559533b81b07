/** Where the money for calls comes from. All amounts are millionths of a US dollar. */
export type Purse = {
  /** Sets aside the most that a call may cost; nothing when the day's money would not do. */
  take: (micros: number) => Promise<Taken | undefined>
}

/** Gives back what the call did not cost. */
export type Taken = { spent: (micros: number) => Promise<void> }
