import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBucket, type Bucket } from '../../test/bucket.ts'
import { diskStorage } from './disk-storage.ts'
import { s3Storage } from './s3-storage.ts'
import type { Storage } from './storage.ts'

const KEY = '0193-a/0193-b'
const bytes = Buffer.from([0, 1, 2, 255, 254])
const read = async (it: Storage, key: string) => {
  const found = await it.get(key)
  return found && (await buffer(found))
}

let folder: string
let bucket: Bucket
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'))
  bucket = await aBucket()
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await bucket.stop()
})

const kinds: [string, () => Storage][] = [
  ['a folder', () => diskStorage(pathToFileURL(folder).href)],
  ['a bucket', () => s3Storage(bucket.config)],
]

describe.each(kinds)('%s', (_, open) => {
  test('gives back what was put, newest last, and forgets what is removed', async () => {
    const it = open()
    expect(await read(it, KEY)).toBeUndefined()
    await it.put(KEY, Buffer.from('older'), 'text/plain')
    await it.put(KEY, bytes, 'image/png')
    expect(await read(it, KEY)).toEqual(bytes)
    const part = await it.get(KEY, { from: 1, to: 3 })
    expect(part && (await buffer(part))).toEqual(bytes.subarray(1, 4))
    await it.remove(KEY)
    await it.remove(KEY)
    expect(await read(it, KEY)).toBeUndefined()
  })
})

test('a folder leaves nothing beside the file and nothing outside of it', async () => {
  const it = diskStorage(pathToFileURL(folder).href)
  await it.put('one/two', bytes, 'image/png')
  expect(await readdir(join(folder, 'one'))).toEqual(['two'])
  for (const key of ['../one', 'one/../../etc', '/etc/passwd', 'a\u0000b', ''])
    await expect(it.put(key, bytes, 'x')).rejects.toThrow('Not a key')
})

test('a bucket is signed for, addressed by path, and its refusals are told without what was asked', async () => {
  const it = s3Storage(bucket.config)
  await it.put('one/two', bytes, 'image/png')
  expect(bucket.asked.at(-1)).toMatchObject({ method: 'PUT', path: '/desk/some/where/one/two', type: 'image/png' })
  const stranger = s3Storage({ ...bucket.config, secretAccessKey: 'wrong' })
  await expect(stranger.put('one/two', Buffer.from('x'), 'text/plain')).rejects.toThrow('answered 403')
  expect(await read(it, 'one/two')).toEqual(bytes)
  bucket.down(true)
  await expect(it.get('one/two')).rejects.toThrow('answered 503')
  bucket.down(false)
})
