import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('travellers in the middle of a booking (on %s)', (app) => {
  const { newcomer, says, casesOf } = talksOn(() => desk, app)

  it('who must not eat sugar is no emergency; who has collapsed is one', async () => {
    const person = newcomer('chapter2', 'Daughter', 'en')
    await says(person, 'Tohoku Onsen by Train for 3 of us please')
    expect(await says(person, 'and dad is diabetic, no sugar in the meals pls')).toContain('no sugar')
    expect(await casesOf(person)).toEqual([])
    await says(person, 'dad is diabetic and he just collapsed, we need an ambulance')
    expect(await casesOf(person)).toMatchObject([{ key: 'safety_incident' }])
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
    const told = await says(newcomer('asiatravelplan', 'Visa', 'en'), 'how much is the visa for the tour?')
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
