import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Storage } from './storage.ts'

const isMissing = (trouble: unknown): boolean => (trouble as NodeJS.ErrnoException).code === 'ENOENT'

/** A folder. A file appears whole or not at all: it is written beside its place and moved there. */
export function diskStorage(url: string): Storage {
  const folder = fileURLToPath(url)
  const pathOf = (key: string): string => {
    if (!/^[\w-]+(?:\/[\w-]+)*$/.test(key)) throw new Error('Not a key of ours')
    return join(folder, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const beside = `${path}.${randomUUID()}`
      try {
        const file = await open(beside, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(beside, path)
      } catch (trouble) {
        await rm(beside, { force: true })
        throw trouble
      }
    },
    async get(key, part): Promise<Readable | undefined> {
      try {
        return (await open(pathOf(key), 'r')).createReadStream(part && { start: part.from, end: part.to })
      } catch (trouble) {
        if (isMissing(trouble)) return undefined
        throw trouble
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}
