import { expect, test } from 'vitest'
import { aBookingKind, aCase, aCaseType, aDatabaseForThisFile, anItem, aTenant, on } from '../test/factories.ts'
import { activeBookingKinds } from './bookings/queries/booking-kinds.ts'
import { openCase } from './cases/commands/open-case.ts'
import { activeCaseTypes, caseTypesOf } from './cases/queries/case-types.ts'
import { casesOfContact } from './cases/queries/cases-of-contact.ts'
import { activeItems } from './catalogue/queries.ts'
import { contactOf } from './contacts/commands.ts'
import { noteNone } from './contacts/queries/standing.ts'
import type { Ctx } from './context.ts'
import { opened } from './kept-until-changed.ts'

const database = await aDatabaseForThisFile()

const keys = async (ctx: Ctx) => (await activeCaseTypes(ctx)).map((it) => it.key)
const changeOf = async (ctx: Ctx): Promise<string> => {
  const { rows } = (await ctx.trx.raw('select change from set_up_changes where tenant_id = ?', [ctx.tenantId])) as {
    rows: { change: string }[]
  }
  return rows[0]?.change ?? ''
}

test('what a business set up is read once, and again when anybody changed it in any way', async () => {
  const one = await aTenant(database)
  const { key, id } = await on(one, (ctx) => aCaseType(ctx, { slaMinutes: 30 }))
  const first = await on(one, (ctx) => caseTypesOf(ctx, [id]))
  expect((await on(one, (ctx) => caseTypesOf(ctx, [id])))[0]).toBe(first[0])
  expect(() => Object.assign(first[0]?.names ?? {}, { th: 'อื่น' })).toThrow(/read only|not extensible/)
  // by another process, by a hand in the database
  await database.owner.query('update case_types set sla_minutes = 45 where id = $1', [id])
  expect((await on(one, (ctx) => caseTypesOf(ctx, [id])))[0]?.slaMinutes).toBe(45)
  await on(one, (ctx) => aCaseType(ctx, { key, slaMinutes: 50 }))
  expect((await on(one, (ctx) => caseTypesOf(ctx, [id])))[0]?.slaMinutes).toBe(50)
  await database.owner.query('update case_types set active = false where id = $1', [id])
  expect(await on(one, keys)).not.toContain(key)
  expect((await on(one, (ctx) => caseTypesOf(ctx, [id])))[0]?.active).toBe(false)
  await database.owner.query('delete from case_types where id = $1', [id])
  expect(await on(one, (ctx) => caseTypesOf(ctx, [id]))).toEqual([])
})

test('a thousand things put on sale at once, or taken off, are seen by the next who asks, and by nobody of another business', async () => {
  const [one, other] = [await aTenant(database), await aTenant(database)]
  expect(await on(one, (ctx) => activeItems(ctx, ['tour']))).toEqual([])
  await database.owner.query(
    `insert into catalogue_items (id, tenant_id, key, type, name) select gen_random_uuid(), $1, 'k' || n, 'tour', 'Tour ' || n from generate_series(1, 1000) n`,
    [one.id],
  )
  expect(await on(one, (ctx) => activeItems(ctx, ['tour']))).toHaveLength(1_000)
  expect(await on(one, (ctx) => activeItems(ctx, ['visa']))).toEqual([])
  expect(await on(other, (ctx) => activeItems(ctx, ['tour']))).toEqual([])
  await database.owner.query(`update catalogue_items set active = false where tenant_id = $1 and key <> 'k7'`, [one.id])
  expect((await on(one, (ctx) => activeItems(ctx, ['tour']))).map((it) => it.key)).toEqual(['k7'])
})

test('what a transaction changed and took back was never seen by anybody else', async () => {
  const one = await aTenant(database)
  await on(one, (ctx) => aBookingKind(ctx, { key: 'stay' }))
  const before = await on(one, activeBookingKinds)
  await on(one, async (ctx) => {
    await aBookingKind(ctx, { key: 'ghost' })
    expect((await activeBookingKinds(ctx)).map((it) => it.key)).toContain('ghost')
    throw new Error('taken back')
  }).catch((trouble: Error) => expect(trouble.message).toBe('taken back'))
  expect((await on(one, activeBookingKinds)).map((it) => it.key)).toEqual(before.map((it) => it.key))
})

test('a turn that read the change as it opened asks no more, and what it keeps is never older than that', async () => {
  const one = await aTenant(database)
  await on(one, (ctx) => aCaseType(ctx, { key: 'late' }))
  const known = await on(one, keys)
  await on(one, async (ctx) => {
    opened(ctx, { knowledge: undefined, setUp: await changeOf(ctx) })
    // somebody changes it while the turn is thought about: the turn goes on with what it opened with, the next one sees it
    await database.owner.query(`update case_types set key = 'later' where tenant_id = $1 and key = 'late'`, [one.id])
    expect(await keys(ctx)).toEqual(known)
  })
  expect(await on(one, keys)).toContain('later')
  // one that finds nothing kept for its change reads, and does not pass off the new as the old
  await on(one, async (ctx) => {
    opened(ctx, { knowledge: undefined, setUp: '00000000-0000-4000-8000-000000000000' })
    await aCaseType(ctx, { key: 'ghost' })
    expect(await keys(ctx)).toContain('ghost')
    throw new Error('taken back')
  }).catch((trouble: Error) => expect(trouble.message).toBe('taken back'))
  expect(await on(one, keys)).not.toContain('ghost')
})

test('a business that never set anything up has nothing, and what it sets up first is seen', async () => {
  const one = await aTenant(database)
  await database.owner.query('delete from set_up_changes where tenant_id = $1', [one.id])
  expect(await on(one, (ctx) => activeItems(ctx, ['tour']))).toEqual([])
  await on(one, (ctx) => anItem(ctx, { type: 'tour' }))
  expect(await on(one, (ctx) => activeItems(ctx, ['tour']))).toHaveLength(1)
})

test('somebody met just now has no case, until one is opened in the same breath', async () => {
  const one = await aTenant(database)
  await on(one, async (ctx) => {
    const { key } = await aCaseType(ctx)
    const { id } = await contactOf(ctx, { kind: 'line', value: 'Unew' })
    expect(await casesOfContact(ctx, id)).toEqual([])
    const { case: it } = await openCase(ctx, {
      type: key,
      contactId: id,
      openedAt: ctx.now,
      source: 'line',
      language: 'th',
    })
    expect((await casesOfContact(ctx, id)).map((one) => one.id)).toEqual([it.id])
  })
})

test('who is met again is asked for, whatever name they are met by', async () => {
  const one = await aTenant(database)
  const { contactId } = await on(one, async (ctx) => {
    const { id } = await contactOf(ctx, { kind: 'line', value: 'Uagain' })
    await aCase(ctx, { contactId: id })
    return { contactId: id }
  })
  await on(one, async (ctx) => {
    expect((await contactOf(ctx, { kind: 'line', value: 'Uagain' })).id).toBe(contactId)
    expect(await casesOfContact(ctx, contactId)).toHaveLength(1)
  })
  // knowledge of one person says nothing of another
  await on(one, async (ctx) => {
    noteNone(ctx, 'case', (await contactOf(ctx, { kind: 'line', value: 'Usomebody' })).id)
    expect(await casesOfContact(ctx, contactId)).toHaveLength(1)
  })
})
