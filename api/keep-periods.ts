/**
 * How long the desk keeps what is only of use for a while, in one place. What customers and staff said and did is not among it; the copies that
 * were sent of it are.
 */
export const keepPeriods = {
  /** after they fired: long enough to see what happened last week */
  firedTimersDays: 14,
  /** a caller that repeats a request does so within minutes; a week is for a queue that stood still over a holiday */
  idempotencyKeysDays: 7,
  /** the words of what was sent, after it was: what was said stands in its conversation, and of the parcel stays what became of it */
  sentWordsDays: 30,
  /** raw events after they were answered: as long as a message can be taken back; what was said stands in its conversation */
  answeredEventsDays: 30,
  /** after they were credited or given up without any case; with one they stay as long as it does */
  settledPaymentsDays: 90,
  /** after they ended */
  sessionsDays: 1,
  /** after they were used or ran out; reusable ones (the demo's) stay */
  linkCodesDays: 7,
} as const
