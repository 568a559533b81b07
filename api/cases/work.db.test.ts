import { beforeAll, describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import {
  aBooking,
  aBookingKind,
  aCase,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  anItem,
  aRootCause,
  aStaff,
  aTenant,
  moveClock,
  on,
  type TestStaff,
} from '../../test/factories.ts'
import { answerProposal } from '../bookings/commands/answer-proposal.ts'
import { proposeTime } from '../bookings/commands/propose-time.ts'
import { requestBooking } from '../bookings/commands/request-booking.ts'
import { putProvider } from '../providers/commands.ts'
import { endShift, startShift } from '../shifts/commands.ts'
import { peopleOnShift } from '../shifts/queries.ts'
import { assignCase } from './commands/assign-case.ts'
import { claimCase } from './commands/claim-case.ts'
import { escalateCase } from './commands/escalate-case.ts'
import { keepCase } from './commands/keep-case.ts'
import { linkOrder } from './commands/link-order.ts'
import { openCase } from './commands/open-case.ts'
import { moveCase } from './commands/move-case.ts'
import { reopenCase } from './commands/reopen-case.ts'
import { resolveCase } from './commands/resolve-case.ts'
import { retypeCase } from './commands/retype-case.ts'
import { setSeverity } from './commands/set-severity.ts'
import { withdrawCase } from './commands/withdraw-case.ts'
import { Case } from './model.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database, { settings: { references: { case: 'ML-C-{n}', booking: 'B-{n}' } } })
const desk = await anApiServerForThisFile()
let agent: TestStaff
let mate: TestStaff
let lead: TestStaff
let executive: TestStaff

beforeAll(async () => {
  await on(tenant, async (ctx) => {
    agent = await aStaff(ctx, { channelId: tenant.channelId, name: 'Nan' })
    mate = await aStaff(ctx, { channelId: tenant.channelId, name: 'Ton' })
    lead = await aStaff(ctx, { channelId: tenant.channelId, name: 'Gift', role: 'manager' })
    executive = await aStaff(ctx, { channelId: tenant.channelId, name: 'Toey', role: 'executive' })
    await aCaseType(ctx, { key: 'topup', severity: 'critical', slaMinutes: 15 })
    await aCaseType(ctx, { key: 'slow', severity: 'normal', slaMinutes: 720, stopsForCustomer: true })
    await putProvider(ctx, { key: 'hive', name: 'Hive', type: 'api' })
  })
})

const minutesLeft = (it: Case, now: Date) => Math.round(((it.slaDueAt?.getTime() ?? 0) - now.getTime()) / 60_000)
const again = (it: { id: string }) => on(tenant, (ctx) => Case.query(ctx.trx).findById(it.id).throwIfNotFound())

describe('another severity or type', () => {
  test('the time already used stays used; what stood for the customer does not count', async () => {
    const it = await on(tenant, (ctx) => aCase(ctx, { type: 'slow' }))
    await on(tenant, (ctx) => claimCase(ctx, { caseId: it.id }), agent.actor)
    await moveClock(database, '30 minutes')
    await on(tenant, (ctx) => moveCase(ctx, { caseId: it.id, to: 'waiting_customer' }), agent.actor)
    await moveClock(database, '20 minutes')
    // critical: the clock may not stand any more; an hour, of which half is used
    const critical = await on(
      tenant,
      async (ctx) => {
        const changed = await setSeverity(ctx, { caseId: it.id, severity: 'critical' })
        return { changed, left: minutesLeft(changed, ctx.now) }
      },
      agent.actor,
    )
    expect(critical.left).toBe(30)
    expect(critical.changed).toMatchObject({ severity: 'critical', slaStoppedAt: null, slaMinutes: 60 })
    const back = await on(
      tenant,
      async (ctx) => {
        const changed = await setSeverity(ctx, { caseId: it.id, severity: 'normal' })
        return { changed, left: minutesLeft(changed, ctx.now) }
      },
      agent.actor,
    )
    expect(back.left).toBe(720 - 30)
    expect(back.changed.slaStoppedAt).not.toBeNull()
  })

  test('what is solved while its clock stands was solved in time; what it stood warns nobody early', async () => {
    const it = await on(tenant, (ctx) => aCase(ctx, { type: 'slow' }))
    const cause = await on(tenant, (ctx) => aRootCause(ctx))
    await on(tenant, (ctx) => claimCase(ctx, { caseId: it.id }), agent.actor)
    await on(tenant, (ctx) => moveCase(ctx, { caseId: it.id, to: 'waiting_customer' }), agent.actor)
    await moveClock(database, '20 hours')
    const [back, now] = await on(
      tenant,
      async (ctx) => [await moveCase(ctx, { caseId: it.id, to: 'fixing' }), ctx.now] as const,
      agent.actor,
    )
    expect(minutesLeft(back, now)).toBe(720)
    const { rows: warnings } = await database.owner.query(
      `select round(extract(epoch from due_at - desk_now()) / 60)::int as after from timers
       where subject_id = $1 and kind = 'case.sla_warning' and fired_at is null`,
      [it.id],
    )
    expect(warnings).toEqual([{ after: 576 }])
    await on(tenant, (ctx) => moveCase(ctx, { caseId: it.id, to: 'waiting_customer' }), agent.actor)
    await moveClock(database, '20 hours')
    await on(tenant, (ctx) => resolveCase(ctx, { caseId: it.id, rootCause: cause }), agent.actor)
    const { rows } = await database.owner.query(
      `select facts->'withinSla' as "inTime" from activities where subject_id = $1 and type = 'case.resolved'`,
      [it.id],
    )
    expect(rows).toEqual([{ inTime: true }])
    await moveClock(database, '-40 hours')
  })

  test('a deadline that has passed under the new terms breaches at once, one that has not is no breach any more', async () => {
    const it = await on(tenant, (ctx) => aCase(ctx, { type: 'slow' }))
    await moveClock(database, '45 minutes')
    const now = await on(tenant, (ctx) => retypeCase(ctx, { caseId: it.id, type: 'topup' }), agent.actor)
    expect(now.severity).toBe('critical')
    const { rows } = await database.owner.query(
      `select kind, due_at <= desk_now() as due from timers where subject_id = $1 and fired_at is null`,
      [it.id],
    )
    expect(rows).toEqual([{ kind: 'case.sla_breach', due: true }])
    await database.owner.query('update cases set sla_breached_at = desk_now() where id = $1', [it.id])
    const calm = await on(tenant, (ctx) => retypeCase(ctx, { caseId: it.id, type: 'slow' }), agent.actor)
    expect(calm).toMatchObject({ slaBreachedAt: null, slaMinutes: 720 })
  })

  test('after a reopening the clock counts from the reopening', async () => {
    const it = await on(tenant, (ctx) => aCase(ctx, { type: 'slow' }))
    await database.owner.query(`update cases set status = 'resolved', root_cause = 'x' where id = $1`, [it.id])
    await moveClock(database, '5 hours')
    await on(tenant, (ctx) => reopenCase(ctx, { caseId: it.id }), agent.actor)
    await moveClock(database, '10 minutes')
    const left = await on(
      tenant,
      async (ctx) => minutesLeft(await setSeverity(ctx, { caseId: it.id, severity: 'critical' }), ctx.now),
      agent.actor,
    )
    expect(left).toBe(50)
  })

  test('the timeline says from what to what, and only what became critical is called so', async () => {
    const it = await on(tenant, (ctx) => aCase(ctx, { type: 'slow' }))
    await on(tenant, (ctx) => setSeverity(ctx, { caseId: it.id, severity: 'high' }), agent.actor)
    await on(tenant, (ctx) => setSeverity(ctx, { caseId: it.id, severity: 'high' }), agent.actor)
    await on(tenant, (ctx) => assignCase(ctx, { caseId: it.id, staffId: mate.id }), agent.actor)
    const { rows } = await database.owner.query(
      `select type, facts->>'from' as was, facts->>'to' as is from activities where subject_id = $1 order by seq`,
      [it.id],
    )
    expect(rows).toEqual([
      { type: 'case.opened', was: null, is: null },
      { type: 'case.severity_changed', was: 'normal', is: 'high' },
      { type: 'case.assigned', was: null, is: mate.id },
    ])
  })
})

describe('a case that began without a chat', () => {
  const report = (contactId: string, conversationId?: string) =>
    on(tenant, (ctx) =>
      openCase(ctx, {
        type: 'slow',
        contactId,
        openedAt: ctx.now,
        source: conversationId ? 'line' : 'api',
        language: 'th',
        ...(conversationId && { conversationId }),
      }),
    )

  test('gets the one its customer then writes in, and keeps the first', async () => {
    const customer = await on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId }))
    const { contact, conversationId } = customer
    const opened = await report(contact.id)
    expect(opened.case.conversationId).toBeNull()
    const joined = await report(contact.id, conversationId)
    expect(joined).toMatchObject({ joined: true, case: { id: opened.case.id, conversationId } })
    const other = await on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId }))
    expect((await report(contact.id, other.conversationId)).case.conversationId).toBe(conversationId)
  })
})

