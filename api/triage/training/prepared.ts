import { fileURLToPath } from 'node:url'
import { sharedLessons } from '../base/shared-lessons.ts'
import { isModel, parse, serialise } from '../local/model.ts'
import { isTaughtBy, recall, train } from '../local/train.ts'
import { bytesOf, learnReplies, REPLIES } from '../replies/learn.ts'
import type { LabelledMessage } from '../understanding.ts'
import { builtBy, codeOf, keepBuilt, readBuilt } from './built.ts'

const SHARED = 'prepared.model'
const HERE = fileURLToPath(new URL('.', import.meta.url))

/**
 * Learns what all businesses share, for the code that stands in `sources`. What an earlier build learnt from the same lessons by the same code
 * is taken over.
 */
export function prepare(
  earlier: string,
  {
    to = HERE,
    sources,
    lessons = sharedLessons(),
  }: { to?: string; sources: string; lessons?: readonly LabelledMessage[] },
): void {
  const code = codeOf(sources)
  const before = builtBy(code, earlier, SHARED)
  const same = before && isModel(before) && isTaughtBy(parse(before), lessons)
  keepBuilt(code, to, {
    [SHARED]: same ? before : serialise(train([], { caseTypes: [], bookingKinds: [] }, lessons)),
    [REPLIES]: builtBy(code, earlier, REPLIES) ?? bytesOf(learnReplies()),
  })
}

let looked = false

/** The first training of a new desk need not wait for what the build knows already. */
export function recallPrepared(): void {
  if (looked) return
  looked = true
  const bytes = readBuilt(SHARED)
  if (bytes && isModel(bytes)) recall(sharedLessons(), parse(bytes))
}
