import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { register } from 'tsx/esm/api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { migrate } from './migrate.ts'

let database: FreshDatabase
let owner: pg.Client
const unregister = register()

const files = readdirSync(join(import.meta.dirname, '../../migrations')).toSorted()

beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})

beforeEach(() => owner.query('drop schema public cascade; create schema public'))

afterAll(async () => {
  await owner.end()
  await database.drop()
  await unregister()
})

test('of two processes that start at once one migrates', async () => {
  const ran = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)])
  expect(ran.toSorted((one, other) => one.length - other.length)).toEqual([[], files])
})

test('a process killed while it migrated keeps nobody out', async () => {
  await owner.query('create table knex_migrations_lock (index serial primary key, is_locked integer)')
  await owner.query('insert into knex_migrations_lock (is_locked) values (1)')
  expect(await migrate(database.ownerUrl)).toEqual(files)
})
