import { describe, expect, it } from 'vitest'
import { aCustomer, aDatabaseForThisFile, aTenant, on } from '../../../test/factories.ts'
import { newId } from '../../ids.ts'
import { OutboxRow } from '../../outbox/model.ts'
import { post } from '../../outbox/commands/post.ts'
import { unsettleParcel } from '../../outbox/commands/settle.ts'
import { type MessageStatus, ranks } from '../schema.ts'
import { askAgain, askingFor, keepParts, noteStatus, takenAs } from './parts.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const { conversationId } = await on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId }))

const orders = <T>(of: T[]): T[][] =>
  of.length < 2
    ? [of]
    : of.flatMap((one, at) => orders(of.filter((_, other) => other !== at)).map((rest) => [one, ...rest]))

async function aParcel(parts: number) {
  const { channelId } = tenant
  const id = await on(tenant, async (ctx) =>
    post(ctx, { channelId, conversationId, event: 'test', messages: [{ type: 'text', text: 'x' }], language: 'en' }),
  )
  const kept = await keepParts(
    { id, tenantId: tenant.id, channelId },
    Array.from({ length: parts }, () => ({ body: 'x' })),
    false,
  )
  if (!kept) throw new Error('Nobody else tried')
  const deliveryOf = () => on(tenant, async (ctx) => (await OutboxRow.query(ctx.trx).findById(id))?.delivery)
  return { id, kept, deliveryOf }
}
it('two tries of one parcel at once: one has it, the other lets go', async () => {
  const { channelId } = tenant
  const id = await on(tenant, async (ctx) =>
    post(ctx, { channelId, conversationId, event: 'test', messages: [{ type: 'text', text: 'x' }], language: 'en' }),
  )
  const tries = await Promise.all(
    Array.from({ length: 5 }, () =>
      keepParts({ id, tenantId: tenant.id, channelId }, [{ body: 'x' }, { body: 'y' }], false),
    ),
  )
  expect(tries.filter(Boolean)).toHaveLength(1)
})

it('two tries that read the same part: one asks for it', async () => {
  const { kept } = await aParcel(1)
  const [part] = kept
  if (!part) throw new Error('a part')
  const asked = await Promise.all(Array.from({ length: 5 }, () => askingFor(part)))
  expect(asked.filter(Boolean)).toHaveLength(1)
  // and once more when it was looked for and was not there: as it is now, not as it was
  expect(await askingFor(part)).toBe(false)
  const { rows } = await database.owner.query('select asked_at from whatsapp_parts where id = $1', [part.id])
  const again = await Promise.all([1, 2].map(() => askingFor({ id: part.id, askedAt: rows[0].asked_at })))
  expect(again.filter(Boolean)).toHaveLength(1)
})

const sid = () => `SM${newId().replaceAll('-', '')}`
const note = (partId: string, messageSid: string, status: MessageStatus) =>
  noteStatus({
    channelId: tenant.channelId,
    partId,
    sid: messageSid,
    status,
    errorCode: status === 'failed' ? 63012 : null,
  })

describe('what Twilio says of a message', () => {
  // 'answered' is the answer to our own call, which may come at any moment too
  const stories: [string, (MessageStatus | 'answered')[], string][] = [
    ['arrives', ['queued', 'sent', 'delivered', 'answered'], 'delivered'],
    ['is read', ['sent', 'delivered', 'read', 'answered'], 'read'],
    ['fails', ['sending', 'sent', 'failed', 'answered'], 'failed'],
    ['fails, and has arrived after all', ['sent', 'failed', 'delivered', 'delivered'], 'delivered'],
  ]
  it.each(stories)('only ever moves it forward: it %s, in every order', async (_, told, end) => {
    for (const order of orders(told)) {
      const { kept, deliveryOf } = await aParcel(1)
      const [id, name] = [kept[0]?.id ?? '', sid()]
      let rank = 0
      for (const one of order) {
        if (one === 'answered') await takenAs(id, name)
        else {
          const news = await note(id, name, one)
          expect(news !== undefined, order.join(' ')).toBe(ranks[one] > rank)
          rank = Math.max(rank, ranks[one])
        }
      }
      expect(await deliveryOf(), order.join(' ')).toBe(end)
    }
  })

  it('counts a parcel by its slowest message, and one that failed as failed', async () => {
    const { kept, deliveryOf } = await aParcel(2)
    const [one, two] = kept.map((it) => it.id)
    const names = [sid(), sid()] as const
    await note(one ?? '', names[0], 'delivered')
    expect(await deliveryOf()).toBeNull()
    await note(two ?? '', names[1], 'sent')
    expect(await deliveryOf()).toBe('sent')
    await note(two ?? '', names[1], 'failed')
    expect(await deliveryOf()).toBe('failed')
  })

  it('makes of a parcel that was given up, and has arrived after all, one that was sent', async () => {
    const { id, kept } = await aParcel(1)
    const [part, name] = [kept[0]?.id ?? '', sid()]
    await takenAs(part, name)
    await database.owner.query(`update outbox set state = 'sent' where id = $1`, [id])
    await note(part, name, 'failed')
    expect(await unsettleParcel(id, { state: 'dead', why: '63013: it is against WhatsApp’s policy' })).toBe(true)
    await note(part, name, 'delivered')
    const parcel = await on(tenant, (ctx) => OutboxRow.query(ctx.trx).findById(id))
    expect(parcel).toMatchObject({ state: 'sent', delivery: 'delivered', trouble: null })
  })

  it('of a message that was asked for anew, or of another channel, is nothing', async () => {
    const { id, kept, deliveryOf } = await aParcel(1)
    const part = kept[0]?.id ?? ''
    await askingFor({ id: part, askedAt: null })
    const first = sid()
    await takenAs(part, first)
    expect(await note(part, sid(), 'read')).toBeUndefined()
    const elsewhere = await aTenant(database)
    expect(
      await noteStatus({ channelId: elsewhere.channelId, partId: part, sid: first, status: 'read', errorCode: null }),
    ).toBeUndefined()
    await note(part, first, 'failed')
    await askAgain(id)
    expect(await note(part, first, 'read')).toBeUndefined()
    expect(await deliveryOf()).toBe('failed')
  })
})
