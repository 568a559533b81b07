import { describe, expect, it } from 'vitest'
import type { BookingFormView } from '../../api/bookings/schema.ts'
import { readProblem } from '../client/problem.ts'
import { en } from '../copy/en.ts'
import {
  type Answers,
  askedIn,
  asksWhen,
  bodyOf,
  chosenIn,
  firstAnswers,
  tidy,
  withDay,
  withItem,
  withOwnDay,
} from './answers.ts'
import { faultsIn, inWords, whereIs } from './checks.ts'
import { daysOf, daysSaid, daysToShow, mustBeAskedFor } from './days.ts'
import { keyFor } from './draft.ts'
import { whatToDo } from './send.ts'
import { priceAsked } from './total.ts'

const slot = { id: 'slot-1', startsAt: '2026-12-05T18:00:00.000Z', seatsLeft: 3 }
const item = (id: string, name: string, slots = [slot]) => ({
  id,
  type: 'tour',
  name,
  names: { en: name, th: `${name} (ไทย)` },
  priceMinor: null,
  currency: null,
  pricePer: null,
  maxPeople: 8,
  slots,
})
const form: BookingFormView = {
  tenant: 'ATP',
  person: 'ken',
  zone: 'Asia/Bangkok',
  language: 'en',
  today: '2026-11-20',
  draft: { kind: 'tour', slots: { item: 'slow boat', party_size: 2, date: '2026-12-05/2026-12-08', name: 'Ken' } },
  kinds: [
    {
      key: 'tour',
      names: {},
      requiredSlots: ['item', 'date', 'party_size'],
      optionalSlots: ['budget', 'email', 'name'],
      itemTypes: ['tour'],
    },
    {
      key: 'transfer',
      names: {},
      requiredSlots: ['date', 'time', 'destination'],
      optionalSlots: ['phone', 'gate_code'],
      itemTypes: [],
    },
  ],
  items: [item('boat', 'Slow Boat'), item('hills', 'Hill Trails', [])],
}
const answers = (it: Partial<Answers> = {}): Answers => ({
  kind: 'tour',
  itemId: 'boat',
  slotId: 'slot-1',
  values: { party_size: '2' },
  ...it,
})
const asked = (step: 1 | 2, it: Answers) => askedIn(step, chosenIn(form, it)).map(({ slot: name }) => name)

const saidInTheChat = (slots: Record<string, string>): BookingFormView => ({ ...form, draft: { kind: 'tour', slots } })

describe('a course to play on', () => {
  const golf: BookingFormView = {
    ...form,
    kinds: [
      {
        key: 'tee_time',
        names: {},
        requiredSlots: ['date', 'time', 'party_size', 'venue'],
        optionalSlots: ['name'],
        itemTypes: ['tour'],
      },
    ],
  }
  const wish = (it: Partial<Answers> = {}) => answers({ kind: 'tee_time', ...it })
  const askedFirst = (it: Answers) => askedIn(1, chosenIn(golf, it)).map(({ slot: name }) => name)

  it('says where, and is not asked for in words as well', () => {
    expect(askedFirst(wish())).toEqual([])
    expect(bodyOf(golf, wish()).slots).toMatchObject({ venue: 'Slow Boat' })
    expect(faultsIn(1, golf, wish())).toEqual({})
  })

  it('that is not on the list is written down', () => {
    expect(askedFirst(wish({ itemId: '' }))).toEqual(['venue'])
    expect(faultsIn(1, golf, wish({ itemId: '' }))).toEqual({ venue: 'missing' })
    const own = wish({ itemId: '', slotId: '', values: { party_size: '2', venue: 'Royal Hua Hin' } })
    expect(bodyOf(golf, own).slots).toMatchObject({ venue: 'Royal Hua Hin' })
  })
})

