import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { connectDatabase, database, disconnectDatabase } from './connection.ts'
import { asOwner } from './owner.ts'
import { isPassing } from './passing.ts'

let fresh: FreshDatabase

beforeEach(async () => {
  fresh = await freshDatabase()
  await connectDatabase(fresh)
})
afterEach(async () => {
  await disconnectDatabase()
  await fresh.drop()
})

test('connections that are cut, idle or at work, are opened anew, and nothing but JSON gets into the log', async () => {
  const said = vi.spyOn(console, 'log')
  const complained = vi.spyOn(console, 'warn')
  const waiting = database().knex.raw('select pg_sleep(600)') as unknown as Promise<unknown>
  const cut = waiting.then(
    () => undefined,
    (trouble: unknown) => trouble,
  )
  await vi.waitUntil(
    () =>
      asOwner(fresh.ownerUrl, async (ask) => {
        const rows = await ask(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
             and exists (select 1 from pg_stat_activity where datname = current_database() and query = 'select pg_sleep(600)' and state = 'active')`,
        )
        return rows.length > 0
      }),
    { timeout: 20_000 },
  )
  expect(isPassing(await cut)).toBe(true)
  await vi.waitFor(() => database().knex.raw('select 1') as unknown as Promise<unknown>, { timeout: 20_000 })
  await vi.waitFor(() => database().machinery.query('select 1'), { timeout: 20_000 })
  expect([...said.mock.calls, ...complained.mock.calls]).toEqual([])
})
