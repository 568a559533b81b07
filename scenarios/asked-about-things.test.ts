import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putBookingKind } from '../api/bookings/commands/put-booking-kind.ts'
import { putItem } from '../api/catalogue/commands.ts'
import { inTenant, system } from '../api/context.ts'
import { issueApiKey } from '../api/staff/commands.ts'
import { createTenant } from '../api/tenants/commands.ts'
import { giveFirstTerms } from '../api/tenants/commands/give-first-terms.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { aSlot } from '../test/factories.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk({ quietMs: 40 })
})
afterAll(() => desk.end())

describe.each(apps)('what is on sale (on %s)', (app) => {
  it('is told from the catalogue, in the language it was asked in, and a tap books it', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`Lou ${app}`, 'en')
    await guest.says('how much is the Slow Mekong tour for 2 people?')
    const heard = await guest.hears('Slow Mekong (ATP-LA-01)')
    expect(heard.text).toContain('US$1,350 per person · US$2,700 for 2 people')
    expect(heard.text).toContain('6 days, 5 nights')
    expect(heard.text).toContain('Sun 6 Dec 08:00 (2 seats left)')
    await guest.taps('Book this')
    await guest.hears('Which date suits you for Slow Mekong?')
    await guest.taps(/Sun 20 Dec/)
    expect((await guest.hears('Shall I send it?')).text).toContain('US$2,700')
    expect(desk.troubles).toEqual([])
  })

  it('in Thai and Japanese too, of what was just spoken of, and with words in place of the tap', async () => {
    const guest = desk.business('vschool', app).newcomer(`มิ้น ${app}`, 'th')
    await guest.says('คอร์สซูชิโปรเรียนกี่ครั้งคะ')
    expect((await guest.hears('ซูชิโปร (TVS-JP-12FC-SU-01)')).text).toContain('12 ครั้ง ครั้งละ 5 ชั่วโมง')
    await guest.says('รอบหน้าเมื่อไหร่คะ')
    expect((await guest.hears('รอบถัดไป: เสาร์ 9 ม.ค. 09:00 (เหลือ 3 ที่)')).text).toContain('฿38,500 ต่อท่าน')
    await guest.says('จองเลยค่ะ')
    await guest.hears('ขออนุญาตให้ V School')
    const other = desk.business('vschool', app).newcomer(`Yuki ${app}`, 'ja')
    await other.says('寿司プロコースはいくらですか')
    expect((await other.hears('寿司プロコース')).text).toContain('お一人様 ฿38,500')
    expect(desk.troubles).toEqual([])
  })

  it('is told of in full who asks what it is, in words that name no price and no day; nothing is booked by that', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`Ines ${app}`, 'en')
    await guest.says('hi! whats the mekong trip like')
    const heard = await guest.hears('Slow Mekong (ATP-LA-01)')
    for (const words of [
      'Huay Xai',
      'Highlights: village cooking · alms round',
      'US$1,350',
      '6 days, 5 nights',
      '6 Dec',
    ])
      expect(heard.text).toContain(words)
    await guest.says('can you send me details of the hokkaido tour')
    await guest.hears('beginner slopes, onsen')
    await guest.says('ok I’d like to join, 2 adults')
    await guest.hears('Which date suits you for Hokkaido Powder Family?')

    const student = desk.business('vschool', app).newcomer(`แป้ง ${app}`, 'th')
    await student.says('ขอรายละเอียดคอร์สซูชิหน่อยค่ะ')
    expect((await student.hears('ซูชิโปร (TVS-JP-12FC-SU-01)')).text).toContain('ข้าวซูชิ')
    const other = desk.business('vschool', app).newcomer(`Rin ${app}`, 'ja')
    await other.says('寿司コースについて詳しく教えてください')
    expect((await other.hears('寿司プロコース')).text).toContain('シャリ')

    const traveller = desk.business('chapter2', app).newcomer(`หนึ่ง ${app}`, 'th')
    await traveller.says('ทริปเกียวโตไปไหนบ้างคะ')
    expect((await traveller.hears('เกียวโต')).text).toContain('ไฮไลต์: สวนเงียบสงบและพิธีชงชา')
    const japanese = desk.business('chapter2', app).newcomer(`Mio ${app}`, 'ja')
    await japanese.says('京都のツアーはどんな内容ですか')
    expect((await japanese.hears('京都')).text).toContain('見どころ:静かな庭園と茶道体験')

    // what is their own stands in no catalogue
    const buyer = desk.business('meelike', app).newcomer(`จิ๊บ ${app}`, 'th')
    await buyer.says('ออเดอร์ 5512345 ไม่เดินเลยค่ะ')
    const reference = referenceIn((await buyer.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    const before = buyer.messages().length
    await buyer.says('ขอรายละเอียดหน่อยค่ะ')
    await allQuiet(desk)
    expect(saidSince(buyer, before).join()).toContain(reference)
    expect(desk.troubles).toEqual([])
  })

  it('that nobody has named is asked back about: no article on something else, and no thing of our choice', async () => {
    const guest = desk.business('vschool', app).newcomer(`เฟิร์น ${app}`, 'th')
    await guest.says('คอร์สนี้เรียนกี่ครั้งคะ')
    await guest.hears('หมายถึงรายการไหน')
    expect(desk.troubles).toEqual([])
  })

  it('that fits where they want to go is put forward, saying plainly what does not fit', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`Ann ${app}`, 'en')
    await guest.says('what do you have in Chiang Mai for 3 days?')
    await guest.hears('These go to Chiang Mai: None of them is exactly 2 nights.')
    await guest.hears('Northern Hill Trails')
    await guest.says('do you have any tours in Japan in july?')
    await guest.hears('July 2027: nothing on sale. These go to Japan:')
    expect(desk.troubles).toEqual([])
  })

  it('and goes out of sale before they tap: the button says so, and nothing is booked', async () => {
    const guest = desk.business('vschool', app).newcomer(`Kim ${app}`, 'en')
    const [key, name] = {
      line: ['knife_skills', 'Knife Skills & Sharpening'],
      whatsapp: ['bento', 'Home Bento Workshop'],
    }[app] as [string, string]
    await guest.says(`how much is the ${name}?`)
    await guest.hears(name)
    await desk.ask('update catalogue_items set active = false where key = $1', [key])
    await guest.taps('Book this')
    await guest.hears('no longer on sale')
    expect(desk.troubles).toEqual([])
  })

  it('is told in the middle of a booking, and the booking goes on where it was', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`Bo ${app}`, 'en')
    await guest.says('I would like to book Slow Mekong for 2 people')
    await guest.hears('Which date suits you for Slow Mekong?')
    await guest.says('how much is it?')
    await guest.hears('US$1,350 per person')
    await guest.hears('Which date suits you for Slow Mekong?')
    await guest.taps(/Sun 20 Dec/)
    await guest.hears('Shall I send it?')
    expect(desk.troubles).toEqual([])
  })
})

