import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('travellers in the middle of a booking (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it('another day with its reason, cheaper flights, is that day', async () => {
    const person = newcomer('asiatravelplan', 'Megan', 'en')
    await says(person, 'Andaman Island Hopper for 3 of us on 27 December')
    const back = await says(person, 'oh wait make it 3 jan, flights cheaper')
    expect(back).toContain('3 Jan')
    expect(back).not.toContain('discount')
    expect(await says(person, 'any chance of a cheaper price?')).toContain('discount')
    await says(person, 'ok book it pls')
    expect(await bookingsOf(person)).toMatchObject([{ slots: { date: '2027-01-03', party_size: 3 } }])
  })

  it('who must not eat sugar is no emergency; who has collapsed is one', async () => {
    const person = newcomer('chapter2', 'Daughter', 'en')
    await says(person, 'Tohoku Onsen by Train for 3 of us please')
    expect(await says(person, 'and dad is diabetic, no sugar in the meals pls')).toContain('no sugar')
    expect(await casesOf(person)).toEqual([])
    await says(person, 'dad is diabetic and he just collapsed, we need an ambulance')
    expect(await casesOf(person)).toMatchObject([{ key: 'safety_incident' }])
  })

  it('money demanded back under a threat is a case, and its day no day of the trip', async () => {
    const person = newcomer('chapter2', 'Angry', 'en')
    await says(person, 'Nan homestay for 4 of us')
    const told = await says(person, 'refund me or I call my bank tonight')
    expect(told).not.toContain('Would one of these do')
    expect(await casesOf(person)).toMatchObject([{ key: 'cancel_refund_request', slots: {} }])
  })
})

describe.each(apps)('after a request was sent, or beside an open case (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it.each([
    [
      'asiatravelplan',
      'en',
      ['Andaman Island Hopper, 2 adults, 19 December', 'yes'],
      'and another one for my parents, just 2, same day',
      'yes',
    ],
    ['vschool', 'th', ['จองคลาสอุด้ง 1 คน วันเสาร์หน้าค่ะ', 'ตกลงค่ะ'], 'ขอจองอีกชุดนึงให้แม่ 1 คน วันเดียวกันค่ะ', 'ตกลงค่ะ'],
  ] as const)('another of the same is a request of its own (%s, %s)', async (tenant, language, sent, another, yes) => {
    const person = newcomer(tenant, `Another ${language}`, language)
    await says(person, ...sent)
    await says(person, another, yes)
    const [first, second, ...others] = await bookingsOf(person)
    expect(others).toEqual([])
    expect(second?.key).toBe(first?.key)
    expect(second?.slots).toEqual(first?.slots)
    expect(second?.reference).not.toBe(first?.reference)
  })

  it('what they eat goes to the trip to come, and the complaint stays what it is about', async () => {
    const person = newcomer('asiatravelplan', 'Two matters', 'en')
    await says(person, 'Andaman Island Hopper, 2 adults, 19 December', 'yes')
    await says(person, 'by the way our guide yesterday in Angkor was so rude, he shouted at us')
    const [booking, complaint] = [(await bookingsOf(person))[0], (await casesOf(person))[0]]
    expect(await says(person, 'oh and we are both vegetarian')).toContain(booking?.reference)
    expect(await says(person, 'his name was Somchai')).toContain(complaint?.reference)
    expect(await casesOf(person)).toHaveLength(1)
  })

  it('whether a child may come is answered beside a complaint, and both are booked', async () => {
    const person = newcomer('vschool', 'Ken', 'en')
    await says(person, 'the teacher was 40 min late last time, kinda annoyed tbh')
    expect(await says(person, 'can my son (12) do the udon one w me?')).toContain('from the age of 12')
    const next = await says(person, 'yeah sign us both up for whichever sunday is next')
    expect(next).not.toContain('How many people')
    expect(next).toContain('Udon')
    expect(await casesOf(person)).toMatchObject([{ slots: {} }])
  })
})

describe.each(apps)('what nobody sells (on %s)', (app) => {
  const { newcomer, says } = talksOn(() => desk, app)

  it.each([
    ['vschool', 'en', 'hi, how much is the bread class?', '“bread”', 'Ramen'],
    ['vschool', 'th', 'มีคลาสทำขนมปังไหมคะ', '“ขนมปัง”', 'ราเมน'],
    ['asiatravelplan', 'en', 'how much is the Iceland tour?', '“Iceland”', 'Hanoi'],
  ] as const)('is said not to be on sale, with what there is (%s, %s)', async (tenant, language, said, name, other) => {
    const told = await says(newcomer(tenant, `Missing ${said}`, language), said)
    expect(told).toContain(name)
    expect(told).toContain(other)
  })

  it('what an article knows is still told from it', async () => {
    const told = await says(newcomer('asiatravelplan', 'Visa', 'en'), 'Do we need visas?')
    expect(told).toContain('Visas')
  })
})

describe.each(apps)('said in so many words (on %s)', (app) => {
  const { newcomer, says, bookingsOf } = talksOn(() => desk, app)

  it('another one, before the first was sent, does not take its people away', async () => {
    const person = newcomer('chapter2', 'Sister', 'th')
    await says(person, 'ทริปสงขลา 4 คน วันที่ 22 มกราคม 2570 ค่ะ')
    expect(await says(person, 'ขอจองอีกชุดให้น้องสาว 2 คน รอบเดียวกัน')).toContain('4 ท่าน')
    await says(person, 'ตกลงค่ะ')
    expect(await bookingsOf(person)).toMatchObject([
      { slots: { party_size: 4, note: expect.stringContaining('น้องสาว 2 คน') } },
    ])
  })

  it('who tells what went wrong yesterday is not only greeted', async () => {
    const person = newcomer('asiatravelplan', 'Late guide', 'ja')
    const told = await says(person, '昨日のガイドさん、1時間も遅刻しました')
    expect(told).not.toContain('こんにちは')
  })
})
