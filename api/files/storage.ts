import type { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { diskStorage } from './disk-storage.ts'
import type { Part } from './part-of.ts'
import { s3Storage } from './s3-storage.ts'

/** Where the bytes lie. Keys are ours: letters, digits, dashes and slashes. Writing and removing may be repeated. */
export type Storage = {
  put: (key: string, bytes: Buffer, contentType: string) => Promise<void>
  /** all of it, or a part that it has; nothing when there is no such key */
  get: (key: string, part?: Part) => Promise<Readable | undefined>
  remove: (key: string) => Promise<void>
}

let open: Storage | undefined

/** Chooses the storage of this process, once at the start. */
export function useStorage(it: Pick<Config, 'storageUrl' | 's3'>): void {
  open = it.s3 ? s3Storage(it.s3) : diskStorage(it.storageUrl)
}

export function storage(): Storage {
  if (!open) throw new Error('No storage was chosen')
  return open
}