it('a dry run says so too, of one message and of a file: what the chat answers from the catalogue is answered', async () => {
  const { call } = desk.business('asiatravelplan')
  const post = async (path: string, body: string) =>
    (await (await call(path, { method: 'POST', body })).json()) as { done: unknown; lines?: { done: string }[] }
  const asked = ['how much is the Slow Mekong tour for 2 people?', 'any seats left on Slow Mekong?']
  for (const text of asked)
    expect((await post('/v1/triage', JSON.stringify({ text }))).done, text).toBe('answer_question')
  const book = 'I would like to book Slow Mekong for 2 people on 6 December'
  expect((await post('/v1/triage', JSON.stringify({ text: book }))).done).toBe('begin_booking')
  const file = JSON.stringify([...asked, book].map((text) => ({ text })))
  const { lines } = await post('/v1/triage/replays', file)
  expect(lines?.map((it) => it.done)).toEqual(['answer_question', 'answer_question', 'begin_booking'])
  expect(desk.troubles).toEqual([])
})

describe('of a business nobody has seen', () => {
  const DAY_MS = 86_400_000
  let tenantId: string
  beforeAll(async () => {
    const it = { key: 'boatyard', name: 'Boatyard', zone: 'Asia/Bangkok', currency: 'THB', language: 'en' } as const
    tenantId = (await createTenant(desk.database.ownerUrl, it)).id
    await inTenant(tenantId, system, async (ctx) => {
      await giveFirstTerms(ctx)
      await issueApiKey(ctx, { name: 'Web', key: 'boatyard-key-for-this-test', role: 'admin' })
      await putBookingKind(ctx, {
        key: 'ride',
        names: { en: 'Boat ride', th: 'ล่องเรือ', ja: 'クルーズ' },
        requiredSlots: ['item', 'date', 'party_size'],
        optionalSlots: ['name'],
        itemTypes: ['ride'],
        slaMinutes: 60,
      })
      const ride = { type: 'ride', currency: 'THB', pricePer: 'person' }
      const put = (key: string, more: Omit<Parameters<typeof putItem>[1], 'key' | 'type'>) =>
        putItem(ctx, { ...ride, key, ...more })
      const at = (days: number) => new Date(Date.parse('2026-11-20T09:00:00+07:00') + days * DAY_MS)
      const lotus = await put('lotus', { name: 'Lotus Lake Ride', priceMinor: 123_450, data: { hours: 3 } })
      for (const [days, booked] of [
        [-3, 0],
        [5, 6],
        [9, 4],
      ] as const)
        await aSlot(ctx, { itemId: lotus, startsAt: at(days), capacity: 6, booked })
      const firefly = await put('firefly', { name: 'Firefly Evening', priceMinor: 90_000 })
      await aSlot(ctx, { itemId: firefly, startsAt: at(4), capacity: 2, booked: 2 })
      const museum = await put('museum', { name: 'Museum Barge', priceMinor: 50_000 })
      await aSlot(ctx, { itemId: museum, startsAt: at(-4), capacity: 8 })
      const closed = await put('heron', { name: 'Heron Watching', priceMinor: 70_000 })
      await aSlot(ctx, { itemId: closed, startsAt: at(6), capacity: 8, open: false })
      await put('kayak', { name: 'Kayak Morning', data: { any_day: true } })
      await put('ghost', { name: 'Ghost Canal', priceMinor: 99_900, active: false })
      await putItem(ctx, { key: 'crew', type: 'crew_only', name: 'Crew Transfer', priceMinor: 1_000, currency: 'THB' })
    })
  })

  let people = 0
  const ask = async (text: string, from = `guest-${(people += 1)}`) => {
    const answered = await fetch(`${desk.url}/v1/messages`, {
      method: 'POST',
      headers: { 'x-api-key': 'boatyard-key-for-this-test', 'content-type': 'application/json' },
      body: JSON.stringify({ from: { id: from }, text }),
    })
    const { reply } = (await answered.json()) as { reply: { text: string; choices: string[] }[] }
    return {
      text: reply.map((it) => it.text.replaceAll('\u00a0', ' ')).join('\n'),
      choices: reply.flatMap((it) => it.choices),
    }
  }

  it('minor units are written out, what is over or full is no date to come', async () => {
    const { text, choices } = await ask('how much is the Lotus Lake Ride?')
    expect(text).toContain('THB 1,234.50 per person')
    expect(text).toContain('3 hours')
    expect(text).toContain('Next dates: Sun 29 Nov 09:00 (2 seats left)')
    expect(text).not.toMatch(/17 Nov|25 Nov/)
    expect(choices).toContain('Book this')
  })

  it('a day that is full is said to be full, with the next; too few seats are said to be few', async () => {
    expect((await ask('any seats left on the Lotus Lake Ride on 25 November?')).text).toMatch(
      /Wed 25 Nov: fully booked\.\nNext dates: Sun 29 Nov 09:00 \(2 seats left\)/,
    )
    expect((await ask('are there seats left on the Lotus Lake Ride on 29 November for 5 people?')).text).toContain(
      '(only 2 seats left)',
    )
    expect((await ask('any seats left on the Lotus Lake Ride on 26 November?')).text).toContain('nothing on sale')
  })

  it('sold out is sold out, what was only in the past is not on sale, and what leaves on any day says so', async () => {
    expect((await ask('when does the next Firefly Evening leave?')).text).toContain(
      'Every date on sale is fully booked.',
    )
    expect((await ask('when is the next Museum Barge?')).text).toContain('No dates are on sale at the moment.')
    expect((await ask('when does the Kayak Morning start?')).text).toContain('any day you like')
  })

  it('a price or a date that is not listed is not made up', async () => {
    const kayak = await ask('how much is the Kayak Morning?')
    expect(kayak.text).not.toMatch(/THB|\d{3}/)
    expect(kayak.choices).toContain('Talk to a person')
    const both = await ask('how much is the Kayak Morning and when does it start?')
    expect(both.text).toContain('The price isn’t listed; our team can tell you.')
    expect(both.text).toContain('any day you like')
    expect((await ask('any seats left on Heron Watching on 26 November?')).text).not.toMatch(/26 Nov|seats left/)
  })

  it('what is out of sale, or nobody can book, is not spoken of', async () => {
    for (const asked of ['how much is the Ghost Canal?', 'how much is the Crew Transfer?', 'what rides do you have?']) {
      const { text } = await ask(asked)
      expect(text).not.toMatch(/999|Ghost Canal|Crew|THB 10/)
    }
  })

  it('what is named in part is put forward, not taken for sure', async () => {
    const { text, choices } = await ask('how much is the lotus tour?')
    expect(text).toContain('Do you mean this one?')
    expect(text).toContain('THB 1,234.50 per person')
    expect(choices).toContain('Book this')
    expect((await ask('book it for 2 people please', `guest-${people}`)).text).toContain('Lotus Lake Ride')
  })
})
