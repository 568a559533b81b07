import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what is wished for beside the request (on %s)', (app) => {
  const { newcomer, says, bookingsOf } = talksOn(() => desk, app)

  it.each([
    [
      'asiatravelplan',
      'ja',
      ['チェンマイに4泊、2月に夫婦で行きたいです。静かなホテルがいいです。象に乗るのは嫌です'],
      'はい、お願いします',
      '静かなホテルがいいです\n象に乗るのは嫌です',
    ],
    [
      'prime',
      'ja',
      ['来週の金曜日、接待で4名、静かな和食の個室をお願いできますでしょうか。', '19時頃でお願いします'],
      'はい、送信してください',
      '接待\n静かな和食の個室',
    ],
    [
      'prime',
      'ja',
      ['来週水曜の朝、シラチャあたりで3名お願いできますか', '7時台でお願いします。カート2台で'],
      'はい',
      'カート2台で',
    ],
    ['prime', 'th', ['จองนาคาริดจ์ เสาร์หน้า 7 โมง 4 คนครับ ขอแคดดี้ที่พูดอังกฤษได้'], 'ส่งเลยครับ', 'ขอแคดดี้ที่พูดอังกฤษได้'],
    [
      'asiatravelplan',
      'en',
      [
        'Honeymoon in Bali from 15 Jan, 5 nights, 2 of us. would love a private pool villa and a cooking class',
        'also no early mornings lol',
        'we hate crowds',
        'Plan one just for us',
      ],
      'yes send it, thank u',
      'Honeymoon\nwould love a private pool villa and a cooking class\nno early mornings\nwe hate crowds',
    ],
  ] as const)('goes with it, and is read back (%s, %s, %j)', async (tenant, language, told, yes, note) => {
    const person = newcomer(tenant, `Wish ${note.slice(0, 20)}`, language)
    for (const words of told.slice(0, -1)) await says(person, words)
    const readBack = await says(person, String(told.at(-1)))
    for (const line of note.split('\n')) expect(readBack).toContain(line)
    await says(person, yes)
    expect(await bookingsOf(person)).toMatchObject([{ slots: { note } }])
  })

  it.each([
    ['meelike', 'en', 'hi! could I please have 1000 instagram followers, thanks', 'send it'],
    ['meelike', 'ja', 'お世話になっております。インスタのフォロワー1000人をお願いしたいです', 'はい、お願いします'],
    ['prime', 'th', 'สวัสดีค่ะ อยากจองบัวหลวง พรุ่งนี้ 7 โมง 3 คนค่ะ ขอบคุณค่ะ', 'ส่งเลยค่ะ'],
  ] as const)('a greeting, thanks and the request itself do not (%s, %s)', async (tenant, language, words, yes) => {
    const person = newcomer(tenant, `Plain ${words.slice(0, 12)}`, language)
    await says(person, words)
    await says(person, yes)
    expect((await bookingsOf(person)).map((it) => it.slots['note'])).toEqual([undefined])
  })
})
