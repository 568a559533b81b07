import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetTriage } from '../api/triage/queries.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { type Became, ownBusiness } from './own-business.ts'

/** Businesses that have nothing to do with those of the demo, set up over the API alone, on their first day. */
describe('a sixth business', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  async function open(key: string, language: 'th' | 'en' | 'ja', setUp: [path: string, body: object][]) {
    const business = await ownBusiness(desk, key, language)
    await business.setUp(setUp)
    return business.hears
  }
  const notBooked: [string, object] = [
    'booking-kinds/request',
    { names: { en: 'Other', th: 'อื่น ๆ', ja: 'その他' }, slaMinutes: 60, active: false },
  ]

  it('a guesthouse: a room that is called as a wish is called is chosen by its name', async () => {
    const say = await open('guesthouse', 'en', [
      ['items/garden', { type: 'room', name: 'Garden room', names: { th: 'ห้องส่วนตัว' }, priceMinor: 120_000 }],
      ['items/quiet', { type: 'room', name: 'Quiet room', priceMinor: 90_000 }],
      [
        'booking-kinds/stay',
        {
          names: { en: 'A stay' },
          itemTypes: ['room'],
          slaMinutes: 60,
          requiredSlots: ['item', 'date', 'party_size'],
          optionalSlots: ['duration_nights'],
        },
      ],
      [
        'case-types/move_my_stay',
        { names: { en: 'Change a stay' }, slaMinutes: 60, concerns: ['change'], requiredSlots: ['date'] },
      ],
      notBooked,
    ])
    for (const name of ['garden room', 'the quiet room please', 'ห้องส่วนตัว']) {
      await say(name, 'hello, I would like to book a room for 2 from 5 december')
      await say(name, name)
      expect([name, (await say(name, 'yes please')).became]).toEqual([name, 'booking'])
    }
    const changed = await say('garden room', 'make it 4 nights please')
    const [opened] = await desk.ask(
      `select t.key, c.slots from cases c join case_types t on t.id = c.case_type_id where c.reference = $1 and t.key = 'move_my_stay'`,
      [changed.case?.reference],
    )
    expect(opened).toMatchObject({ key: 'move_my_stay', slots: { duration_nights: 4 } })
    expect(changed.said).not.toMatch(/which day/i)
  })

  it('a clinic: what has no dates of its own is on offer on the day they named, beside what has', async () => {
    const say = await open('dentist', 'en', [
      ['items/scaling', { type: 'treatment', name: 'Scaling' }],
      ['items/scaling/slots', { startsAt: '2026-11-25T14:00:00+07:00', capacity: 2 }],
      ['items/retainer', { type: 'treatment', name: 'Retainer' }],
      ['items/retainer/slots', { startsAt: '2026-11-26T14:00:00+07:00', capacity: 2 }],
      ['items/whitening', { type: 'treatment', name: 'Whitening' }],
      [
        'booking-kinds/visit',
        {
          names: { en: 'Dental appointment' },
          itemTypes: ['treatment'],
          slaMinutes: 60,
          requiredSlots: ['item', 'date', 'first_visit'],
          slotWords: { first_visit: { label: { en: 'First visit' }, question: { en: 'Have you been to us before?' } } },
        },
      ],
      notBooked,
    ])
    const { said } = await say('ann', 'I would like to book a dental appointment on 25 November')
    expect(said).toContain('Scaling')
    expect(said).toContain('Whitening')
    expect(said).not.toContain('Retainer')
    // an answer to another question, and not the first of the list
    expect((await say('ann', 'first time')).said).toContain('Whitening')
    expect((await say('ann', 'Whitening')).said).toContain('Have you been to us before?')
  })

  it('a groomer in Japanese: what was asked in their own words is kept without its courtesy', async () => {
    const own = (ja: string) => ({ label: { ja }, question: { ja: `${ja}を教えてください。` } })
    const say = await open('groomer', 'ja', [
      [
        'booking-kinds/groom',
        {
          names: { ja: 'トリミングのご予約' },
          slaMinutes: 60,
          requiredSlots: ['date', 'pet_name', 'breed'],
          slotWords: { pet_name: own('ペットのお名前'), breed: own('犬種') },
        },
      ],
      notBooked,
    ])
    await say('tanaka', '12月5日にトリミングの予約をお願いします')
    await say('tanaka', 'ココです')
    const { said } = await say('tanaka', 'トイプードルです。')
    expect(said).toMatch(/ココ(?!です)/)
    expect(said).toMatch(/トイプードル(?!です)/)
  })

  it('is not asked what happened by somebody who has told it, and opens a case when they have told it twice', async () => {
    const types = [
      'Filling came off',
      'Wrong bill',
      'Waited too long',
      'Move an appointment',
      'Rude words',
      'Lost file',
    ]
    const say = await open('clinic', 'en', [
      ...types.map((en, at): [string, object] => [`case-types/t${at}`, { names: { en }, slaMinutes: 60 }]),
      ['case-types/problem', { names: { en: 'Something else' }, slaMinutes: 60 }],
    ])
    const told = []
    for (const words of [
      'nobody picked up when I tried to reach you about my tooth all day, I am upset',
      'it was about the tooth from last week, nobody answered me',
      'so I had to go to another clinic',
      'I am very disappointed with you',
    ])
      told.push(await say('liz', words))
    expect(told.map((it) => it.said).join('\n')).not.toContain('What happened?')
    expect(told.some((it) => it.case)).toBe(true)
  })

  it('a boatyard: what the price holds and how hard it is are told in the words of its customers, where it has them', async () => {
    const say = await open('boatyard', 'en', [
      [
        'items/mangrove',
        {
          type: 'paddle',
          name: 'Mangrove Paddle',
          names: { th: 'พายเรือป่าชายเลน', ja: 'マングローブカヤック' },
          priceMinor: 90_000,
          pricePer: 'person',
          data: {
            includes: [{ th: 'ข้าวกลางวันใบบัว', en: 'lotus leaf lunch', ja: '蓮の葉ごはんの昼食' }, 'GoPro'],
            excludes: [{ en: 'hotel pick-up', th: 'รถรับส่งจากโรงแรม' }],
            fitness: { th: 'พายสบายๆ ราว 1 ชั่วโมง', en: 'an hour of easy paddling' },
          },
        },
      ],
      [
        'booking-kinds/paddle',
        { names: { en: 'A paddle' }, itemTypes: ['paddle'], slaMinutes: 60, requiredSlots: ['item', 'date'] },
      ],
      notBooked,
    ])
    expect((await say('nok', 'พายเรือป่าชายเลนรวมข้าวกลางวันไหมคะ')).said).toContain('ข้าวกลางวันใบบัว')
    expect((await say('nok', 'แล้วมีรถรับส่งไหมคะ')).said).toContain('ไม่รวม: รถรับส่งจากโรงแรม')
    expect((await say('nok', 'พายเรือป่าชายเลนเหนื่อยไหมคะ')).said).toContain('พายสบายๆ ราว 1 ชั่วโมง')
    const all = (await say('ken', 'マングローブカヤックの料金には何が含まれますか')).said
    expect(all).toMatch(/蓮の葉ごはんの昼食・GoPro[^]*hotel pick-up/)
    expect((await say('joe', 'is lunch included in the Mangrove Paddle?')).said).toContain('lotus leaf lunch')
    expect((await say('joe', 'is the Mangrove Paddle hard going?')).said).toContain('an hour of easy paddling')
  })

  it('a school that begins to sell rooms: what was said beside the name of a room is heard for the stay', async () => {
    const call = async (method: string, path: string, body: object) => {
      const answered = await desk.business('vschool').call(`/v1/${path}`, { method, body: JSON.stringify(body) })
      const shown: unknown = await answered.json()
      expect([path, answered.status, shown]).toEqual([path, 200, shown])
      return shown
    }
    await call('PUT', 'items/river_loft', {
      type: 'room',
      name: 'River Loft',
      priceMinor: 250_000,
      data: { pricePer: 'night' },
    })
    await call('PUT', 'booking-kinds/stay', {
      names: { en: 'A stay' },
      itemTypes: ['room'],
      slaMinutes: 60,
      requiredSlots: ['item', 'date', 'duration_nights'],
    })
    forgetTriage()
    const body = { from: { id: 'loft' }, text: 'I want to book the River Loft on 20 December for 3 nights' }
    const { reply } = (await call('POST', 'messages', body)) as Became
    expect(reply.map((it) => it.text).join()).toMatch(/River Loft[^]*20 Dec[^]*3 nights/)
    expect(await call('POST', 'messages', { from: { id: 'loft' }, text: 'yes please' })).toMatchObject({
      became: 'booking',
    })
  })
})
