import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LabelledMessage } from '../understanding.ts'
import { sharedLessons } from '../base/shared-lessons.ts'
import { isModel, type LocalModel, parse, serialise } from '../local/model.ts'
import { isTaughtBy, recall, train } from '../local/train.ts'

// What all businesses learn together is learnt when the desk is built. It lies beside the compiled code, with the code that taught it named.
const NAME = 'prepared.model'
const BUILT = fileURLToPath(new URL(NAME, import.meta.url))
/** Run from its sources the desk takes what its last build learnt, if nothing that teaches has changed since. */
const LAST_BUILT = fileURLToPath(new URL(`../../../dist/server/api/triage/training/${NAME}`, import.meta.url))
const SOURCES = fileURLToPath(new URL('..', import.meta.url))

/** Learns it for the code that stands in `sources`. What an earlier build learnt from the same lessons by the same code is taken over. */
export function prepare(
  earlier: string,
  {
    to = BUILT,
    sources,
    lessons = sharedLessons(),
  }: { to?: string; sources: string; lessons?: readonly LabelledMessage[] },
): void {
  const code = codeOf(sources)
  const before = learntBy(code, earlier)
  const same = before && isTaughtBy(parse(before), lessons)
  writeFileSync(to, same ? before : serialise(train([], { caseTypes: [], bookingKinds: [] }, lessons)))
  writeFileSync(`${to}.code`, code)
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
  const bytes = existsSync(BUILT) ? readModel(BUILT) : learntBy(codeOf(SOURCES), LAST_BUILT)
  return bytes && parse(bytes)
}

function learntBy(code: string, path: string): Buffer | undefined {
  const named = `${path}.code`
  return existsSync(named) && readFileSync(named, 'utf8') === code ? readModel(path) : undefined
}

function readModel(path: string): Buffer | undefined {
  const bytes = existsSync(path) ? readFileSync(path) : undefined
  return bytes && isModel(bytes) ? bytes : undefined
}

/** All that may change what is learnt: every source of triage. */
function codeOf(sources: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  for (const path of files.filter((it) => it.endsWith('.ts') && !it.endsWith('.test.ts')).sort())
    hash.update(`\0${path}\0`).update(readFileSync(join(sources, path)))
  return hash.digest('hex')
}
