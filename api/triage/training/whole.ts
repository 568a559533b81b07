import { createHash } from 'node:crypto'
import type { TriageModel } from '../model.ts'

export const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Its bytes are those that were written; of one from before there were digests nobody knows. */
export const isWhole = (it: Pick<TriageModel, 'model' | 'digest'>): boolean =>
  !it.digest || digestOf(it.model).equals(it.digest)
