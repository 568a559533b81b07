import { beforeEach, describe, expect, test } from 'vitest'
import { claimCase } from '../cases/commands/claim-case.ts'
import { noteOnCase } from '../cases/commands/note-on-case.ts'
import {
  type TestStaff,
  type TestTenant,
  aBooking,
  aCase,
  aCustomer,
  aDatabaseForThisFile,
  aStaff,
  aTenant,
  on,
} from '../../test/factories.ts'
import { type Verdict, verifyActivities } from './verify.ts'

const database = await aDatabaseForThisFile()
let tenant: TestTenant
let caseId: string
let staff: TestStaff

beforeEach(async () => {
  tenant = await aTenant(database)
  caseId = await on(tenant, async (ctx) => {
    const customer = await aCustomer(ctx, { channelId: tenant.channelId })
    await aBooking(ctx, { contactId: customer.contact.id })
    return (await aCase(ctx, { contactId: customer.contact.id, slots: { order_id: '771' } })).id
  })
  staff = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId }))
  await on(tenant, (ctx) => claimCase(ctx, { caseId }), staff.actor)
  for (const text of ['one', 'two', 'three']) await on(tenant, (ctx) => noteOnCase(ctx, { caseId, text }), staff.actor)
})

async function verdict(): Promise<Verdict | undefined> {
  const verdicts: Verdict[] = []
  await verifyActivities(database.ownerUrl, (it) => verdicts.push(it))
  return verdicts.find((it) => it.tenant === tenant.key)
}

/** By somebody who owns the tables and thinks of the triggers, but has no key. */
async function behindItsBack(...statements: string[]) {
  await database.owner.query('alter table activities disable trigger all')
  for (const statement of statements) await database.owner.query(statement)
  await database.owner.query('alter table activities enable trigger all')
}
const line = (seq: number) => `subject_id = '${caseId}' and seq = ${seq}`

test('timelines that nobody touched are right, to the last line', async () => {
  const { rows } = await database.owner.query(
    'select count(*)::int as lines, count(distinct subject_id)::int as subjects from activities where tenant_id = $1',
    [tenant.id],
  )
  expect(rows[0].lines).toBeGreaterThan(5)
  expect(await verdict()).toEqual({ tenant: tenant.key, ...rows[0] })
})

test('a history longer than a batch is read to its end', async () => {
  await on(
    tenant,
    async (ctx) => {
      for (let n = 0; n < 1_100; n++) await noteOnCase(ctx, { caseId, text: 'again' })
    },
    staff.actor,
  )
  expect((await verdict())?.broken).toBeUndefined()
  await behindItsBack(`delete from activities where ${line(1_104)}`)
  expect((await verdict())?.broken).toMatchObject({ seq: 1_104 })
})

describe('finds', () => {
  test('an edited fact', async () => {
    await behindItsBack(`update activities set facts = facts || '{"source": "phone"}' where ${line(1)}`)
    expect(await verdict()).toMatchObject({
      broken: { subject: `case ${caseId}`, seq: 1, why: expect.stringContaining('not as it was written') },
    })
  })

  test('another name on a line', async () => {
    await behindItsBack(`update activities set actor_kind = 'system', actor_id = null where ${line(2)}`)
    expect((await verdict())?.broken).toMatchObject({ subject: `case ${caseId}`, seq: 2 })
  })

  test('a line cut out of the middle, also when the rest closes ranks', async () => {
    await behindItsBack(`delete from activities where ${line(3)}`)
    expect((await verdict())?.broken).toMatchObject({ seq: 3, why: expect.stringContaining('is missing') })
    await behindItsBack(`update activities set seq = seq - 1 where subject_id = '${caseId}' and seq > 3`)
    expect((await verdict())?.broken).toMatchObject({ seq: 3, why: expect.stringContaining('not in its place') })
  })

  test('a cut tail, also when the subject counts fewer', async () => {
    await behindItsBack(`delete from activities where ${line(5)}`)
    expect((await verdict())?.broken).toMatchObject({ seq: 5, why: 'is missing: there were 5' })
    await behindItsBack(
      `update cases set chain_count = 4, chain_head = (select mac from activities where ${line(4)}) where id = '${caseId}'`,
    )
    expect((await verdict())?.broken).toMatchObject({ seq: 4, why: expect.stringContaining('ends with') })
  })

  test('a whole timeline that is gone', async () => {
    await behindItsBack(`delete from activities where subject_id = '${caseId}'`)
    expect((await verdict())?.broken).toMatchObject({ subject: `case ${caseId}`, seq: 1 })
  })

  test('two lines that changed places', async () => {
    await behindItsBack(
      `update activities set seq = -1 where ${line(3)}`,
      `update activities set seq = 3 where ${line(4)}`,
      `update activities set seq = 4 where ${line(-1)}`,
    )
    expect((await verdict())?.broken).toMatchObject({ seq: 3, why: expect.stringContaining('not in its place') })
  })

  test('a forged head', async () => {
    await behindItsBack(`update cases set chain_head = sha256('forged') where id = '${caseId}'`)
    expect((await verdict())?.broken).toMatchObject({ seq: 5, why: expect.stringContaining('ends with') })
  })

  test('a line that was added', async () => {
    await behindItsBack(
      `insert into activities select gen_random_uuid(), tenant_id, subject_kind, subject_id, 6, type, actor_kind, actor_id, facts, at, mac
       from activities where ${line(5)}`,
    )
    expect((await verdict())?.broken).toMatchObject({ subject: `case ${caseId}`, seq: 6 })
  })

  test('a timeline handed to another business', async () => {
    const other = await aTenant(database)
    await behindItsBack(`update activities set tenant_id = '${other.id}' where ${line(5)}`)
    expect((await verdict())?.broken).toMatchObject({ subject: `case ${caseId}`, seq: 5 })
  })
})
