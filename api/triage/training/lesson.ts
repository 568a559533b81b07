import type { LabelledMessage } from '../understanding.ts'
import type { Desk, Figures } from './figures.ts'

/** What a training needs to know of a tenant; plain data, since it crosses into a thread. */
export type Lesson = {
  desk: Desk
  /** the tenant's own labelled messages, in the order they came */
  examples: LabelledMessage[]
  /** the model in use: what the new one is held against */
  before?: Uint8Array
  /** a model that was taught by the shared lessons and no others: they need not be learnt again, which takes seconds */
  pure?: Uint8Array
  /** only labels came or went: the rest is taken over from `before` */
  onlyLabels?: boolean
}

export type Learnt = { model: Uint8Array; figures: Figures; against?: Figures }
