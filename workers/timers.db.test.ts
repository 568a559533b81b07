import pg from 'pg'
import { beforeEach, expect, test, vi } from 'vitest'
import { claimCase } from '../api/cases/commands/claim-case.ts'
import { resolveCase } from '../api/cases/commands/resolve-case.ts'
import { openCase } from '../api/cases/commands/open-case.ts'
import type { Case } from '../api/cases/model.ts'
import { inTenant, system } from '../api/context.ts'
import { openConversation } from '../api/conversations/commands/open-conversation.ts'
import { handOver } from '../api/conversations/commands/hand-over.ts'
import { newId } from '../api/ids.ts'
import { armTimer, cancelTimers, takeDueTimers, whatIsDue } from '../api/timers/commands.ts'
import { nextDue, timerLagMs } from '../api/timers/queries.ts'
import { timerKinds } from '../api/timers/schema.ts'
import {
  aBooking,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  aRootCause,
  aSlot,
  aStaff,
  aTenant,
  on,
} from '../test/factories.ts'
import { fireDue, handlers, startTimers, type TimerHandlers } from './timers.ts'

const database = await aDatabaseForThisFile()
let desk: Awaited<ReturnType<typeof aDesk>>
const reported: { trouble: unknown; about: Record<string, unknown> }[] = []
const report = (trouble: unknown, about: Record<string, unknown>) => `trouble-${reported.push({ trouble, about })}`

beforeEach(async () => {
  await database.owner.query(`update desk_clock set shift = '0'; delete from timers`)
  reported.length = 0
  desk = await aDesk()
})

test('a case that nobody solves is warned of and breached, and the group hears each once', async () => {
  const it = await aCase()
  expect(await timersOf(it.id)).toEqual(['case.sla_breach', 'case.sla_warning'])
  expect(await fireAll()).toBe(0)

  await laterBy('97 minutes')
  expect(await fireAll()).toBe(1)
  await laterBy('121 minutes')
  expect(await fireAll()).toBe(1)
  expect(await fireAll()).toBe(0)

  expect(await timelineOf(it.id)).toEqual(['case.opened', 'case.sla_warned', 'case.sla_breached'])
  expect(await newsOf(it.id)).toEqual(['case.opened', 'case.sla_warning', 'case.sla_breach'])
  expect(await timersOf(it.id)).toEqual([])
})

test('after a long sleep the breach is told and the warning is not', async () => {
  const it = await aCase()
  await laterBy('1 day')
  expect(await fireAll()).toBe(2)
  expect(await newsOf(it.id)).toEqual(['case.opened', 'case.sla_breach'])
})

test('solved in time: the clock is silent, and the case closes by itself', async () => {
  const it = await aCase()
  await solve(it.id)
  await laterBy('3 hours')
  expect(await fireAll()).toBe(0)
  await laterBy('73 hours')
  expect(await fireAll()).toBe(1)
  expect(await timelineOf(it.id)).toEqual(['case.opened', 'case.claimed', 'case.resolved', 'case.closed'])
})

test('a timer that fires for what is done already changes nothing', async () => {
  const it = await aCase()
  await solve(it.id)
  await inTenant(desk.tenantId, system, async (ctx) => {
    for (const kind of ['case.sla_warning', 'case.sla_breach'] as const) armTimer(ctx, kind, it.id, ctx.now)
  })
  expect(await fireAll()).toBe(2)
  expect(await timelineOf(it.id)).toEqual(['case.opened', 'case.claimed', 'case.resolved'])
})

test('a case that cannot be closed any more keeps its state and holds nobody up', async () => {
  const [open, other] = [await aCase(), await aCase()]
  await inTenant(desk.tenantId, system, async (ctx) => armTimer(ctx, 'case.auto_close', open.id, ctx.now))
  await inTenant(desk.tenantId, system, async (ctx) => armTimer(ctx, 'case.sla_warning', other.id, ctx.now))
  expect(await fireAll()).toBe(2)
  expect(await timelineOf(open.id)).toEqual(['case.opened'])
  expect(await timelineOf(other.id)).toEqual(['case.opened', 'case.sla_warned'])
  expect(reported).toEqual([])
})

