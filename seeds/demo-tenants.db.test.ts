import { beforeAll, expect, test } from 'vitest'
import { inTenant, system } from '../api/context.ts'
import { createTenant } from '../api/tenants/commands.ts'
import { allTenants } from '../api/tenants/queries.ts'
import { nextReference } from '../api/tenants/commands/next-reference.ts'
import { aDatabaseForThisFile } from '../test/factories.ts'
import { catalogueOf } from './catalogue.ts'
import { demoCast, demoTenants, lineIdOfStaff } from './demo.ts'
import { setUpDemoDesk } from './demo-desk.ts'
import { seedDemo } from './demo-tenants.ts'

const db = await aDatabaseForThisFile()
let filled: string[][]

type Row = Record<string, unknown>
const ask = async <T extends Row = Row>(sql: string, bindings: unknown[] = []): Promise<T[]> =>
  (await db.owner.query(sql, bindings)).rows as T[]

const counts = async () => {
  const tables = await ask<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const found: Record<string, number> = {}
  for (const { name } of tables) found[name] = Number((await ask(`select count(*) as n from ${name}`))[0]?.['n'])
  return found
}

beforeAll(async () => {
  // an earlier start was killed after the first tenant's row, and now two processes start at once
  await createTenant(db.ownerUrl, {
    key: 'meelike',
    name: 'Meelike',
    zone: 'Asia/Bangkok',
    currency: 'THB',
    language: 'th',
  })
  filled = await Promise.all([seedDemo(db.ownerUrl), seedDemo(db.ownerUrl)])
})

test('each business is there once, with everything of its catalogue', async () => {
  expect(filled.flat().toSorted()).toEqual(demoTenants.map((it) => it.key).toSorted())
  const rows = await ask(`
    select t.key,
      (select count(*)::int from staff s where s.tenant_id = t.id) as staff,
      (select count(*)::int from case_types s where s.tenant_id = t.id) as case_types,
      (select count(*)::int from booking_kinds s where s.tenant_id = t.id) as kinds,
      (select count(*)::int from providers s where s.tenant_id = t.id) as providers,
      (select count(*)::int from contacts s where s.tenant_id = t.id) as contacts,
      (select count(*)::int from bookings s where s.tenant_id = t.id) as bookings,
      (select count(*)::int from cases s where s.tenant_id = t.id) as cases,
      (select count(*)::int from channels s where s.tenant_id = t.id) as channels
    from tenants t order by t.key`)
  expect(rows).toEqual([
    {
      key: 'asiatravelplan',
      staff: 8,
      case_types: 12,
      kinds: 5,
      providers: 20,
      contacts: 8,
      bookings: 12,
      cases: 3,
      channels: 2,
    },
    {
      key: 'chapter2',
      staff: 7,
      case_types: 12,
      kinds: 5,
      providers: 14,
      contacts: 6,
      bookings: 10,
      cases: 3,
      channels: 2,
    },
    {
      key: 'meelike',
      staff: 8,
      case_types: 11,
      kinds: 3,
      providers: 7,
      contacts: 12,
      bookings: 0,
      cases: 4,
      channels: 2,
    },
    {
      key: 'prime',
      staff: 10,
      case_types: 12,
      kinds: 5,
      providers: 15,
      contacts: 17,
      bookings: 16,
      cases: 4,
      channels: 2,
    },
    {
      key: 'vschool',
      staff: 11,
      case_types: 12,
      kinds: 4,
      providers: 6,
      contacts: 8,
      bookings: 8,
      cases: 3,
      channels: 2,
    },
  ])
  for (const { key } of demoTenants) {
    const [{ items } = {}] = await ask(
      'select count(*)::int as items from catalogue_items i join tenants t on t.id = i.tenant_id where t.key = $1',
      [key],
    )
    expect(items).toBeGreaterThanOrEqual(catalogueOf(key).items.length)
  }
})

test('a second run changes nothing', async () => {
  const before = await counts()
  expect(await seedDemo(db.ownerUrl)).toEqual([])
  expect(await counts()).toEqual(before)
})

