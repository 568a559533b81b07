import { describe, expect, test } from 'vitest'
import { plain } from './plain.ts'
import { readPeople } from './people.ts'
import { ofAll, readOfParty } from './some-of-party.ts'

describe('what is said of a party whose size is known', () => {
  test.each([
    'มีเด็ก 1 คนขอเก้าอี้เด็กด้วย',
    'มีเด็ก ๒ คนนะคะ',
    '2 คนกินมังสวิรัติ',
    'มี 1 คนแพ้กุ้งค่ะ',
    'หนึ่งในนั้นเป็นเด็ก',
    'one of us is a child',
    'แขกคนหนึ่งใช้ไม้เท้า ขอรถกอล์ฟด้วย',
    'เพื่อนคนนึงเพิ่งผ่าตัดเข่ามา',
    'Actually one of us is a child',
    'with one child included',
    'two of them are vegetarian',
    'two of us are vegetarian',
    "3 people don't eat pork",
    '2 vegetarians please',
    'one guest has a nut allergy',
    'うち一人は子供です',
    '2名はベジタリアンです',
    '子供が1人います',
    '1人が卵アレルギーです',
    '其中一个是小孩',
    '其中两位吃素',
    '有一位不吃辣',
    '個室があればそちらで　一名貝類が食べられません',
    '1人ベジなんですけど食べれるものありますかね',
    'one guest no shellfish',
  ])('%s: some of them', (text) => expect(readOfParty(text)).toEqual({ some: true }))

  test.each([
    ['make it 5', 5],
    ['actually 5 people', 5],
    ['no, 5 people are coming', 5],
    ['there will be five of us', 5],
    ['five of us now', 5],
    ['5 คนแทน', 5],
    ['เปลี่ยนเป็น 5 คนค่ะ', 5],
    ['5 คนค่ะ ขอเก้าอี้เด็กด้วย', 5],
    ['ผู้ใหญ่ 4 เด็ก 2', 6],
    ['2 adults and 1 child', 3],
    ['やっぱり3名で', 3],
    ['5人に変更してください', 5],
    ['改成五个人', 5],
    ['我和老公加两个孩子', 4],
  ])('%s: %s in all', (text, all) => expect(readOfParty(text)).toEqual({ all, some: false }))

  test.each([
    ['make it 5, two of us are vegetarian', 5],
    ['มีเด็ก 1 คน รวมเป็น 7 คนค่ะ', 7],
    ['5人に変更、うち1人は子供です', 5],
    ['改成五个人，其中一位吃素', 5],
  ])('%s: %s in all, and some of them', (text, all) => expect(readOfParty(text)).toEqual({ all, some: true }))

  test.each(['料金って1人いくらでしたっけ', '1 คนเท่าไหร่คะ'])('%s: what each pays, and nobody is counted', (text) => {
    expect(readOfParty(text)).toEqual({ some: false })
    expect(ofAll(plain(text), readPeople(text))).toEqual([])
  })

  test.each([
    ['アレルギーが1名おります。甲殻類です。', 4],
    ['一人、海老アレルギーがいます', 6],
    ['車椅子の者が1名おります', 5],
    ['食事制限のある者が2名います。減塩です', 5],
    ['3歳の子が1人います', 4],
    ['足の悪い者が一名おりまして', 4],
    ['มีคนเดินไม่ไหว 1 คนค่ะ', 4],
    ['มีเด็ก 9 ขวบคนนึง', 4],
    ['มีคนเดียวที่ไม่ทานหมูครับ 1 คน', 4],
    ['คนนึงเมารถหนักมากค่ะ', 3],
    ['มี 2 คนเป็นเบาหวานค่ะ', 6],
    ['there is 1 person with a bad knee', 4],
    ['2 people in a wheelchair', 4],
    ['we have one person who cannot climb', 5],
  ])('%s, of %i: some of them', (text, known) => expect(readOfParty(text, known)).toEqual({ some: true }))

  test.each([
    ['3名に変更してください', 4, 3],
    ['2人で行きます', 4, 2],
    ['やっぱり3名います', 4, 3],
    ['6名おります', 4, 6],
    ['ขอเป็น 2 คนค่ะ', 4, 2],
    ['เหลือ 3 คน คนนึงป่วย', 4, 3],
    ['make it 3 people', 4, 3],
    ['just 2 people', 4, 2],
    ['ถ้ามีลูก 6 ขวบไปด้วยคนนึงคิดยังไง', 4, 1],
  ])('%s, of %i: %i in all', (text, known, all) => expect(readOfParty(text, known).all).toBe(all))

  test.each(['', 'window seat please', 'ยืนยันค่ะ', '4 December'])('%s: nothing', (text) =>
    expect(readOfParty(text)).toEqual({ some: false }),
  )
})

test.each([
  ['two of us are vegetarian, booking for 6 people', [6]],
  ['มีเด็ก 1 คน จองทั้งหมด 6 คน', [6]],
  ['うち1人は子供です。全部で6名', [6]],
  ['dinner tomorrow, one of us is a child', []],
  ['只要一桌，其中两位吃素', []],
  ['only one of us', [1]],
  ['4 people', [4]],
  ['มีเด็ก 1 คน', [1]],
])('in a first message, %s: %s', (text, all) =>
  expect(ofAll(plain(text), readPeople(text)).map((it) => it.value)).toEqual(all),
)

test.each([
  ['1名欠席が出ましたので11名に訂正させてください', 11],
  ['うちの母(78)とおばちゃん2人と私で、全部で4人ですわ', 4],
  ['เด็ก 2 ผู้ใหญ่ 3 รวม 5 คน', 5],
  ['ลืมนับนาย เป็น 7 ท่าน', 7],
])('%s: of all who come', (said, all) =>
  expect(ofAll(plain(said), readPeople(said)).map((it) => it.value)).toEqual([all]),
)
