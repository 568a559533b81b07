import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what nobody sells here is taken for nothing else (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it.each([
    ['en', 'Can you arrange a yacht for Saturday, 6 of us?', 'yacht', 'yes please', /asked our team/],
    ['en', 'hair appointment for my wife on friday at 2', 'hair appointment', 'ok, ask your team', /asked our team/],
    ['th', 'อยากเช่าเรือยอช์ตวันเสาร์ 6 คนครับ', 'เรือยอช์ต', 'ได้ครับ ช่วยถามให้หน่อย', /แจ้งทีมงาน/],
    ['ja', 'ヨットを手配してほしい 土曜に4人で', 'ヨット', '確認をお願いします', /担当者に連絡/],
  ] as const)('%s: %s', async (language, said, thing, yes, coming) => {
    const person = newcomer('prime', `Wishes ${thing}`, language)
    const told = await says(person, said)
    expect(told).toMatch(new RegExp(`[“「]${thing}[”」]`))
    expect(told).not.toMatch(/which place|สนามไหน|どちらの/i)
    expect(await says(person, yes)).toMatch(coming)
    expect([await bookingsOf(person), await casesOf(person)]).toEqual([[], []])
  })

  it('what is meant after all takes over the day that was said', async () => {
    const person = newcomer('prime', 'Teppanyaki', 'en')
    await says(person, 'teppanyaki for four, saturday 7pm')
    expect(await says(person, 'restaurant I mean')).toMatch(/19:00[^]*4 people/)
    await says(person, 'yes')
    expect(await bookingsOf(person)).toMatchObject([{ slots: { date: '2026-11-21', party_size: 4 } }])
    expect(await casesOf(person)).toEqual([])
  })

  it('never mind is taken for that', async () => {
    const person = newcomer('prime', 'Never mind', 'en')
    await says(person, 'I want a cooking class for my wife on Friday')
    expect(await says(person, 'never mind')).not.toMatch(/Hello, this is/)
  })

  it('a school without pottery or bread says so, and shows what it has', async () => {
    const person = newcomer('vschool', 'Potter', 'en')
    expect(await says(person, 'I’d like to book a pottery course for saturday')).toContain('“pottery course”')
    expect(await says(person, 'ok what workshops do you have')).toContain('Tonkotsu Ramen One-Day')
    for (const [language, said, none] of [
      ['en', 'a bread class for 2 please', /no “bread class”[^]*Tonkotsu Ramen One-Day/],
      ['ja', 'パンのクラスを2名で予約したいです', /「パンのクラス」[^]*どちらをご希望でしょうか[^]*豚骨ラーメン/],
    ] as const)
      expect(await says(newcomer('vschool', `Baker ${language}`, language), said)).toMatch(none)
  })

  it('what is sold here is not doubted, whoever comes along', async () => {
    const person = newcomer('prime', 'Doug', 'en')
    expect(await says(person, 'book Doug and me a round on saturday')).toMatch(/which place/i)
    expect(await says(newcomer('prime', 'Plain', 'en'), 'golf for 3 friday morning')).toMatch(/which place/i)
    expect(await says(newcomer('prime', 'Plain', 'th'), 'กอล์ฟ 4 คนวันพฤหัสเช้า')).toMatch(/ที่ไหน|สนาม/)
  })
})
