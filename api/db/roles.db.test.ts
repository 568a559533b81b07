import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { ConfigError } from '../config.ts'
import { useMasterKey } from '../secrets.ts'
import { loginsOf } from '../start.ts'
import { asOwner } from './owner.ts'
import { loginOf } from './roles.ts'

let one: FreshDatabase
let other: FreshDatabase

beforeAll(async () => {
  ;[one, other] = await Promise.all([freshDatabase(), freshDatabase()])
})
afterAll(async () => {
  useMasterKey(Buffer.alloc(32, 7))
  for (const desk of [one, other]) {
    await desk.drop()
    for (const role of ['bellhop_app', 'bellhop_machinery'])
      await asOwner(inject('postgres').url, (ask) => ask(`drop role ${loginOf(role, desk.name)}`))
  }
})

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const own = { appDatabaseUrl: undefined, machineryDatabaseUrl: undefined }
async function start(desk: FreshDatabase, key: number) {
  useMasterKey(Buffer.alloc(32, key))
  return loginsOf(desk.ownerUrl, own)
}

test('two desks on one server start with different keys, at once and again, and each keeps its logins', async () => {
  const mine = await start(one, 1)
  const theirs = await start(other, 2)
  useMasterKey(Buffer.alloc(32, 1))
  await Promise.all(Array.from({ length: 4 }, () => loginsOf(one.ownerUrl, own)))
  for (const url of [mine.appUrl, mine.machineryUrl, theirs.appUrl, theirs.machineryUrl])
    expect(await ask(url, 'select 1 as yes')).toEqual([{ yes: 1 }])
})

test('another key leaves the logins as they are while the one before is known: nobody who runs is locked out', async () => {
  const [before, after] = [Buffer.alloc(32, 2), Buffer.alloc(32, 12)]
  const under = async (key: Buffer, known: Buffer[]) => {
    useMasterKey(key, known)
    return loginsOf(other.ownerUrl, own)
  }
  const first = await under(before, [])
  // each process is told of the new key, then uses it, one after the other
  expect(await under(before, [after])).toEqual(first)
  expect(await under(after, [before])).toEqual(first)
  expect(await under(before, [after])).toEqual(first)
  expect(await under(after, [before])).toEqual(first)
  expect(await ask(first.appUrl, 'select 1 as yes')).toEqual([{ yes: 1 }])
  // and the old one is forgotten
  expect(await under(after, [])).toEqual(first)
  await expect(ask(first.machineryUrl, 'select * from desk_logins')).rejects.toThrow(/permission denied/)
  await expect(ask(first.appUrl, 'select * from desk_logins')).rejects.toThrow(/permission denied/)
  // a process with a mistyped key locks nobody out: it is told, and starts nothing
  await expect(under(Buffer.alloc(32, 13), [])).rejects.toThrow(
    /^ENCRYPTION_KEY is not the key this database was used with/,
  )
  await expect(under(Buffer.alloc(32, 13), [])).rejects.toBeInstanceOf(ConfigError)
  expect(await ask(first.appUrl, 'select 1 as yes')).toEqual([{ yes: 1 }])
  // whoever lost every key says so, and gets in with other passwords
  await ask(other.ownerUrl, 'delete from desk_logins')
  const lost = await under(Buffer.alloc(32, 13), [])
  expect(lost.appUrl).not.toBe(first.appUrl)
  expect(await ask(lost.appUrl, 'select 1 as yes')).toEqual([{ yes: 1 }])
  await expect(ask(first.appUrl, 'select 1')).rejects.toThrow(/password/)
  await ask(other.ownerUrl, 'delete from desk_logins')
})

test('the login of one desk does not get into the database of the other', async () => {
  const mine = await start(one, 1)
  await start(other, 2)
  for (const url of Object.values(mine)) {
    const elsewhere = new URL(url)
    elsewhere.pathname = `/${other.name}`
    await expect(ask(elsewhere.href, 'select 1')).rejects.toThrow(/permission denied for database/)
  }
})

test('row security binds the logins as it binds their roles', async () => {
  const { appUrl, machineryUrl } = await start(one, 1)
  const [a, b] = ['a', 'b'].map((digit) => `${digit.repeat(8)}-0000-7000-8000-000000000000`)
  for (const id of [a, b])
    await asOwner(one.ownerUrl, async (insert) => {
      await insert(
        `insert into tenants (id, key, name, zone, currency, language) values ($1, $2, 'x', 'UTC', 'THB', 'th')`,
        [id, id],
      )
      await insert(`insert into contacts (id, tenant_id) values ($1, $2)`, [id, id])
    })
  expect(await ask(appUrl, 'select id from contacts')).toEqual([])
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  await client.query(`set app.tenant_id = '${a}'`)
  expect((await client.query('select id from contacts')).rows).toEqual([{ id: a }])
  await client.end()
  expect(await ask(machineryUrl, 'select id from tenants order by 1')).toHaveLength(2)
  await expect(ask(machineryUrl, 'select id from contacts')).rejects.toThrow(/permission denied for table contacts/)
})

test('a database’s name of any kind makes a name that is a login’s', () => {
  expect(loginOf('bellhop_app', 'acme')).toBe('bellhop_app_acme')
  for (const name of ['Ünïcode; drop', 'a-b', 'x'.repeat(63)])
    expect(loginOf('bellhop_app', name)).toMatch(/^bellhop_app_[0-9a-f]{16}$/)
})