test('a case is found by what its customer is known as, and by nothing that only machines know', async () => {
  const { contact, userId } = await on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId, name: 'Panida' }))
  await database.owner.query(
    `insert into contact_identities (id, tenant_id, contact_id, kind, value) values (gen_random_uuid(), $1, $2, 'username', 'panida_99')`,
    [tenant.id, contact.id],
  )
  const { reference } = await on(tenant, (ctx) =>
    aCase(ctx, { type: 'slow', contactId: contact.id, slots: { username: 'shop_of_panida' } }),
  )
  const found = async (search: string) =>
    (
      (await desk.call(`GET /v1/cases?search=${encodeURIComponent(search)}`, { key: tenant.apiKey })).body['items'] as {
        reference: string
      }[]
    ).map((it) => it.reference)
  for (const words of ['panida_99', 'shop_of', 'Panida', reference])
    expect(await found(words), words).toEqual([reference])
  expect(await found(userId)).toEqual([])
  expect(await found('_')).toEqual([reference])
})

describe('escalating', () => {
  test('two at once give it to one lead; what a lead has stays; executives may not', async () => {
    const it = await on(tenant, (ctx) => aCase(ctx, { type: 'slow' }))
    await expect(on(tenant, (ctx) => escalateCase(ctx, { caseId: it.id }), executive.actor)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await Promise.all([agent, mate].map((who) => on(tenant, (ctx) => escalateCase(ctx, { caseId: it.id }), who.actor)))
    expect(await again(it)).toMatchObject({ ownerId: lead.id, severity: 'high', status: 'investigating' })
    const { rows } = await database.owner.query(
      `select count(*)::int as n from activities where subject_id = $1 and type = 'case.escalated'`,
      [it.id],
    )
    expect(rows).toEqual([{ n: 1 }])
    await expect(on(tenant, (ctx) => escalateCase(ctx, { caseId: it.id }), lead.actor)).rejects.toMatchObject({
      code: 'nobody_to_escalate_to',
    })
  })
})

describe('over the API', () => {
  const post = (path: string, body: object, key = tenant.apiKey) => desk.call(`POST ${path}`, { key, body })

  test('each act has its route, its refusal and its field', async () => {
    const { it, customer } = await on(tenant, async (ctx) => {
      const guest = await aCustomer(ctx, { channelId: tenant.channelId })
      const one = await aCase(ctx, {
        type: 'slow',
        contactId: guest.contact.id,
        conversationId: guest.conversationId,
        slots: { order_id: '1' },
      })
      return { it: one, customer: guest }
    })
    const at = `/v1/cases/${it.id}`
    expect(await post(`${at}/provider`, { provider: 'hive' })).toMatchObject({
      status: 200,
      body: { provider: { key: 'hive', name: 'Hive' }, orders: ['1'] },
    })
    expect(await post(`${at}/provider`, { provider: 'ghost' })).toMatchObject({
      status: 422,
      body: { code: 'provider_unknown', errors: [{ field: 'provider' }] },
    })
    expect(await post(`${at}/orders`, { order: '#2' })).toMatchObject({ body: { orders: ['1', '2'] } })
    expect(await post(`${at}/orders`, { order: 'nothing' })).toMatchObject({
      status: 422,
      body: { code: 'order_reference_invalid' },
    })
    expect(await desk.call('GET /api/issues/2', { key: tenant.apiKey })).toMatchObject({
      body: { order_id: '2', case_id: it.id },
    })
    expect(await desk.call(`DELETE ${at}/orders/2`, { key: tenant.apiKey })).toMatchObject({ body: { orders: ['1'] } })
    expect(await post(`${at}/severity`, { severity: 'huge' })).toMatchObject({ status: 422 })
    expect(await post(`${at}/type`, { type: 'ghost' })).toMatchObject({
      status: 422,
      body: { code: 'case_type_unknown' },
    })
    expect(await post(`${at}/ask`, { text: 'Which link?' })).toMatchObject({ status: 403 })
    expect(await post(`${at}/escalate`, { why: 'upset' })).toMatchObject({
      status: 200,
      body: { owner: { id: lead.id }, severity: 'high', status: 'investigating' },
    })
    expect(await post(`${at}/ask`, { text: 'Which link?' })).toMatchObject({
      status: 200,
      body: { status: 'waiting_customer' },
    })
    const { rows } = await database.owner.query(`select body, author from messages where conversation_id = $1`, [
      customer.conversationId,
    ])
    expect(rows).toEqual([{ body: 'Which link?', author: 'staff' }])
    const { rows: notes } = await database.owner.query('select body from notes where case_id = $1', [it.id])
    expect(notes).toEqual([{ body: 'upset' }])
  })

  test('many orders at once are all kept, once', async () => {
    const it = await on(tenant, (ctx) => aCase(ctx, { type: 'slow' }))
    await Promise.all(
      ['7', '8', '7', '9', '8'].map((order) =>
        on(tenant, (ctx) => linkOrder(ctx, { caseId: it.id, order }), agent.actor),
      ),
    )
    expect((await again(it)).orderRefs.toSorted()).toEqual(['7', '8', '9'])
  })
})

describe('a shift', () => {
  test('begins once however often it is said, and one nobody ended is forgotten', async () => {
    const started = await Promise.all([1, 2, 3].map(() => on(tenant, startShift, agent.actor)))
    expect(started.filter(Boolean)).toHaveLength(1)
    expect((await on(tenant, peopleOnShift)).map((it) => it.name)).toEqual(['Nan'])
    await moveClock(database, '13 hours')
    expect(await on(tenant, peopleOnShift)).toEqual([])
    expect(await on(tenant, startShift, agent.actor)).toBe(true)
    expect(await on(tenant, endShift, agent.actor)).toBe(true)
    expect(await on(tenant, endShift, agent.actor)).toBe(false)
    await expect(on(tenant, startShift)).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('another time for a booking', () => {
  test('is taken only by its customer, only while it stands, and only while there are seats', async () => {
    const { booking, customer, stranger, item } = await on(tenant, async (ctx) => {
      const kind = await aBookingKind(ctx)
      const guest = await aCustomer(ctx, { channelId: tenant.channelId })
      const other = await aCustomer(ctx, { channelId: tenant.channelId })
      const tour = await anItem(ctx, { seats: [4, 4] })
      const wish = { kind: kind.key, itemId: tour.id, slotId: tour.slotIds[0] ?? '', seats: 3 }
      const it = await aBooking(ctx, { ...wish, contactId: guest.contact.id, conversationId: guest.conversationId })
      return { booking: it, customer: guest, stranger: other, item: { ...tour, kind: kind.key } }
    })
    const slotId = item.slotIds[1] ?? ''
    const offer = () => on(tenant, (ctx) => proposeTime(ctx, { bookingId: booking.id, slotId }), agent.actor)
    const first = (await offer()).proposal?.id ?? ''
    expect((await offer()).proposal?.id).toBe(first)
    const answer = (contactId: string, proposalId: string, accept: boolean) =>
      on(tenant, (ctx) => answerProposal(ctx, { bookingId: booking.id, proposalId, accept }), {
        kind: 'contact',
        id: contactId,
      })
    await expect(answer(stranger.contact.id, first, true)).rejects.toMatchObject({ code: 'not_found' })
    // somebody else takes the seats meanwhile
    const rival = await on(tenant, (ctx) =>
      requestBooking(ctx, {
        kind: item.kind,
        itemId: item.id,
        slotId,
        seats: 2,
        slots: {},
        requestedAt: ctx.now,
        source: 'api',
        language: 'en',
      }),
    )
    expect(rival.seatsState).toBe('held')
    expect((await answer(customer.contact.id, first, true)).outcome).toBe('gone')
    await expect(answer(customer.contact.id, first, true)).rejects.toMatchObject({ code: 'offer_over' })
    await expect(offer()).rejects.toMatchObject({ code: 'slot_full' })
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    const second = await on(
      tenant,
      (ctx) => proposeTime(ctx, { bookingId: booking.id, date: day, time: '10:00' }),
      agent.actor,
    )
    const both = await Promise.allSettled(
      [1, 2].map(() => answer(customer.contact.id, second.proposal?.id ?? '', true)),
    )
    expect(both.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    const { rows } = await database.owner.query(
      `select b.slots->>'date' as date, b.seats_state, b.slot_id, (select sum(held)::int from slots where item_id = b.item_id) as held
       from bookings b where b.id = $1`,
      [booking.id],
    )
    expect(rows).toEqual([{ date: day, seats_state: 'none', slot_id: null, held: 2 }])
    // a yes to what was offered days ago
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    const third = await on(
      tenant,
      (ctx) => proposeTime(ctx, { bookingId: booking.id, date: soon, time: '10:00' }),
      agent.actor,
    )
    await moveClock(database, '4 days')
    expect(await answer(customer.contact.id, third.proposal?.id ?? '', true)).toMatchObject({
      outcome: 'gone',
      booking: { slots: { date: day }, proposal: null },
    })
    await moveClock(database, '-4 days')
    await expect(
      on(tenant, (ctx) => proposeTime(ctx, { bookingId: booking.id, date: '2020-01-01' }), agent.actor),
    ).rejects.toMatchObject({ code: 'slot_closed' })
  })
})

describe('a case that its customer takes back', () => {
  const told = (it: { id: string }, type: string) =>
    on(tenant, async (ctx) => {
      const { rows } = (await ctx.trx.raw('select 1 from activities where subject_id = ? and type = ?', [
        it.id,
        type,
      ])) as {
        rows: unknown[]
      }
      return rows.length
    })
  const opened = async (type: string) => {
    const { contact, conversationId } = await on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId }))
    const it = await on(tenant, (ctx) => aCase(ctx, { type, contactId: contact.id, conversationId }))
    return { it, by: { kind: 'contact' as const, id: contact.id } }
  }

  test('asked again at once it is told once; an hour later, or after a change of mind, it is told again', async () => {
    const { it, by } = await opened('slow')
    await on(tenant, (ctx) => claimCase(ctx, { caseId: it.id }), agent.actor)
    const ask = () => on(tenant, (ctx) => withdrawCase(ctx, { caseId: it.id }), by)
    const keep = () => on(tenant, (ctx) => keepCase(ctx, { caseId: it.id }), by)
    const outcomes = await Promise.all([ask(), ask(), ask()])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['told', 'told', 'told'])
    expect(await told(it, 'case.withdrawal_asked')).toBe(1)
    await moveClock(database, '61 minutes')
    await ask()
    expect(await told(it, 'case.withdrawal_asked')).toBe(2)
    expect(await keep()).toMatchObject({ outcome: 'kept', case: { status: 'investigating' } })
    await keep()
    await ask()
    expect([await told(it, 'case.withdrawal_asked'), await told(it, 'case.kept')]).toEqual([3, 1])
  })

  test('withdrawn and wanted back it is new again, without the time it was away; what staff closed stays closed', async () => {
    const { it, by } = await opened('slow')
    await on(tenant, (ctx) => withdrawCase(ctx, { caseId: it.id }), by)
    await moveClock(database, '3 hours')
    const outcomes = await Promise.all([1, 2].map(() => on(tenant, (ctx) => keepCase(ctx, { caseId: it.id }), by)))
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['back', 'kept'])
    const now = await again(it)
    expect(now).toMatchObject({ status: 'new', rootCause: null, closedAt: null })
    const later = (now.slaDueAt?.getTime() ?? 0) - (it.slaDueAt?.getTime() ?? 0)
    expect(Math.round(later / 60_000)).toBe(180)
    await on(tenant, (ctx) => withdrawCase(ctx, { caseId: it.id }), by)
    const stranger = await opened('slow')
    await expect(on(tenant, (ctx) => keepCase(ctx, { caseId: it.id }), stranger.by)).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })
})