test('moved, cancelled and armed again: only the last word counts', async () => {
  const [moved, cancelled, again] = [await aCase(), await aCase(), await aCase()]
  const inMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)
  await inTenant(desk.tenantId, system, async (ctx) => {
    armTimer(ctx, 'case.sla_warning', moved.id, inMinutes(ctx.now, 10))
    cancelTimers(ctx, cancelled.id, ['case.sla_warning', 'case.sla_breach'])
    armTimer(ctx, 'case.sla_warning', again.id, inMinutes(ctx.now, 10))
    cancelTimers(ctx, again.id, ['case.sla_warning'])
    armTimer(ctx, 'case.sla_warning', again.id, inMinutes(ctx.now, 20))
  })
  await inTenant(desk.tenantId, system, async (ctx) =>
    armTimer(ctx, 'case.sla_warning', moved.id, inMinutes(ctx.now, 30)),
  )
  await laterBy('15 minutes')
  expect(await fireAll()).toBe(0)
  await laterBy('31 minutes')
  expect(await fireAll()).toBe(2)
  expect(await timersOf(cancelled.id)).toEqual([])
  await inTenant(desk.tenantId, system, async (ctx) => armTimer(ctx, 'case.sla_warning', again.id, ctx.now))
  expect(await fireAll()).toBe(1)
  expect(await newsOf(again.id)).toEqual(['case.opened', 'case.sla_warning', 'case.sla_warning'])
})

test('held seats go back on sale, an unanswered request is told, an idle conversation goes back to the bot', async () => {
  const booking = await inTenant(desk.tenantId, system, (ctx) =>
    aBooking(ctx, {
      itemId: desk.itemId,
      slotId: desk.slotId,
      seats: 2,
    }),
  )
  await inTenant(desk.tenantId, system, (ctx) => handOver(ctx, { conversationId: desk.customerId, why: 'asked' }))
  await laterBy('61 minutes')
  expect(await fireAll()).toBe(2)
  await laterBy('25 hours')
  expect(await fireAll()).toBe(1)
  expect(await newsOf(booking.id)).toEqual(['booking.requested', 'booking.sla_breach', 'booking.hold_expired'])
  const [slot] = (await database.owner.query('select held, booked from slots where id = $1', [desk.slotId])).rows
  expect(slot).toEqual({ held: 0, booked: 0 })
  const [customer] = (await database.owner.query('select mode from conversations where id = $1', [desk.customerId]))
    .rows
  expect(customer).toEqual({ mode: 'bot' })
})

test('a running worker fires within its second, also when the clock is moved under it, and stops', async () => {
  const it = await aCase()
  const running = startTimers(report)
  try {
    await laterBy('96 minutes')
    const moved = performance.now()
    await vi.waitFor(async () => expect(await newsOf(it.id)).toContain('case.sla_warning'), {
      timeout: 60_000,
      interval: 10,
    })
    expect(performance.now() - moved).toBeLessThan(1_000)

    const soon = await aCase()
    await inTenant(desk.tenantId, system, async (ctx) =>
      armTimer(ctx, 'case.sla_warning', soon.id, new Date(ctx.now.getTime() + 300)),
    )
    await vi.waitFor(async () => expect(await newsOf(soon.id)).toContain('case.sla_warning'), {
      timeout: 60_000,
      interval: 10,
    })
    const { rows } = await database.owner.query(
      `select extract(epoch from fired_at - due_at)::float8 as late from timers where subject_id = $1 and fired_at is not null`,
      [soon.id],
    )
    expect(rows[0].late).toBeGreaterThanOrEqual(0)
    expect(rows[0].late).toBeLessThan(1)
  } finally {
    await running.stop()
  }
  expect(reported).toEqual([])
})

test('what was due while nobody worked is seen and counted', async () => {
  await aCase()
  expect(await timerLagMs()).toBe(0)
  expect((await nextDue()).inMs).toBeGreaterThan(95 * 60_000)
  await laterBy('100 minutes')
  const { tenantIds, inMs } = await nextDue()
  expect(tenantIds).toEqual([desk.tenantId])
  expect(inMs).toBeLessThan(-3 * 60_000)
  expect(await timerLagMs()).toBeGreaterThan(3 * 60_000)
})

test('two workers share 2,000 timers and no case is told of twice', async () => {
  const ids = await manyCases(2_000)
  const workers = [startTimers(report), startTimers(report)]
  try {
    await vi.waitFor(async () => expect(await armed()).toBe(0), { timeout: 60_000, interval: 50 })
  } finally {
    await Promise.all(workers.map((it) => it.stop()))
  }
  const { rows } = await database.owner.query(
    `select count(*)::int as news, count(distinct case_id)::int as cases from outbox where event = 'case.sla_breach' and case_id = any($1)`,
    [ids],
  )
  expect(rows).toEqual([{ news: 2_000, cases: 2_000 }])
  expect(reported).toEqual([])
})

