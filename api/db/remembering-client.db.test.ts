import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { RememberingClient } from './remembering-client.ts'

type Answer = { command: string; rowCount: number | null; rows: Record<string, unknown>[] }
type Ask = { text: string; name?: string; values?: unknown[] }

let fresh: FreshDatabase
let client: RememberingClient

beforeEach(async () => {
  fresh = await freshDatabase()
  client = new RememberingClient({ connectionString: fresh.ownerUrl, pipeline: true })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await fresh.drop()
})

const ask = (it: Ask | string): Promise<Answer> =>
  new Promise((done, failed) => {
    client.query(it as string, (trouble: Error | null, answer: unknown) =>
      trouble ? failed(trouble) : done(answer as Answer),
    )
  })
/** What is said of each after the other. */
const ended = async (...asked: Promise<unknown>[]) =>
  (await Promise.allSettled(asked)).map((it) => (it.status === 'fulfilled' ? 'ok' : (it.reason as Error).message))

const people: Ask = {
  name: 'people',
  text: `select n, case when n > 1 then 'ชื่อ ' || n end as name, now() as at, array[n, n] as twice from generate_series(1, $1::int) n`,
  values: [2],
}

test('a prepared statement answers the same rows when it is not described again, and none or a null where there is none', async () => {
  const first = await ask(people)
  expect(first.rows.map(({ n, name, twice }) => ({ n, name, twice }))).toEqual([
    { n: 1, name: null, twice: [1, 1] },
    { n: 2, name: 'ชื่อ 2', twice: [2, 2] },
  ])
  expect(first.rows[0]?.['at']).toBeInstanceOf(Date)
  const again = await ask({ ...people, values: [3] })
  expect(again.rows.map((row) => row['name'])).toEqual([null, 'ชื่อ 2', 'ชื่อ 3'])
  expect(again.rows.map((row) => Object.keys(row))).toEqual(first.rows.concat([{ ...first.rows[0] }]).map(Object.keys))
  expect(await ask({ ...people, values: [0] })).toMatchObject({ command: 'SELECT', rowCount: 0, rows: [] })
})

test('asked thrice before the first is answered, each gets its own', async () => {
  const answers = await Promise.all([1, 2, 3].map((count) => ask({ ...people, values: [count] })))
  expect(answers.map((it) => it.rows.length)).toEqual([1, 2, 3])
})

test('statements that answer no rows say how many they changed, each time', async () => {
  await ask('create table things (id int primary key, name text)')
  const put = (id: number) => ask({ name: 'put', text: 'insert into things values ($1, $2)', values: [id, 'ก'] })
  expect([await put(1), await put(2)]).toMatchObject([
    { command: 'INSERT', rowCount: 1, rows: [] },
    { command: 'INSERT', rowCount: 1, rows: [] },
  ])
  expect(await ask('begin')).toMatchObject({ command: 'BEGIN', rowCount: null })
  expect(await ask({ text: 'delete from things where id > $1', values: [0] })).toMatchObject({ rowCount: 2 })
  expect(await ask('rollback')).toMatchObject({ command: 'ROLLBACK' })
})

test('several statements in one message answer one after the other', async () => {
  const answers = (await ask('select 1 as a; select 2 as b, 3 as c where false; set local x.y = 1')) as unknown
  expect(answers).toMatchObject([
    { command: 'SELECT', rows: [{ a: 1 }] },
    { command: 'SELECT', rowCount: 0, rows: [] },
    { command: 'SET', rows: [] },
  ])
})

test('one that fails leaves its neighbours in the same packet theirs, and can be asked again', async () => {
  const divide = (by: number) => ask({ name: 'divide', text: 'select 1 / $1::int as it', values: [by] })
  expect(await ended(divide(0), divide(1), ask('select'), ask('selekt'), divide(0), divide(1))).toEqual([
    'division by zero',
    'ok',
    'ok',
    'syntax error at or near "selekt"',
    'division by zero',
    'ok',
  ])
})

test('a table of another shape is told, not read wrongly', async () => {
  await ask('create table things (id int, name text); insert into things values (7, null)')
  const all: Ask = { name: 'all', text: 'select * from things where $1', values: [true] }
  expect((await ask(all)).rows).toEqual([{ id: 7, name: null }])
  expect((await ask(all)).rows).toEqual([{ id: 7, name: null }])
  await ask('alter table things rename name to called')
  await ask('alter table things alter id type text')
  await expect(ask(all)).rejects.toMatchObject({ code: '0A000' })
})

test('what a column is called is no more than that: __proto__, the same name twice, none', async () => {
  expect((await ask('select 1 as "__proto__", 2 as "constructor"')).rows).toHaveLength(1)
  expect((await ask('select 1 as a, 2 as a')).rows).toEqual([{ a: 2 }])
  expect((await ask('select')).rows).toEqual([{}])
})

test('who hands on no callback is answered by pg itself', async () => {
  expect((await client.query('select 1 as it')).rows).toEqual([{ it: 1 }])
})
