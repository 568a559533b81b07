import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

const SENT = /ML-Q-\d|PB-\d|ORD-\d|ATP-\d|C2-\d/

describe.each(apps)('what is a yes to a finished request, and what is none (on %s)', (app) => {
  const { newcomer, says, bookingsOf } = talksOn(() => desk, app)

  const hotel = {
    ja: 'チェンマイでホテルのみ、2月10日から4泊、2名です',
    en: 'Hotel only in Chiang Mai, 10 feb, 4 nights, 2 of us',
    th: 'ขอโรงแรมเชียงใหม่ 10 ก.พ. 4 คืน 2 คนค่ะ',
  }
  it.each([
    ['ja', ['予算は特にありません', '他に希望は特にありません'], '以上です'],
    ['en', ['no budget in mind', 'nothing special in mind'], "no, that's all"],
    ['th', ['ไม่มีงบตายตัวค่ะ', 'ไม่แพ้อาหารอะไรค่ะ'], 'ไม่มีแล้วค่ะ ส่งเลย'],
  ] as const)(
    'of what there is none is kept, and sends nothing; that there is no more does (%s)',
    async (language, none, done) => {
      const person = newcomer('asiatravelplan', `None ${language}`, language)
      await says(person, hotel[language])
      for (const words of none) expect(await says(person, words)).toContain(words)
      expect(await bookingsOf(person)).toEqual([])
      expect(await says(person, done)).toMatch(SENT)
      expect(await bookingsOf(person)).toMatchObject([{ slots: { note: none.join('\n') } }])
    },
  )

  it.each([
    [
      'ja',
      'インスタのフォロワー1000人お願いします',
      'じゃあミックスでいいです。いくらになりますか',
      'はい、送信してください',
    ],
    ['th', 'ฟอลไอจี 1000 ค่ะ', 'แบบผสมก็ได้ค่ะ ราคาเท่าไหร่คะ', 'ส่งเลยค่ะ'],
    ['en', '1000 instagram followers please', 'Mixed is fine. How much will that be?', 'Yes, send it please'],
  ] as const)(
    'a yes whose question waits sends nothing before it is answered (%s)',
    async (language, order, asks, yes) => {
      const person = newcomer('meelike', `Asks ${language}`, language)
      await says(person, order)
      expect(await says(person, asks)).toMatch(/69/)
      expect(await bookingsOf(person)).toEqual([])
      expect(await says(person, yes)).toMatch(SENT)
    },
  )

  it.each([
    ['ja', 'インスタのフォロワー1000人お願いします', '変更する', /どちらを変更/, '送信する', '変更してください'],
    ['th', 'ฟอลไอจี 1000 ค่ะ', 'แก้ไขค่ะ', /แก้ตรงไหน/, 'ส่งเลยค่ะ', 'แก้ไข'],
    [
      'en',
      '1000 instagram followers please',
      'Change something',
      /What should I change/,
      'send it please',
      'change something please',
    ],
  ] as const)(
    'the buttons of a finished request work when they are typed (%s)',
    async (language, wish, edit, asked, send, again) => {
      const person = newcomer('meelike', `Typed ${language}`, language)
      await says(person, wish)
      expect(await says(person, edit)).toMatch(asked)
      expect(await says(person, again)).toMatch(asked)
      expect(await bookingsOf(person)).toEqual([])
      await says(person, '2000')
      expect(await says(person, send)).toMatch(SENT)
      expect((await bookingsOf(person)).map((it) => it.slots['note'])).toEqual([undefined])
    },
  )

  it.each(['はい、注文してください', 'はい、送信お願いします', '送信をお願いいたします'])(
    '%s is a yes, and no note',
    async (yes) => {
      const person = newcomer('meelike', `Plain ${yes}`, 'ja')
      await says(person, 'インスタのフォロワー1000人お願いします')
      expect(await says(person, yes)).toMatch(SENT)
      expect((await bookingsOf(person)).map((it) => it.slots['note'])).toEqual([undefined])
    },
  )

  it.each([
    ['1月15日からバリに5泊、2人で新婚旅行です', '希望に合わせて手配', 'はい、送信してください'],
    ['バリに1月15日から5泊、2人で行きたいです', '希望に合わせて手配してください', 'その内容でお願いします'],
  ])('a trip of their own is what the button for it says (%s)', async (wish, own, yes) => {
    const person = newcomer('asiatravelplan', `Own ${own}`, 'ja')
    await says(person, wish)
    expect(await says(person, own)).toMatch(/オーダーメイド/)
    expect(await bookingsOf(person)).toEqual([])
    expect(await says(person, yes)).toMatch(SENT)
    expect(await bookingsOf(person)).toMatchObject([{ key: 'tailor_made_trip' }])
  })

  it('who says in so many words that it is to be sent is not held up by a question, which goes along', async () => {
    const person = newcomer('meelike', 'Sends and asks', 'en')
    await says(person, '1000 instagram followers please')
    expect(await says(person, 'yes, send it. when will it start?')).toMatch(SENT)
    expect(await bookingsOf(person)).toMatchObject([{ slots: { note: 'when will it start?' } }])
  })

  it('so many 人 of what is ordered are nobody who comes', async () => {
    const person = newcomer('meelike', 'Counted', 'ja')
    await says(person, 'インスタのフォロワー1000人お願いします', '修正したいです', '2000人で', '注文を確定してください')
    const [booked] = await bookingsOf(person)
    expect(booked?.slots).toMatchObject({ amount: 2000 })
    expect(booked?.slots).not.toHaveProperty('party_size')
  })
})