test('5,000 due at once are fired 500 in a transaction', async () => {
  await manyCases(5_000)
  let batches = 0
  while (await fireDue(desk.tenantId, report)) batches++
  expect(batches).toBe(10)
  const { rows } = await database.owner.query(
    `select count(*)::int as fired, count(distinct xmin::text)::int as transactions from timers where fired_at is not null and tenant_id = $1`,
    [desk.tenantId],
  )
  expect(rows).toEqual([{ fired: 5_000, transactions: 10 }])
})

test('one bad timer among 500 is put off, the others fire; after its last try it is set aside and told once', async () => {
  const ids = await manyCases(500)
  const bad = ids[317]
  const kinds: TimerHandlers = {
    ...handlers,
    'case.sla_breach': async (ctx, caseIds) => {
      if (caseIds.some((id) => id === bad)) throw new Error('a bug')
      await handlers['case.sla_breach'](ctx, caseIds)
    },
  }
  await fireDue(desk.tenantId, report, kinds)
  expect(await armed()).toBe(1)
  const pauses: number[] = []
  for (let tries = 1; (await armed()) === 1; tries++) {
    const { rows } = await database.owner.query(
      `select attempts, extract(epoch from due_at - desk_now())::float8 as pause from timers where fired_at is null`,
    )
    expect(rows[0].attempts).toBe(tries)
    pauses.push(Math.ceil(rows[0].pause))
    await database.owner.query(`update desk_clock set shift = shift + make_interval(secs => $1)`, [rows[0].pause + 1])
    await fireDue(desk.tenantId, report, kinds)
  }
  expect(pauses).toEqual([1, 2, 5, 15, 60, 180, 600])
  expect(reported).toEqual([
    { trouble: expect.objectContaining({ message: 'a bug' }), about: expect.objectContaining({ subjectId: bad }) },
  ])
  const { rows } = await database.owner.query(
    `select subject_id, attempts, trouble_id from timers where trouble_id is not null`,
  )
  expect(rows).toEqual([{ subject_id: bad, attempts: 8, trouble_id: 'trouble-1' }])
})

test('a worker that dies in the middle leaves its timers to the next', async () => {
  const it = await aCase()
  await laterBy('121 minutes')
  const dying: TimerHandlers = {
    ...handlers,
    'case.sla_breach': async (ctx) => {
      await database.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      )
      await ctx.trx.raw('select 1')
    },
  }
  await expect(fireDue(desk.tenantId, report, dying)).rejects.toThrow()
  expect(await armed()).toBe(2)
  expect(await fireAll()).toBe(2)
  expect(await newsOf(it.id)).toEqual(['case.opened', 'case.sla_breach'])
  expect(reported).toEqual([])
})

test('a case that is being changed is left alone until the change is committed', async () => {
  const [busy, free] = [await aCase(), await aCase()]
  await laterBy('97 minutes')
  const someone = new pg.Client({ connectionString: database.ownerUrl })
  await someone.connect()
  await someone.query('begin')
  await someone.query('select 1 from cases where id = $1 for no key update', [busy.id])
  expect(await fireAll()).toBe(1)
  expect(await newsOf(free.id)).toContain('case.sla_warning')
  await someone.query('commit')
  await someone.end()
  expect(await fireAll()).toBe(1)
})

test('a timer that is moved while it is being fired does not fire', async () => {
  const it = await aCase()
  await laterBy('97 minutes')
  const someone = new pg.Client({ connectionString: database.ownerUrl })
  await someone.connect()
  await someone.query('begin')
  await someone.query(`update timers set due_at = due_at + interval '1 hour' where subject_id = $1`, [it.id])
  const firing = fireDue(desk.tenantId, report)
  await vi.waitFor(async () => {
    const { rows } = await database.owner.query(`select 1 from pg_locks where not granted`)
    expect(rows).toHaveLength(1)
  })
  await someone.query('commit')
  await someone.end()
  await firing
  expect(await newsOf(it.id)).toEqual(['case.opened'])
  expect(await armed()).toBe(2)
})

