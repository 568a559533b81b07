import { expect, test } from 'vitest'
import { anApiServerForThisFile } from '../test/api-server.ts'
import { aDatabaseForThisFile, aStaff, aTenant, anApiKey, moveClock, on } from '../test/factories.ts'
import { storeInbound } from './conversations/commands/store-inbound.ts'
import { prune } from './housekeeping.ts'
import { startSession } from './sessions/commands.ts'
import { issueLinkCode } from './staff/commands.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()

const counts = async () => {
  const { rows } = await database.owner.query(
    `select (select count(*) from timers) as timers, (select count(*) from idempotency_keys) as keys,
       (select count(*) from sessions) as sessions, (select count(*) from staff_link_codes) as codes`,
  )
  return Object.fromEntries(Object.entries(rows[0]).map(([name, count]) => [name, Number(count)]))
}

test('what has outlived its use goes, in every tenant and however much it is; the rest stays', async () => {
  const other = await aTenant(database)
  for (const one of [tenant, other])
    await on(one, async (ctx) => {
      const { id, userId } = await aStaff(ctx, { channelId: one.channelId })
      await startSession(ctx, { channelId: one.channelId, externalId: userId })
      await issueLinkCode(ctx, { staffId: id, code: 'demo', reusable: true })
      // fired long ago, more than one batch of them, and one that is still to fire
      await ctx.trx.raw(
        `insert into timers (id, tenant_id, kind, subject_id, due_at, fired_at)
         select gen_random_uuid(), app_tenant(), 'case.sla_breach', gen_random_uuid(), desk_now(), desk_now() from generate_series(1, 2500)`,
      )
      await ctx.trx.raw(
        `insert into timers (id, tenant_id, kind, subject_id, due_at)
         values (gen_random_uuid(), app_tenant(), 'case.sla_breach', gen_random_uuid(), desk_now() - interval '90 days')`,
      )
      await ctx.trx.raw(
        `insert into idempotency_keys (tenant_id, key, request_hash) values (app_tenant(), 'k', '\\x00')`,
      )
    })
  expect(await counts()).toEqual({ timers: 5002, keys: 2, sessions: 2, codes: 4 })
  await prune()
  expect(await counts()).toEqual({ timers: 5002, keys: 2, sessions: 2, codes: 4 })

  await moveClock(database, '8 days')
  await prune()
  expect(await counts()).toEqual({ timers: 5002, keys: 0, sessions: 0, codes: 2 })
  await moveClock(database, '15 days')
  expect(await prune()).toMatchObject({ timers: 5000 })
  expect(await counts()).toEqual({ timers: 2, keys: 0, sessions: 0, codes: 2 })
})

test('an event that could not be handled is listed without its words and put back once', async () => {
  await storeInbound({
    tenantId: tenant.id,
    channelId: tenant.channelId,
    sourceId: 'U1',
    kind: 'direct',
    eventId: 'event-1',
    raw: Buffer.from('{"message":{"text":"very private"}}'),
    happenedAt: new Date(),
  })
  await database.owner.query(`update inbox set state = 'aside', trouble_id = 'trouble-1', attempts = 3`)
  const key = tenant.apiKey
  const listed = await desk.call('GET /v1/set-aside', { key })
  expect(listed.body).toMatchObject({ total: 1, items: [{ troubleId: 'trouble-1', attempts: 3 }] })
  expect(listed.text).not.toContain('private')
  const [event] = listed.body['items'] as { id: string; conversationId: string }[]
  const retry = (as = key) => desk.call(`POST /v1/set-aside/${event?.id}/retry`, { key: as })
  expect((await retry(await anApiKey(database, { tenantId: tenant.id, role: 'executive' }))).status).toBe(403)
  const both = await Promise.all([retry(), retry()])
  expect(both.map((it) => it.status).toSorted()).toEqual([202, 404])
  const { rows } = await database.owner.query('select state, attempts, trouble_id from inbox')
  expect(rows).toEqual([{ state: 'waiting', attempts: 0, trouble_id: null }])
  expect((await desk.call('GET /v1/set-aside', { key })).body).toMatchObject({ total: 0, items: [] })
})
