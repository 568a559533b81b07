import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aDatabaseForThisFile, aTenant, on, type TestTenant } from '../test/factories.ts'
import { verifyActivities } from './audit/verify.ts'
import { channelByKey, forgetChannels } from './channels/queries.ts'
import { contactOf } from './contacts/commands.ts'
import { openConversation } from './conversations/commands/open-conversation.ts'
import { setGroupPurpose } from './groups/commands/set-purpose.ts'
import { readLink, signLink } from './links.ts'
import { notUnderPresentKey, type Rotated, rotateSecrets } from './rotate-secrets.ts'
import { decrypt, encrypt, keyIdOf, UnknownKey, useMasterKey } from './secrets.ts'

const [first, second, third] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer]
const database = await aDatabaseForThisFile()
let mine: TestTenant
let theirs: TestTenant

beforeAll(async () => {
  useMasterKey(first)
  mine = await aTenant(database)
  theirs = await aTenant(database)
})
beforeEach(forgetChannels)

const rotate = async () => {
  const told: Rotated[] = []
  await rotateSecrets(database.ownerUrl, (tenant) => told.push(tenant))
  return told
}

test('several keys decrypt and one encrypts; what nobody has a key for is refused by name', () => {
  useMasterKey(first)
  const old = encrypt('token')
  useMasterKey(second, [first])
  expect(decrypt(old)).toBe('token')
  expect(keyIdOf(encrypt('token'))).not.toBe(keyIdOf(old))
  useMasterKey(third, [second])
  expect(() => decrypt(old)).toThrow(UnknownKey)
  // the form from before keys had ids
  const bare = Buffer.concat([Buffer.from([1]), old.subarray(5)])
  useMasterKey(second, [first])
  expect(decrypt(bare)).toBe('token')
  useMasterKey(third)
  expect(() => decrypt(bare)).toThrow(UnknownKey)
  const damaged = Buffer.from(old)
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1
  useMasterKey(first)
  expect(() => decrypt(damaged)).toThrow()
})

test('a rotation that was cut short goes on; afterwards the old key is not needed for any credential', async () => {
  useMasterKey(second, [first])
  // as if it had ended after the first value
  const [row] = (await database.owner.query('select id, secret_enc from channels order by id limit 1')).rows
  await database.owner.query('update channels set secret_enc = $1 where id = $2', [
    encrypt(decrypt(row.secret_enc)),
    row.id,
  ])
  expect(await notUnderPresentKey(database.ownerUrl)).toHaveLength(3)
  const told = await rotate()
  expect(told.map((it) => it.changed).reduce((a, b) => a + b)).toBe(3)
  expect(told.flatMap((it) => it.unreadable)).toEqual([])
  expect(await notUnderPresentKey(database.ownerUrl)).toEqual([])
  expect((await rotate()).map((it) => it.changed)).toEqual([0, 0])

  useMasterKey(second)
  for (const tenant of [mine, theirs])
    expect(await channelByKey(tenant.channelKey)).toMatchObject({
      secret: `${tenant.key}-secret`,
      token: `${tenant.key}-token`,
    })
})

test('a credential under a lost key is named, and the others are rotated all the same', async () => {
  useMasterKey(third)
  const lost = encrypt('lost')
  useMasterKey(second)
  await database.owner.query('update channels set token_enc = $1 where id = $2', [lost, theirs.channelId])
  useMasterKey(first, [second])
  expect((await rotate()).flatMap((it) => it.unreadable)).toEqual([`channels ${theirs.channelId}: token_enc`])
  expect(await notUnderPresentKey(database.ownerUrl)).toEqual([
    `${theirs.key}: channels ${theirs.channelId}: token_enc`,
  ])
})

test('timelines, links and buttons outlive the key they were sealed under, as long as it is given', async () => {
  useMasterKey(first)
  const { channelId } = mine
  const conversationId = await on(mine, (ctx) =>
    openConversation(ctx, { channelId, kind: 'group', sourceId: `C${'1'.repeat(32)}` }),
  )
  await on(mine, (ctx) => setGroupPurpose(ctx, { conversationId, purpose: 'staff' }))
  const link = signLink({ kind: 'track', tenantId: mine.id, subjectId: conversationId })
  useMasterKey(second, [first])
  await on(mine, (ctx) => setGroupPurpose(ctx, { conversationId, purpose: 'ignore' }))
  await on(mine, (ctx) => contactOf(ctx, { kind: 'line', value: 'U1' }))

  const broken = async () => {
    const told: (string | undefined)[] = []
    await verifyActivities(database.ownerUrl, (verdict) => told.push(verdict.broken && `line ${verdict.broken.seq}`))
    return told.filter(Boolean)
  }
  expect(await broken()).toEqual([])
  expect(readLink(link)).toMatchObject({ subjectId: conversationId })
  useMasterKey(second)
  expect(await broken()).toEqual(['line 1'])
  expect(readLink(link)).toBeUndefined()
})
