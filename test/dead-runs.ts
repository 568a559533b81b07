import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeEmbedded } from '../api/db/embedded.ts'
import { isAlive, parse } from '../api/db/lock-file.mjs'

/** Of the data folders in the temporary folder; each holds a file `owner`. */
export const testDataPrefix = 'bellhop-test-'

/** A run that was killed leaves its server behind: end it. */
export async function clearAfterDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(testDataPrefix))) {
    const dataDir = join(tmpdir(), name)
    const owner = parse(readOr(join(dataDir, 'owner'), ''))
    if (owner && isAlive(owner)) continue
    try {
      await removeEmbedded(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    } catch {
      // A worker of that run still lives; the run after this one will find it gone.
    }
  }
}

function readOr(path: string, otherwise: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