test('what can be booked lies ahead, and nothing is oversold', async () => {
  expect(await ask('select 1 from slots where starts_at <= now() or booked + held > capacity')).toEqual([])
  expect(await ask('select 1 from timers where due_at <= now()')).toEqual([])
  const late = await ask(
    `select 1 from cases where status not in ('resolved', 'closed') and sla_due_at <= now() and sla_breached_at is null`,
  )
  expect(late).toEqual([])
})

test('two seats are left on the next departure of Slow Mekong', async () => {
  const rows = await ask(`
    select s.capacity - s.held - s.booked as left from slots s join catalogue_items i on i.id = s.item_id
    where i.code = 'ATP-LA-01' and s.open order by s.starts_at limit 1`)
  expect(rows).toEqual([{ left: 2 }])
})

test('a Saturday class stays on a Saturday', async () => {
  const rows = await ask<{ days: string[] }>(`
    select array_agg(distinct trim(to_char(s.starts_at at time zone 'Asia/Bangkok', 'Day'))) as days
    from slots s join catalogue_items i on i.id = s.item_id where i.key in ('ramen_oneday', 'sushi_pro')`)
  expect(rows[0]?.days).toEqual(['Saturday'])
})

test('seats of the catalogue’s bookings are among the booked ones', async () => {
  const over = await ask(`
    select s.id from slots s join bookings b on b.slot_id = s.id and b.seats_state = 'booked'
    group by s.id, s.booked having sum(b.seats) > s.booked`)
  expect(over).toEqual([])
})

test('references go on after the highest of the catalogue', async () => {
  const next = async (key: string, pattern: 'case' | 'booking') => {
    const tenant = (await allTenants()).find((it) => it.key === key)
    if (!tenant) throw new Error(key)
    return inTenant(tenant.id, system, (ctx) => nextReference(ctx, tenant.settings.references[pattern], tenant.zone))
  }
  expect(await next('meelike', 'case')).toBe('ML-C-5541')
  expect(await next('meelike', 'booking')).toBe('ML-Q-0310')
  expect(await next('asiatravelplan', 'booking')).toBe('ATP-5111')
  expect(await next('asiatravelplan', 'case')).toBe('CS-4411')
  expect(await next('chapter2', 'booking')).toBe('C2-3409')
  expect(await next('vschool', 'case')).toBe('CS-3311')
  expect(await next('prime', 'booking')).toMatch(/^PB-\d{8}$/)
})

test('every case type, booking kind and root cause has a name in each language, and causes fit a quick reply', async () => {
  const unnamed = await ask(`
    select key from (select key, names from case_types union all select key, names from booking_kinds union all select key, names from root_causes) it
    where coalesce(names->>'th', '') = '' or coalesce(names->>'en', '') = '' or coalesce(names->>'ja', '') = ''`)
  expect(unnamed).toEqual([])
  const long = await ask(`select c.key from root_causes c, jsonb_each_text(c.names) n where length(n.value) > 20`)
  expect(long).toEqual([])
})

test('the demo desk is set up once: staff linked, their group declared, nothing posted', async () => {
  await setUpDemoDesk()
  const before = await counts()
  await setUpDemoDesk()
  expect(await counts()).toEqual(before)
  expect(before['outbox']).toBe(0)
  expect(before['staff_identities']).toBe(
    demoCast.flatMap((it) => it.people.filter((one) => one.role === 'staff')).length,
  )
  const groups = await ask(
    `select purpose, source_id, name from conversations c left join groups g on g.conversation_id = c.id where kind = 'group' order by source_id`,
  )
  expect(groups).toEqual(
    demoTenants
      .map((it) => ({ purpose: 'staff', source_id: it.staffGroup.groupId, name: it.staffGroup.name }))
      .sort((a, b) => (a.source_id < b.source_id ? -1 : 1)),
  )
  const rows = await ask(
    `select s.key from staff_identities i join staff s on s.id = i.staff_id where i.external_id = $1`,
    [lineIdOfStaff('meelike', 'nan_admin')],
  )
  expect(rows).toEqual([{ key: 'nan_admin' }])
})