describe('the first answers', () => {
  it('are what the chat knows exactly', () => {
    expect(firstAnswers(form)).toEqual({
      kind: 'tour',
      itemId: 'boat',
      slotId: '',
      values: { item: 'slow boat', party_size: '2', name: 'Ken' },
    })
  })

  it.each([
    ['2026-12-07', '2026-12-07'],
    ['2026-12-07/2026-12-07', '2026-12-07'],
    ['2026-12-07/2026-12-13', undefined],
    ['2026-12', undefined],
  ])('take %s for the day %s', (date, day) => {
    expect(firstAnswers(saidInTheChat({ date })).values['date']).toBe(day)
  })

  it('take no time of a stretch of time', () => {
    expect(firstAnswers(saidInTheChat({ time: '09:00/12:00' })).values).toEqual({})
    expect(firstAnswers(saidInTheChat({ time: '09:00' })).values).toEqual({ time: '09:00' })
  })

  it.each([
    ['2026-12-07/2026-12-13', { first: '2026-12-07', last: '2026-12-13' }],
    ['2026-12', { first: '2026-12-01', last: '2026-12-31' }],
    ['2026-11/2027-02', { first: '2026-11-20', last: '2027-02-28' }],
    ['2026-12-07', { first: '2026-12-07', last: '2026-12-07' }],
    ['2026-10', undefined],
    ['2026-13', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('keep to the days of %s', (date, days) => {
    expect(daysSaid(saidInTheChat(date ? { date } : {}))).toEqual(days)
  })

  it('leave out what is vague', () => {
    const vague = {
      ...form,
      draft: { kind: 'transfer', slots: { date: '2026-12', time: 'morning', party_size: '4-6' } },
    }
    expect(firstAnswers(vague)).toEqual({ kind: 'transfer', itemId: '', slotId: '', values: {} })
  })

  it('choose the only kind there is', () => {
    expect(firstAnswers({ ...form, draft: { kind: null, slots: {} }, kinds: form.kinds.slice(1) }).kind).toBe(
      'transfer',
    )
  })
})

describe('the steps', () => {
  it('ask what the kind needs, each thing once', () => {
    expect(asked(1, answers())).toEqual([])
    expect(asked(2, answers())).toEqual(['party_size', 'budget', 'name', 'email'])
    expect(asked(2, answers({ itemId: 'hills', slotId: '' }))).toEqual([
      'date',
      'party_size',
      'budget',
      'name',
      'email',
    ])
    expect(asked(1, answers({ kind: 'transfer' }))).toEqual(['destination'])
    expect(asked(2, answers({ kind: 'transfer' }))).toEqual(['date', 'time', 'phone', 'gate_code'])
  })

  it('find nothing wrong with a whole answer', () => {
    expect([faultsIn(1, form, answers()), faultsIn(2, form, answers())]).toEqual([{}, {}])
  })

  it.each<[1 | 2, Partial<Answers>, object]>([
    [1, { kind: '' }, { kind: 'missing' }],
    [1, { itemId: '' }, { item: 'missing' }],
    [1, { itemId: 'sold-out' }, { item: 'missing' }],
    [1, { kind: 'transfer', values: {} }, { destination: 'missing' }],
    [2, { slotId: '' }, { date: 'missing' }],
    [2, { slotId: 'other' }, { date: 'missing' }],
    [2, { slotId: 'other', values: { party_size: '2', date: '2026-11-19' } }, { date: 'date_past' }],
    [2, { slotId: 'other', values: { party_size: '2', date: '2026-02-31x' } }, { date: 'date' }],
    [2, { values: { party_size: '4' } }, { party_size: { tooMany: 3 } }],
    [2, { itemId: 'hills', values: { party_size: '9', date: '2026-12-01' } }, { party_size: { tooMany: 8 } }],
    [2, { values: { party_size: '0' } }, { party_size: 'at_least_one' }],
    [2, { values: { party_size: 'two' } }, { party_size: 'number' }],
    [2, { values: { party_size: '2', email: 'ken@' } }, { email: 'email' }],
    [2, { values: { party_size: '2', budget: 'cheap' } }, { budget: 'number' }],
    [
      2,
      { kind: 'transfer', values: { date: '2026-11-20', time: '25:00', phone: '12' } },
      { time: 'time', phone: 'phone' },
    ],
  ])('step %i with %j: %j', (step, change, faults) => {
    expect(faultsIn(step, form, answers(change))).toEqual(faults)
  })

  it('say what is wrong in words', () => {
    expect(inWords('item', 'missing', en)).toBe('Please choose one.')
    expect(inWords('destination', 'missing', en)).toBe('Please fill this in.')
    expect(inWords('party_size', { tooMany: 3 }, en)).toContain('At most 3')
    expect(inWords('date', undefined, en)).toBeUndefined()
  })
})

describe('what is sold by the hour', () => {
  const time = (id: string, startsAt: string, seatsLeft = 4) => ({ id, startsAt: `${startsAt}:00+07:00`, seatsLeft })
  const course = item('course', 'Thana City', [
    time('a', '2026-12-06T07:00'),
    time('b', '2026-12-06T09:00', 0),
    time('c', '2026-12-07T09:00'),
  ])
  const tee = {
    ...form.kinds[0],
    key: 'tee',
    names: {},
    requiredSlots: ['item', 'date'],
    optionalSlots: ['time'],
    itemTypes: ['tour'],
  }
  const named = {
    itemId: 'course',
    date: '2027-03-01',
    slots: [time('x', '2027-03-01T08:00'), time('y', '2027-03-01T13:30')],
  }
  const open = {
    ...form,
    draft: { kind: 'tee', slots: {} },
    kinds: [tee],
    items: [course, item('far', 'Far', [time('d', '2026-12-09T07:00')])],
    named,
  }
  const golf = (slotId: string, values: Record<string, string>): Answers => ({
    kind: 'tee',
    itemId: 'course',
    slotId,
    values,
  })
  const said = (slots: Record<string, string>) =>
    firstAnswers({ ...open, draft: { kind: 'tee', slots: { item: 'thana city', ...slots } } }).slotId

  it('is listed by its days', () => {
    expect(daysOf(course, form.zone).map(({ date, times }) => [date, times.map(({ id }) => id)])).toEqual([
      ['2026-12-06', ['a', 'b']],
      ['2026-12-07', ['c']],
    ])
  })

  it('begins a long list with the days that were wished', () => {
    const days = Array.from({ length: 9 }, (_, n) => ({ date: `2026-12-0${n + 1}`, times: [] }))
    const shown = (date: string, chosen = '') =>
      daysToShow(days, { ...open, draft: { kind: 'tee', slots: { date } } }, chosen)
        .map((it) => it.date.slice(-1))
        .join('')
    expect(shown('2026-12-07/2026-12-13')).toBe('789')
    expect(shown('2026-12-07/2026-12-13', '2026-12-02')).toBe('2789')
    expect(shown('2027-05')).toBe('123456')
  })

  it('takes the day that the chat knows, and its time', () => {
    expect(said({ date: '2026-12-07' })).toBe('c')
    expect(said({ date: '2026-12-06' })).toBe('')
    expect(said({ date: '2026-12-06', time: '07:00' })).toBe('a')
    // that one is full: another time of the day is to be chosen
    expect(said({ date: '2026-12-06', time: '09:00' })).toBe('')
    expect(said({ date: '2026-12-20' })).toBe('other')
    expect(said({ date: '2026-12-06/2026-12-07' })).toBe('')
  })

  it('keeps the day for another item only where that is on sale then', () => {
    expect(withItem(open, golf('c', { date: '2026-12-07' }), 'far')).toEqual({ itemId: 'far', values: {}, slotId: '' })
    expect(withItem(open, golf('', { date: '2026-12-09' }), 'far')).toMatchObject({ itemId: 'far', slotId: 'd' })
  })

  it('asks for the time of a day that has several', () => {
    expect(withDay(open, golf('', {}), course, '2026-12-07')).toEqual({ values: { date: '2026-12-07' }, slotId: 'c' })
    const day = golf('', withDay(open, golf('', {}), course, '2026-12-06').values ?? {})
    expect(faultsIn(2, open, day)).toEqual({ time: 'missing' })
    expect(faultsIn(2, open, { ...day, slotId: 'a' })).toEqual({})
    // a time of their own is a field
    expect(askedIn(2, chosenIn(open, { ...day, slotId: 'other' })).map(({ slot: it }) => it)).toEqual(['time'])
    expect(faultsIn(2, { ...open, kinds: [{ ...tee, optionalSlots: [] }] }, { ...day, slotId: 'other' })).toEqual({
      time: 'missing',
    })
  })

  it('offers the times of a day of their own, and takes a time that is on sale for it', () => {
    expect(withOwnDay(open, golf('', {}), course, '2027-03-01').slotId).toBe('')
    expect(withOwnDay(open, golf('', {}), course, '2027-03-02').slotId).toBe('other')
    const typed = (values: Record<string, string>) => bodyOf(open, golf('other', values))
    expect(typed({ date: '2027-03-01', time: '13:30' })).toMatchObject({ slotId: 'y', slots: { time: '13:30' } })
    expect(typed({ date: '2026-12-06', time: '07:00' })).toMatchObject({ slotId: 'a' })
    expect(typed({ date: '2026-12-07' })).toMatchObject({ slotId: 'c', slots: { date: '2026-12-07', time: '09:00' } })
    expect(typed({ date: '2027-03-01', time: '14:00' })).toEqual({
      kind: 'tee',
      itemId: 'course',
      slots: { item: 'Thana City', date: '2027-03-01', time: '14:00' },
    })
  })

  it.each([
    ['2027-03-01', true],
    ['2026-12-06', false],
    ['2026-11-19', false],
    ['2026-12', false],
    ['', false],
  ])('is asked about on %j: %s', (date, isAsked) => {
    expect(mustBeAskedFor(open, course, date)).toBe(isAsked)
  })
})

describe('what is sent', () => {
  it("is the catalogue's name, the departure's own day in the zone, and numbers", () => {
    expect(
      bodyOf(
        form,
        answers({
          values: {
            party_size: ' ๒ ',
            budget: '1,500',
            name: ' Ken ',
            email: 'KEN@X.IO',
            date: '2026-12-24',
            left: 'over',
          },
        }),
      ),
    ).toEqual({
      kind: 'tour',
      itemId: 'boat',
      slotId: 'slot-1',
      seats: 2,
      slots: { party_size: 2, budget: 1500, name: 'Ken', email: 'ken@x.io', item: 'Slow Boat', date: '2026-12-06' },
    })
  })

  it('says in which currency a budget is, where there is only one', () => {
    const priced = form.items.map((it, index) => ({ ...it, currency: index === 0 ? 'USD' : 'THB' }))
    const budget = (itemId: string, items: BookingFormView['items']) =>
      bodyOf({ ...form, items }, answers({ itemId, values: { party_size: '2', budget: '1,500' } })).slots['budget']
    expect(budget('boat', priced)).toBe('1500 USD')
    expect(budget('none', priced.slice(1))).toBe('1500 THB')
    expect(budget('none', priced)).toBe(1500)
  })

  it('is another date of their own without a departure', () => {
    const body = bodyOf(form, answers({ slotId: 'other', values: { party_size: '2', date: '2026-12-24' } }))
    expect(body).toEqual({
      kind: 'tour',
      itemId: 'boat',
      slots: { party_size: 2, item: 'Slow Boat', date: '2026-12-24' },
    })
  })

  it('holds nothing that the kind does not know', () => {
    const body = bodyOf(
      form,
      answers({
        kind: 'transfer',
        values: { destination: 'DMK', date: '2026-12-01', time: '05:00', phone: '081-234 5678', budget: '5' },
      }),
    )
    expect(body).toEqual({
      kind: 'transfer',
      slots: { destination: 'DMK', date: '2026-12-01', time: '05:00', phone: '0812345678' },
    })
  })

  it('reads digits of other scripts', () => {
    expect(tidy('phone', '๐๘๑-２３４ ๕๖๗๘')).toBe('0812345678')
  })
})

describe('what it comes to', () => {
  const priced = { ...form, items: form.items.map((it) => ({ ...it, priceMinor: 100_000, currency: 'USD' })) }
  const at = (it: Partial<Answers>) => priceAsked(priced, bodyOf(priced, answers(it)), undefined)

  it('is asked for the day and the people', () => {
    expect(at({})).toBe('/v1/me/price?itemId=boat&slotId=slot-1&people=2')
    expect(at({ itemId: 'hills', slotId: '', values: { party_size: '2', date: '2026-12-24' } })).toBe(
      '/v1/me/price?itemId=hills&date=2026-12-24&people=2',
    )
  })

  it('is not asked for what has no price', () => {
    expect(at({ itemId: 'none' })).toBeUndefined()
    expect(priceAsked(form, bodyOf(form, answers()), undefined)).toBeUndefined()
  })
})

describe('a no from the desk', () => {
  const draft = { answers: answers(), step: 3 as const }
  const sent = { body: '{}', key: 'key-1' }
  const told = (status: number, body: object) => whatToDo(readProblem(status, body), draft, form, sent)

  it('full: chooses a date again, and keeps the rest', () => {
    const outcome = told(409, { code: 'slot_full' })
    expect(outcome).toMatchObject({
      stale: true,
      sent: undefined,
      change: { step: 2, answers: { ...answers(), slotId: '' } },
    })
    expect(outcome.notice?.(en)).toContain('just gone')
  })

  it('names the field and goes to its step', () => {
    expect(told(422, { errors: [{ field: 'slots.party_size', message: '' }] })).toMatchObject({
      change: { step: 2 },
      faults: { party_size: 'refused' },
    })
    expect(told(422, { errors: [{ field: 'itemId', message: '' }] })).toMatchObject({
      change: { step: 1 },
      faults: { item: 'refused' },
    })
    expect(whereIs('nowhere', form, answers())).toBeUndefined()
  })

  it('keeps the key while the wish may have arrived', () => {
    expect(told(503, {}).sent).toEqual(sent)
    expect(told(0, {}).sent).toEqual(sent)
    expect(told(409, { code: 'idempotency_in_progress' }).sent).toEqual(sent)
    expect(told(403, {}).sent).toBeUndefined()
    expect(told(401, {})).toMatchObject({ signIn: true, sent })
  })

  it('gives the same wish the same key, and another wish another', () => {
    expect(keyFor({ ...draft, sent }, '{}', () => 'key-2')).toEqual(sent)
    expect(keyFor({ ...draft, sent }, '{"seats":2}', () => 'key-2')).toEqual({ body: '{"seats":2}', key: 'key-2' })
  })
})

it('the second step is titled by what it asks', () => {
  expect(asksWhen(chosenIn(form, answers()))).toBe(true)
  expect(asksWhen(chosenIn(form, answers({ kind: 'transfer' })))).toBe(false)
})
