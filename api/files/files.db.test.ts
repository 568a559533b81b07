import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samplePicture } from '../../bot/simulator/sample-picture.ts'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aCustomer, aDatabaseForThisFile, aTenant, moveClock, on, type TestTenant } from '../../test/factories.ts'
import { keepMessage } from '../conversations/commands/keep-message.ts'
import { signLink } from '../links.ts'
import { startQueue, stopQueue } from '../queue/queue.ts'
import { copyLater, fileGone, refuseFile, storeBytes, takeFile } from './commands/copy-file.ts'
import { keepFile } from './commands/keep-file.ts'
import { pruneFiles, removeBytes, withdrawFiles } from './commands/remove-bytes.ts'
import { filesShown, filesToDo } from './queries.ts'
import { useStorage } from './storage.ts'

const database = await aDatabaseForThisFile()
const mine = await aTenant(database)
const theirs = await aTenant(database)
const desk = await anApiServerForThisFile()
let folder: string

beforeAll(async () => {
  await startQueue(database)
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  useStorage({ storageUrl: pathToFileURL(folder).href, s3: undefined })
})
afterAll(async () => {
  await stopQueue()
  await rm(folder, { recursive: true })
})

const bytesKept = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((it) => it.isFile()).length

/** A picture that a customer has just sent. */
async function aFile(tenant: TestTenant) {
  const { messageId, conversationId } = await on(tenant, async (ctx) => {
    const customer = await aCustomer(ctx, { channelId: tenant.channelId })
    const { id, conversationId } = keepMessage(ctx, {
      conversationId: customer.conversationId,
      direction: 'in',
      author: 'customer',
      kind: 'image',
      happenedAt: ctx.now,
    })
    keepFile(ctx, { messageId: id, channelId: tenant.channelId, kind: 'image', origin: '1', name: 'a/b\u202egnp.exe' })
    return { messageId: id, conversationId }
  })
  const { rows } = await database.owner.query('select id from files where message_id = $1', [messageId])
  const it = { tenantId: tenant.id, fileId: rows[0].id as string }
  const shown = async () => (await on(tenant, (ctx) => filesShown(ctx, { conversationId })))[0]
  return { ...it, it, messageId, shown }
}

async function taken(it: { tenantId: string; fileId: string }) {
  const copying = await takeFile(it)
  if (!copying) throw new Error('not to be taken')
  return copying
}

test('two who begin the same copy: one does it; one that died is followed after its lease', async () => {
  const { it } = await aFile(mine)
  const both = await Promise.all([takeFile(it), takeFile(it)])
  expect(both.filter(Boolean)).toHaveLength(1)
  expect(await takeFile(it)).toBeUndefined()
  expect(await filesToDo(100)).toEqual([])
  await moveClock(database, '3 minutes')
  // the job is long lost: the sweep finds it
  expect(await filesToDo(100)).toEqual([{ ...it, waits: true }])
  const again = await taken(it)
  expect(again.attempts).toBe(2)
  await fileGone(again, 'expired')
  expect(await takeFile(it)).toBeUndefined()
})

test('pauses double, and after three days it is given up', async () => {
  const { it, shown } = await aFile(mine)
  await copyLater(await taken(it))
  expect(await takeFile(it)).toBeUndefined()
  await moveClock(database, '1 second')
  await copyLater({ ...(await taken(it)), attempts: 12 })
  await moveClock(database, '9 minutes')
  expect(await takeFile(it)).toBeUndefined()
  await moveClock(database, '4 days')
  await copyLater(await taken(it))
  expect(await shown()).toMatchObject({ state: 'gone', why: 'never_ready', url: null })
})

test('taken back while its bytes are on the way, nothing of it stays; and a copy that ends twice is one', async () => {
  const before = await bytesKept()
  const { it, messageId } = await aFile(mine)
  const copying = await taken(it)
  await on(mine, (ctx) => withdrawFiles(ctx, [messageId]))
  await storeBytes(copying, samplePicture())
  expect(await bytesKept()).toBe(before)
  await removeBytes(it)
  await removeBytes(it)
  expect(await filesToDo(100)).not.toContainEqual({ ...it, waits: false })

  const other = await aFile(mine)
  const twice = await taken(other.it)
  await storeBytes(twice, samplePicture())
  await refuseFile(twice, 'too_large')
  await fileGone(twice, 'expired')
  expect(await other.shown()).toMatchObject({ state: 'stored', size: samplePicture().length, name: 'a b gnp.exe' })
})