test('a batch that is being fired does not stop a colleague from solving another case', async () => {
  const [first, second] = [await aCase(), await aCase()]
  await laterBy('97 minutes')
  await inTenant(
    desk.tenantId,
    system,
    async (ctx, [due]) => {
      const taken = await takeDueTimers(ctx, due ?? [])
      await solve(taken[0]?.subjectId === first.id ? second.id : first.id)
    },
    whatIsDue(1),
  )
  expect(await fireAll()).toBe(0)
})

test('one timer without its subject does not stay for ever', async () => {
  await inTenant(desk.tenantId, system, async (ctx) => {
    for (const kind of timerKinds) armTimer(ctx, kind, newId(), ctx.now)
  })
  expect(await fireAll()).toBe(timerKinds.length)
  expect(await armed()).toBe(0)
})

test('a tenant never fires the timers of another', async () => {
  const it = await aCase()
  const elsewhere = await aDesk()
  await laterBy('97 minutes')
  await fireDue(elsewhere.tenantId, report)
  expect(await newsOf(it.id)).toEqual(['case.opened'])
  expect(await fireAll()).toBe(1)
})

async function fireAll(): Promise<number> {
  const before = await armed()
  while (await fireDue(desk.tenantId, report)) {
    // the next batch
  }
  return before - (await armed())
}

const laterBy = (interval: string) => database.owner.query('update desk_clock set shift = $1', [interval])

const aCase = (): Promise<Case> =>
  inTenant(desk.tenantId, system, async (ctx) => {
    const opened = await openCase(ctx, { type: desk.caseType.key, openedAt: ctx.now, source: 'line', language: 'th' })
    return opened.case
  })

const solve = (caseId: string) =>
  inTenant(desk.tenantId, desk.agent, async (ctx) => {
    await claimCase(ctx, { caseId })
    await resolveCase(ctx, { caseId, rootCause: desk.rootCause })
  })

async function armed(): Promise<number> {
  const { rows } = await database.owner.query('select count(*)::int as armed from timers where fired_at is null')
  return rows[0].armed
}

const column = async (sql: string, id: string): Promise<string[]> =>
  (await database.owner.query<{ it: string }>(sql, [id])).rows.map((row) => row.it)
const timersOf = (id: string) =>
  column('select kind as it from timers where subject_id = $1 and fired_at is null order by kind', id)
const timelineOf = (id: string) => column('select type as it from activities where subject_id = $1 order by seq', id)
const newsOf = (id: string) =>
  column(`select event as it from outbox where $1 in (case_id, booking_id) order by seq`, id)

/** Open cases over their deadline, each with its breach timer due. */
async function manyCases(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  await database.owner.query(
    `insert into cases (id, tenant_id, reference, case_type_id, severity, status, source, opened_at, status_since, sla_minutes, sla_due_at)
     select id, $1, 'T-' || id, $2, 'normal', 'new', 'line', desk_now() - interval '3 hours', desk_now(), 120, desk_now() - interval '1 minute'
     from unnest($3::uuid[]) as n(id)`,
    [desk.tenantId, desk.caseType.id, ids],
  )
  await database.owner.query(
    `insert into timers (id, tenant_id, kind, subject_id, due_at)
     select gen_random_uuid(), $1, 'case.sla_breach', id, desk_now() - interval '1 minute' from unnest($2::uuid[]) as n(id)`,
    [desk.tenantId, ids],
  )
  return ids
}

/** A tenant with a staff group, a customer's chat, a case type of two hours and a tour with seats. */
async function aDesk() {
  const tenant = await aTenant(database)
  const { channelId } = tenant
  return on(tenant, async (ctx) => {
    const group = await openConversation(ctx, { channelId, kind: 'group', sourceId: 'C1' })
    await ctx.trx.raw(`update conversations set purpose = 'staff' where id = ?`, [group])
    const itemId = newId()
    await ctx.trx.raw(
      `insert into catalogue_items (id, tenant_id, key, type, name) values (?, ?, 'temples', 'tour', 'Temples')`,
      [itemId, tenant.id],
    )
    return {
      tenantId: tenant.id,
      caseType: await aCaseType(ctx, { severity: 'normal', slaMinutes: 120 }),
      rootCause: await aRootCause(ctx),
      customerId: (await aCustomer(ctx, { channelId })).conversationId,
      itemId,
      slotId: await aSlot(ctx, { itemId, startsAt: new Date(ctx.now.getTime() + 86_400_000 * 9), capacity: 4 }),
      agent: (await aStaff(ctx, { channelId, role: 'manager' })).actor,
    }
  })
}
