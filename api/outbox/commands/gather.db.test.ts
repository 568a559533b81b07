import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDatabaseForThisFile, aTenant, moveClock, on } from '../../../test/factories.ts'
import { openConversation } from '../../conversations/commands/open-conversation.ts'
import { OutboxRow } from '../model.ts'
import type { Hold, Parcel } from '../schema.ts'
import { chatsWithDueNews, takeAlong, takeTogether } from './gather.ts'
import { onCommitted, post } from './post.ts'
import { takeForgottenParcels } from './take.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
let conversationId: string
let delivered: Parcel[]

beforeAll(async () => {
  onCommitted((parcels) => void delivered.push(...parcels))
})
beforeEach(async () => {
  delivered = []
  conversationId = await on(tenant, (ctx) =>
    openConversation(ctx, {
      channelId: tenant.channelId,
      kind: 'group',
      sourceId: `C${randomBytes(16).toString('hex')}`,
    }),
  )
})
afterAll(async () => {
  onCommitted(undefined)
})

const says = (words: string, held?: { for: Hold; seconds: number }) =>
  on(tenant, async (ctx) =>
    post(ctx, {
      channelId: tenant.channelId,
      conversationId,
      event: 'case.moved',
      messages: [{ type: 'text', text: words }],
      language: 'th',
      mayWait: true,
      ...(held && { held: { for: held.for, until: new Date(ctx.now.getTime() + held.seconds * 1_000) } }),
    }),
  )
const chat = () => ({ tenantId: tenant.id, channelId: tenant.channelId, conversationId, digest: false })
const wordsOf = (it: Parcel | undefined) => it?.messages.map((one) => (one.type === 'text' ? one.text : ''))
const statesOf = async () =>
  (
    await on(tenant, (ctx) =>
      OutboxRow.query(ctx.trx).where('conversation_id', conversationId).orderBy('seq').execute(),
    )
  ).map((it) => it.state)
const due = async () => (await chatsWithDueNews(50)).filter((it) => it.conversationId === conversationId)

test('news that waits is handed to nobody until it is due, then to one as one, in order', async () => {
  const first = await says('1', { for: 'gather', seconds: 3 })
  await says('2', { for: 'gather', seconds: 4 })
  await says('now')
  expect(wordsOf(delivered[0])).toEqual(['now'])
  expect(delivered).toHaveLength(1)
  expect(await due()).toEqual([])
  expect((await takeForgottenParcels(50)).filter((it) => it.conversationId === conversationId)).toEqual([])
  await moveClock(database, '3 seconds')
  expect(await due()).toEqual([chat()])
  const parcel = await takeTogether(chat())
  // the second came within the wait of the first
  expect(wordsOf(parcel)).toEqual(['1', '2'])
  expect(parcel?.id).toBe(first)
  expect(await statesOf()).toEqual(['sending', 'joined', 'sending'])
  expect(await takeTogether(chat())).toBeUndefined()
})

test('of many processes at once one gets all of it, and nothing is lost or said twice', async () => {
  const all = Array.from({ length: 30 }, (_, n) => String(n))
  for (const words of all) await says(words, { for: 'gather', seconds: 0 })
  const taken = await Promise.all(Array.from({ length: 6 }, () => takeTogether(chat())))
  const said = taken.flatMap((it) => wordsOf(it) ?? [])
  expect([...said].sort()).toEqual([...all].sort())
  expect(taken.filter(Boolean)).toHaveLength(1)
})

test('a reply takes along what waits for company or a free way, never what quiet hours keep', async () => {
  await says('gathers', { for: 'gather', seconds: 3 })
  await says('sleeps', { for: 'quiet', seconds: 3_600 })
  await says('listed', { for: 'digest', seconds: 3_600 })
  await says('unpaid', { for: 'quota', seconds: 3_600 })
  await says('reply')
  const reply = delivered.find((it) => wordsOf(it)?.[0] === 'reply') as Parcel
  expect(wordsOf(await takeAlong(reply))).toEqual(['reply', 'gathers', 'listed', 'unpaid'])
  expect(await statesOf()).toEqual(['joined', 'ready', 'joined', 'joined', 'sending'])
})

test('a reply and the clock at once: each piece goes with one of them', async () => {
  for (let n = 0; n < 10; n += 1) await says(`n${n}`, { for: 'gather', seconds: 0 })
  await says('reply')
  const reply = delivered.at(-1) as Parcel
  const [along, together] = await Promise.all([takeAlong(reply), takeTogether(chat())])
  const said = [...(wordsOf(along) ?? []), ...(wordsOf(together) ?? [])]
  expect(said).toHaveLength(11)
  expect(new Set(said).size).toBe(11)
})

test('more than fits one call is taken in the next, and a process that died gives it back whole', async () => {
  for (let n = 0; n < 60; n += 1) await says(`n${n}`, { for: 'gather', seconds: 0 })
  const parcel = await takeTogether(chat())
  expect(parcel?.messages).toHaveLength(50)
  await database.owner.query(`update outbox set lease_until = now() - interval '1 second' where id = $1`, [parcel?.id])
  const again = (await takeForgottenParcels(200)).find((it) => it.id === parcel?.id)
  expect(wordsOf(again)).toEqual(wordsOf(parcel))
  expect((await takeTogether(chat()))?.messages).toHaveLength(10)
})

test('what staff wrote goes all together with a reply while it is short, else two at a time, in order', async () => {
  const writes = (words: string) =>
    on(tenant, async (ctx) =>
      post(ctx, {
        channelId: tenant.channelId,
        conversationId,
        event: 'staff.answered',
        messages: [{ type: 'text', text: words }],
        language: 'th',
        mayWait: true,
        held: { for: 'quota', until: new Date(ctx.now.getTime() + 3_600_000) },
      }),
    )
  for (let n = 1; n <= 7; n += 1) await writes(`คำตอบที่ ${n}`)
  await says('reply')
  const all = Array.from({ length: 7 }, (_, n) => `คำตอบที่ ${n + 1}`)
  expect(wordsOf(await takeAlong(delivered.at(-1) as Parcel))).toEqual(['reply', ...all])
  const long = Array.from({ length: 3 }, (_, n) => `${n} ${'ยาว '.repeat(900)}`)
  for (const words of long) await writes(words)
  await says('second')
  expect(wordsOf(await takeAlong(delivered.at(-1) as Parcel))).toEqual(['second', ...long.slice(0, 2)])
  await says('third')
  expect(wordsOf(await takeAlong(delivered.at(-1) as Parcel))).toEqual(['third', long[2]])
})
