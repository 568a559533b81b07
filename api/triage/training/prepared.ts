import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { sharedLessons } from '../base/shared-lessons.ts'
import { isModel, type LocalModel, parse, serialise } from '../local/model.ts'
import { isTaughtBy, recall, train } from '../local/train.ts'

/** What all businesses learn together, learnt when the desk was built: it lies beside the compiled code, and never beside the sources. */
const BUILT = new URL('prepared.model', import.meta.url)

/** Learns it for the code that stands here. What an earlier build learnt from the same lessons is taken over. */
export function prepare(earlier: string, to: string | URL = BUILT): void {
  const lessons = sharedLessons()
  const before = existsSync(earlier) ? readFileSync(earlier) : undefined
  const same = before && isModel(before) && isTaughtBy(parse(before), lessons)
  writeFileSync(to, same ? before : serialise(train([], { caseTypes: [], bookingKinds: [] }, lessons)))
}

let looked = false

/** The first training of a new desk need not wait for what the build knows already. */
export function recallPrepared(): void {
  if (looked) return
  looked = true
  const model = prepared()
  if (model) recall(sharedLessons(), model)
}

function prepared(): LocalModel | undefined {
  if (!existsSync(BUILT)) return undefined
  const bytes = readFileSync(BUILT)
  return isModel(bytes) ? parse(bytes) : undefined
}
