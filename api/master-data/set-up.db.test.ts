import { beforeAll, describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import {
  aBooking,
  aCase,
  aCustomer,
  aDatabaseForThisFile,
  anApiKey,
  aStaff,
  aTenant,
  on,
  type TestTenant,
} from '../../test/factories.ts'
import { resolveCase } from '../cases/commands/resolve-case.ts'
import { claimCase } from '../cases/commands/claim-case.ts'
import { as } from '../context.ts'

const database = await aDatabaseForThisFile()
const desk = await anApiServerForThisFile()
let clinic: TestTenant
let agentKey: string
beforeAll(async () => {
  clinic = await aTenant(database)
  agentKey = await anApiKey(database, { tenantId: clinic.id, role: 'agent' })
})

type Call = { key?: string; headers?: Record<string, string> }
const put = (path: string, body: object, { key = clinic.apiKey, headers = {} }: Call = {}) =>
  desk.call(`PUT /v1/${path}`, { key, body, headers })
const get = (path: string, key = clinic.apiKey) => desk.call(`GET /v1/${path}`, { key })
const fields = (answer: { body: unknown }) =>
  ((answer.body as { errors?: { field: string }[] }).errors ?? []).map((it) => it.field).toSorted()

const toothache = {
  names: { en: 'Toothache', th: 'ปวดฟัน' },
  category: 'urgent',
  severity: 'high',
  slaMinutes: 30,
  requiredSlots: ['phone', 'which_tooth'],
  slotWords: { which_tooth: { label: { en: 'Tooth', th: 'ซี่ไหน' }, question: { en: 'Which tooth hurts?' } } },
}
const cleaning = {
  names: { en: 'Check-up' },
  requiredSlots: ['item', 'date', 'phone'],
  itemTypes: ['treatment'],
  slaMinutes: 60,
  cancelRule: { freeHours: 24, words: { en: 'Later it costs half.' } },
}

describe('a type of case', () => {
  test('is there as it was written, is changed as a whole, and retires', async () => {
    expect(await put('case-types/toothache', toothache)).toMatchObject({
      status: 200,
      body: { key: 'toothache', severity: 'high', slaClock: 'calendar', stopsForCustomer: true, active: true },
    })
    const { names, slaMinutes } = toothache
    expect(await put('case-types/toothache', { names, slaMinutes, active: false })).toMatchObject({
      body: { category: 'general', severity: 'normal', requiredSlots: [], active: false },
    })
    expect((await get('case-types/toothache')).body).toMatchObject({ active: false })
    expect((await get('case-types')).body).toMatchObject({ items: [{ key: 'toothache' }] })
    const refused = await desk.call('POST /v1/cases', {
      key: clinic.apiKey,
      body: { caseType: 'toothache', text: 'it hurts' },
    })
    expect(refused).toMatchObject({ status: 422 })
  })

  test('that late payments become stays in use', async () => {
    const shop = await aTenant(database)
    const late = { names: { en: 'Late' }, slaMinutes: 5 }
    await put('case-types/late', late, { key: shop.apiKey })
    await put('payment-settings', { payments: { caseType: 'late' } }, { key: shop.apiKey })
    const retire = () => put('case-types/late', { ...late, active: false }, { key: shop.apiKey })
    expect(fields(await retire())).toEqual(['active'])
    await put('payment-settings', { payments: null }, { key: shop.apiKey })
    expect((await retire()).status).toBe(200)
  })

  test('says what it concerns, whatever its key, until it says something else', async () => {
    const terms = { names: { en: 'Move a visit' }, slaMinutes: 30 }
    expect(await put('case-types/reschedule_cancel', terms)).toMatchObject({ body: { concerns: [] } })
    await put('case-types/other_day', { ...terms, concerns: ['change', 'cancellation'] })
    expect((await get('case-types/other_day')).body).toMatchObject({ concerns: ['change', 'cancellation'] })
    await put('case-types/other_day', { ...terms, concerns: ['change'], active: false })
    expect((await get('case-types/other_day')).body).toMatchObject({ concerns: ['change'] })
    await put('case-types/reschedule_cancel', { ...terms, active: false })
  })

  test('that is open keeps the terms it was opened with', async () => {
    await put('case-types/broken_crown', { names: { en: 'Broken crown' }, slaMinutes: 30 })
    const { contact, conversationId } = await on(clinic, (ctx) => aCustomer(ctx, { channelId: clinic.channelId }))
    const one = await on(clinic, (ctx) => aCase(ctx, { type: 'broken_crown', contactId: contact.id, conversationId }))
    await put('case-types/broken_crown', { names: { en: 'Broken crown' }, slaMinutes: 500 })
    const { rows } = await database.owner.query('select sla_minutes from cases where id = $1', [one.id])
    expect(rows).toEqual([{ sla_minutes: 30 }])
  })

  test.each([
    ['without a name', { names: {} }, ['names']],
    ['of blanks', { names: { en: '\u200b \u3164' } }, ['names.en']],
    ['with no time', { slaMinutes: 0 }, ['slaMinutes']],
    ['with a time beyond all measure', { slaMinutes: 2e9 }, ['slaMinutes']],
    ['that asks what nobody has words for', { slotWords: {} }, ['slotWords.which_tooth']],
    ['that asks for one thing twice', { optionalSlots: ['phone'] }, ['requiredSlots']],
    ['with words for what it does not ask', { requiredSlots: ['phone'] }, ['slotWords.which_tooth']],
    [
      'that asks under a name of the dialogue',
      { requiredSlots: ['consent'], slotWords: {} },
      ['requiredSlots.0', 'slotWords.consent'],
    ],
    ['that concerns what no rule knows', { concerns: ['change', 'reschedule'] }, ['concerns.1']],
    ['that says one thing twice', { concerns: ['change', 'change'] }, ['concerns']],
    ['that asks for an item', { requiredSlots: ['item'], slotWords: {} }, ['requiredSlots']],
    ['with a field nobody knows', { severtiy: 'high' }, ['severtiy']],
  ])('%s is refused by the name of the field', async (_, changes, wrong) => {
    const answer = await put('case-types/odd', { ...toothache, ...changes })
    expect(answer.status).toBe(422)
    expect(fields(answer).map((it) => it.replace(/\[(\d+)\]/, '.$1'))).toEqual(wrong)
    expect((await get('case-types/odd')).status).toBe(404)
  })

  test.each(['Upper', '1st', 'a b', 'ปวดฟัน', '__proto__', 'a'.repeat(61)])('has no such key ($#)', async (key) => {
    expect((await put(`case-types/${encodeURIComponent(key)}`, toothache)).status).toBe(422)
  })

  test('is set up by who leads, and seen by who works', async () => {
    expect((await put('case-types/mine', toothache, { key: agentKey })).status).toBe(403)
    expect((await put('booking-kinds/mine', cleaning, { key: agentKey })).status).toBe(403)
    expect((await put('items/mine', { type: 'treatment', name: 'X' }, { key: agentKey })).status).toBe(403)
    expect((await put('providers/mine', { type: 'lab', name: 'X' }, { key: agentKey })).status).toBe(403)
    expect((await put('root-causes/mine', { names: { en: 'X' } }, { key: agentKey })).status).toBe(403)
    expect((await put('settings', { shiftHours: 3 }, { key: agentKey })).status).toBe(403)
    for (const list of ['case-types', 'booking-kinds', 'items', 'providers', 'root-causes', 'settings'])
      expect((await get(list, agentKey)).status).toBe(200)
  })

  test('is not overwritten by who read an older state', async () => {
    const first = await put('case-types/whitening', toothache, { headers: { 'if-none-match': '*' } })
    expect(first.status).toBe(200)
    expect((await put('case-types/whitening', toothache, { headers: { 'if-none-match': '*' } })).status).toBe(412)
    const seen = { 'if-match': first.headers.get('etag') ?? '' }
    const both = await Promise.all(
      [31, 32].map((slaMinutes) => put('case-types/whitening', { ...toothache, slaMinutes }, { headers: seen })),
    )
    expect(both.map((it) => it.status).toSorted()).toEqual([200, 412])
  })

  test('of another business is another one', async () => {
    const other = await aTenant(database)
    await put('case-types/ours', toothache)
    expect((await get('case-types/ours', other.apiKey)).status).toBe(404)
    await put('case-types/ours', { ...toothache, slaMinutes: 7 }, { key: other.apiKey })
    expect((await get('case-types/ours')).body).toMatchObject({ slaMinutes: 30 })
  })
})

describe('a kind of booking', () => {
  test('is there as it was written', async () => {
    expect(await put('booking-kinds/check_up', cleaning)).toMatchObject({
      status: 200,
      body: { ...cleaning, active: true },
    })
    expect((await get('booking-kinds')).body).toMatchObject({ items: [{ key: 'check_up' }] })
  })

  test('says which of its types no item has, until one has it', async () => {
    const notFound = async () => (await get('booking-kinds/typo')).body
    const typo = { ...cleaning, itemTypes: ['Treatmnet'] }
    expect(await put('booking-kinds/typo', typo)).toMatchObject({ body: { itemTypesNotFound: ['Treatmnet'] } })
    await put('items/of_that_type', { type: 'Treatmnet', name: 'Peeling' })
    expect(await notFound()).toMatchObject({ itemTypesNotFound: [] })
  })

  test('cannot offer an item of no type', async () => {
    expect(fields(await put('booking-kinds/odd', { ...cleaning, itemTypes: [] }))).toEqual(['itemTypes'])
  })
})

describe('an item', () => {
  const scaling = { type: 'treatment', name: 'Scaling', names: { th: 'ขูดหินปูน' }, priceMinor: 90_000 }

  test('has the business’s currency, and no price is in none', async () => {
    expect((await put('items/scaling', scaling)).body).toMatchObject({
      currency: 'THB',
      pricePer: 'total',
      active: true,
    })
    expect((await put('items/scaling', { ...scaling, priceMinor: null })).body).toMatchObject({
      currency: null,
      pricePer: null,
    })
  })

  test('is found by its words, and one that is not on sale too', async () => {
    await put('items/scaling', scaling)
    await put('items/braces', { type: 'treatment', name: 'Braces', active: false })
    const found = async (query: string) =>
      ((await get(`items?${query}`)).body as { items: { key: string }[] }).items.map((it) => it.key)
    expect(await found('search=ขูด')).toEqual(['scaling'])
    expect(await found('active=false')).toEqual(['braces'])
    expect(await found('type=treatment&sort=-key')).toEqual(['scaling', 'braces'])
    expect(await found('search=100%25')).toEqual([])
  })

  test.each([
    [{ priceMinor: -1 }, 'priceMinor'],
    [{ priceMinor: 1.5 }, 'priceMinor'],
    [{ minPeople: 4, maxPeople: 2 }, 'maxPeople'],
    [{ data: { story: 'x'.repeat(9_000) } }, 'data'],
    [{ data: { fitness: 3 } }, 'data.fitness'],
    [{ data: { includes: ['lunch', {}] } }, 'data.includes.1'],
    [{ data: { excludes: ['visa', ''] } }, 'data.excludes.1'],
    [{ currency: 'baht' }, 'currency'],
  ])('that cannot be is refused by the name of what is wrong ($#)', async (changes, field) => {
    expect(fields(await put('items/odd', { ...scaling, ...changes }))).toEqual([field])
  })
})

describe('a date of an item', () => {
  const at = '2099-12-24T09:00:00+07:00'
  const slots = (key: string) => `items/${key}/slots`

  test('is one at each instant, and changed by naming it again', async () => {
    await put('items/implant', { type: 'treatment', name: 'Implant' })
    const [one, two] = await Promise.all([1, 2].map(() => put(slots('implant'), { startsAt: at, capacity: 2 })))
    expect([one?.status, two?.status]).toEqual([200, 200])
    await put(slots('implant'), { startsAt: at, capacity: 3, place: 'Room 2', open: false })
    expect((await get(slots('implant'))).body).toMatchObject({
      items: [{ startsAt: '2099-12-24T02:00:00.000Z', capacity: 3, place: 'Room 2', open: false }],
    })
  })

  test('keeps room for whoever has booked', async () => {
    await put('booking-kinds/check_up', cleaning)
    await put('items/veneer', { type: 'treatment', name: 'Veneer' })
    const slot = (await put(slots('veneer'), { startsAt: at, capacity: 4 })).body as { id: string }
    const item = (await get('items/veneer')).body as { id: string }
    await on(clinic, async (ctx) => {
      const { contact } = await aCustomer(ctx, { channelId: clinic.channelId })
      await aBooking(ctx, { kind: 'check_up', contactId: contact.id, itemId: item.id, slotId: slot.id, seats: 3 })
    })
    expect(await put(slots('veneer'), { startsAt: at, capacity: 2 })).toMatchObject({
      status: 409,
      body: { code: 'slot_capacity_taken', facts: { taken: 3 } },
    })
    expect(await put(slots('veneer'), { startsAt: at, capacity: 3 })).toMatchObject({ status: 200, body: { held: 3 } })
  })

  test.each([
    [{ startsAt: '2020-01-01T09:00:00+07:00', capacity: 1 }, 'startsAt'],
    [{ startsAt: '2099-02-30T09:00:00+07:00', capacity: 1 }, 'startsAt'],
    [{ startsAt: '2099-12-24T09:00:00', capacity: 1 }, 'startsAt'],
    [{ startsAt: at, endsAt: at, capacity: 1 }, 'endsAt'],
    [{ startsAt: at, capacity: -1 }, 'capacity'],
  ])('that cannot be is refused: %j', async (body, field) => {
    await put('items/implant', { type: 'treatment', name: 'Implant' })
    expect(fields(await put(slots('implant'), body))).toEqual([field])
  })

  test('of nothing is not there', async () => {
    expect((await put(slots('nothing'), { startsAt: at, capacity: 1 })).status).toBe(404)
    expect((await get(slots('nothing'))).status).toBe(404)
  })
})

describe('a root cause', () => {
  test('goes while no case was resolved with it, and stays afterwards', async () => {
    await put('root-causes/sugar', { names: { en: 'Sugar' }, position: 2 })
    await put('root-causes/typo', { names: { en: 'Typo' }, position: 1 })
    expect((await get('root-causes')).body).toMatchObject({ items: [{ key: 'typo' }, { key: 'sugar' }] })
    const drop = (key: string) => desk.call(`DELETE /v1/root-causes/${key}`, { key: clinic.apiKey })
    expect((await drop('typo')).status).toBe(204)
    expect((await drop('typo')).status).toBe(404)
    await put('case-types/cavity', { names: { en: 'Cavity' }, slaMinutes: 30 })
    await on(clinic, async (ctx) => {
      const { contact } = await aCustomer(ctx, { channelId: clinic.channelId })
      const one = await aCase(ctx, { type: 'cavity', contactId: contact.id })
      const nurse = as(ctx, (await aStaff(ctx, { channelId: clinic.channelId })).actor)
      await claimCase(nurse, { caseId: one.id })
      await resolveCase(nurse, { caseId: one.id, rootCause: 'sugar' })
    })
    expect(await drop('sugar')).toMatchObject({ status: 409, body: { code: 'root_cause_used' } })
  })
})

describe('a provider', () => {
  test('is there as it was written, and found by its other names', async () => {
    expect(
      await put('providers/lab', { type: 'lab', name: 'Lab One', aliases: ['แล็บหนึ่ง'], slaMinutes: 90 }),
    ).toMatchObject({
      body: { key: 'lab', aliases: ['แล็บหนึ่ง'], slaMinutes: 90, active: true },
    })
    expect((await get('providers')).body).toMatchObject({ items: [{ key: 'lab' }] })
  })
})

describe('the settings of a business', () => {
  test('change by part', async () => {
    const hours = { '2': ['10:00', '19:00'], '6': ['18:00', '02:00'], '7': ['00:00', '24:00'] }
    expect(await put('settings', { hours, holidays: ['2026-12-31'] })).toMatchObject({ status: 200, body: { hours } })
    expect(await put('settings', { references: { case: 'DC-{yymm}{nnnn}', booking: 'DB-{n}' } })).toMatchObject({
      body: { hours, holidays: ['2026-12-31'], references: { case: 'DC-{yymm}{nnnn}' } },
    })
  })

  test.each([
    [{ hours: { '8': ['09:00', '18:00'] } }, 'hours'],
    [{ hours: { '1': ['18:00', '09:00'] } }, 'hours'],
    [{ hours: { '1': ['18:00', '18:00'] } }, 'hours'],
    [{ hours: { '1': ['9', '18'] } }, 'hours'],
    [{ hours: { '1': ['24:00', '24:30'] } }, 'hours'],
    [{ holidays: ['2026-02-30'] }, 'holidays'],
    [{ references: { case: 'CS', booking: 'BK-{n}' } }, 'references'],
    [{ references: { case: 'CS-{n} <b>', booking: 'BK-{n}' } }, 'references'],
    [{ autoCloseHours: 0 }, 'autoCloseHours'],
    [{ shiftHours: 1e9 }, 'shiftHours'],
  ])('that cannot be are refused: %j', async (body, field) => {
    const before = (await get('settings')).body
    const answer = await put('settings', body)
    expect(answer.status).toBe(422)
    expect(fields(answer).map((it) => it.split(/[.[]/)[0])).toEqual([field])
    expect((await get('settings')).body).toEqual(before)
  })

  test('leave alone what has a place of its own', async () => {
    expect((await put('settings', { modelBudgetUsd: 1_000 })).status).toBe(422)
  })
})
