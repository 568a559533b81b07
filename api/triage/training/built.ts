import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// What takes seconds to learn is learnt when the desk is built. It lies beside the compiled code, with the code that taught it named.
const HERE = fileURLToPath(new URL('.', import.meta.url))
/** Run from its sources the desk takes what its last build learnt, if nothing that teaches has changed since. */
const LAST_BUILD = fileURLToPath(new URL('../../../dist/server/api/triage/training/', import.meta.url))
const SOURCES = fileURLToPath(new URL('..', import.meta.url))
const CODE = 'built.code'

/** What the build learnt under this name; nothing where there was no build, or an older one. */
export function readBuilt(name: string): Buffer | undefined {
  return existsSync(join(HERE, CODE)) ? readIn(HERE, name) : builtBy(codeOf(SOURCES), LAST_BUILD, name)
}

/** What an earlier build in that folder learnt by the very same code. */
export function builtBy(code: string, folder: string, name: string): Buffer | undefined {
  const named = join(folder, CODE)
  return existsSync(named) && readFileSync(named, 'utf8') === code ? readIn(folder, name) : undefined
}

export function keepBuilt(code: string, folder: string, learnt: Record<string, Uint8Array>): void {
  for (const [name, bytes] of Object.entries(learnt)) writeFileSync(join(folder, name), bytes)
  writeFileSync(join(folder, CODE), code)
}

/** All that may change what is learnt: every source and lesson of triage. */
export function codeOf(sources: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  for (const path of files.filter((it) => TEACHES.test(it)).sort())
    hash.update(`\0${path}\0`).update(readFileSync(join(sources, path)))
  return hash.digest('hex')
}
const TEACHES = /(?<!\.test)\.ts$|\.jsonl$/

const readIn = (folder: string, name: string): Buffer | undefined =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : undefined
