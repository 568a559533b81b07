import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('how many come (on %s)', (app) => {
  const { newcomer, says, bookingsOf } = talksOn(() => desk, app)

  it.each([
    [
      'ja',
      '明日7時、ブアルアンで4名お願いします',
      ['車椅子の者が1名おります', '食事制限のある者が2名います。減塩です'],
      'それで結構です',
      4,
    ],
    ['th', 'จองบัวหลวง พรุ่งนี้ 7 โมง 4 คนค่ะ', ['มีคนเดินไม่ไหว 1 คนค่ะ', 'มีคนเดียวที่ไม่ทานหมูครับ 1 คน'], 'ส่งเลยค่ะ', 4],
    [
      'en',
      'Bua Luang tomorrow at 7 am for 4 people please',
      ['there is 1 person with a bad knee', '2 people are vegetarian'],
      'send it',
      4,
    ],
  ] as const)('what is told of some of them leaves the others (%s)', async (language, wish, told, yes, people) => {
    const person = newcomer('prime', `Some ${language}`, language)
    await says(person, wish)
    for (const words of told) await says(person, words)
    await says(person, yes)
    const [booked] = await bookingsOf(person)
    expect(booked).toMatchObject({ slots: { party_size: people } })
    for (const words of told) expect(String(booked?.slots['note'])).toContain(words)
  })

  it.each([
    ['ja', '明日7時、ブアルアンで3人、いや4人で', 4],
    ['th', 'จองบัวหลวง พรุ่งนี้ 7 โมง สองคน เอ้ย สามคนครับ', 3],
    ['en', 'Bua Luang tomorrow 7 am for 3 people, no wait, 4', 4],
  ] as const)('the number that was said last counts (%s)', async (language, wish, people) => {
    const person = newcomer('prime', `Slip ${language}`, language)
    expect(await says(person, wish)).toMatch(new RegExp(`${people} ?(?:people|ท่าน|名様)`))
  })

  it.each([
    ['th', 'จองบัวหลวง พรุ่งนี้ 7 โมงครับ', '3 คน เอ้ยไม่ใช่ 4 มีพี่เขยมาด้วย', 4],
    ['ja', '明日7時、ブアルアンでお願いします', '3、いや4', 4],
    ['en', 'Bua Luang tomorrow at 7 am please', '3, no wait 4', 4],
  ] as const)('…also to the question how many (%s)', async (language, wish, count, people) => {
    const person = newcomer('prime', `Slipped ${language}`, language)
    await says(person, wish)
    expect(await says(person, count)).toMatch(new RegExp(`${people} ?(?:people|ท่าน|名様)`))
  })
})