test('what hangs on no message any more is let go of, bytes and all', async () => {
  const before = await bytesKept()
  const [withdrawn, deleted, kept] = [await aFile(mine), await aFile(mine), await aFile(mine)]
  for (const { it } of [withdrawn, deleted, kept]) await storeBytes(await taken(it), samplePicture())
  await database.owner.query('update messages set removed_at = now() where id = $1', [withdrawn.messageId])
  await database.owner.query('delete from messages where id = $1', [deleted.messageId])
  expect(await pruneFiles(mine.id)).toBeGreaterThanOrEqual(2)
  expect(await pruneFiles(mine.id)).toBe(0)
  const due = await filesToDo(100)
  for (const { it } of [withdrawn, deleted]) expect(due).toContainEqual({ ...it, waits: false })
  expect(due).not.toContainEqual({ ...kept.it, waits: false })
  for (const it of due) await removeBytes(it)
  expect(await bytesKept()).toBe(before + 1)
  expect(await kept.shown()).toMatchObject({ state: 'stored' })
})

test('is had in parts by players that ask for parts', async () => {
  const { it, shown } = await aFile(mine)
  const bytes = samplePicture()
  await storeBytes(await taken(it), bytes)
  const address = desk.url + new URL((await shown())?.url ?? '').pathname
  const asked = async (range?: string) => {
    const answer = await fetch(address, { ...(range && { headers: { range } }) })
    const { status, headers } = answer
    return { status, range: headers.get('content-range'), body: Buffer.from(await answer.arrayBuffer()), headers }
  }
  const whole = await asked()
  expect(whole).toMatchObject({ status: 200, range: null, body: bytes })
  expect(whole.headers.get('accept-ranges')).toBe('bytes')
  // what an iPhone asks first
  const first = await asked('bytes=0-1')
  expect(first).toMatchObject({ status: 206, range: `bytes 0-1/${bytes.length}`, body: bytes.subarray(0, 2) })
  expect(first.headers.get('content-length')).toBe('2')
  expect(first.headers.get('content-security-policy')).toContain('sandbox')
  expect(await asked('bytes=-5')).toMatchObject({ status: 206, body: bytes.subarray(-5) })
  expect(await asked('bytes=0-1,3-4')).toMatchObject({ status: 200, body: bytes })
  expect(await asked(`bytes=${bytes.length}-`)).toMatchObject({ status: 416, range: `bytes */${bytes.length}` })
})

test('only its own link opens a file, while it lives and its message stands', async () => {
  const { it, messageId, shown } = await aFile(mine)
  await storeBytes(await taken(it), samplePicture())
  const url = (await shown())?.url ?? ''
  const path = new URL(url).pathname
  expect(await desk.call(`GET ${path}`)).toMatchObject({ status: 200 })

  const { now } = await on(mine, (ctx) => Promise.resolve(ctx))
  const [soon, gone] = [new Date(now.getTime() + 60_000), new Date(now.getTime() - 60_000)]
  const link = (more: Partial<Parameters<typeof signLink>[0]>) =>
    signLink({ kind: 'file', tenantId: mine.id, subjectId: it.fileId, expiresAt: soon, ...more })
  const { expiresAt: _, ...forever } = {
    kind: 'file' as const,
    tenantId: mine.id,
    subjectId: it.fileId,
    expiresAt: soon,
  }
  // in the middle: the last character of base64url may hold bits that count for nothing
  const changed = (token: string) => `${token.slice(0, 40)}${token[40] === 'A' ? 'B' : 'A'}${token.slice(41)}`
  const bad = {
    'another tenant’s': link({ tenantId: theirs.id }),
    'one that is over': link({ expiresAt: gone }),
    'one without an end': signLink(forever),
    'one for something else': link({ kind: 'track' }),
    'a changed one': changed(path.split('/').at(-1) ?? ''),
    'none at all': 'x',
  }
  expect(await desk.call(`GET /files/${link({})}`)).toMatchObject({ status: 200 })
  for (const [what, token] of Object.entries(bad))
    expect((await desk.call(`GET /files/${token}`)).status, what).toBe(404)

  await database.owner.query('update messages set removed_at = now() where id = $1', [messageId])
  expect((await desk.call(`GET ${path}`)).status).toBe(404)
})
