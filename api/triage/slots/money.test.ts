import { describe, expect, test } from 'vitest'
import { readAmountAnswer, readMoney } from './money.ts'

describe('money', () => {
  test.each([
    ['500 บาท', 500],
    ['500บ.', 500],
    ['๓,๐๐๐ บาท', 3000],
    ['1.5k', 1500],
    ['20K', 20000],
    ['ห้าร้อย', 500],
    ['สองพันห้า', 2500],
    ['พันห้า', 1500],
    ['โอนพันห้าเมื่อกี้', 1500],
    ['งบสองหมื่น วันที่เก้า', 20000],
    ['预算十万', 100000],
    ['โอนไปหมื่นสองวันนี้', 12000],
    ['แสนห้า', 150000],
    ['หมื่นสอง', 12000],
    ['ร้อยห้าสิบ', 150],
    ['พันนึง', 1000],
    ['โอนตังเข้าไปพันนึงแร้ว', 1000],
    ['เติมไปร้อยห้าสิบยังเงียบ', 150],
    ['สองแสน', 200000],
    ['สามหมื่นห้าพัน', 35000],
    ['2 หมื่น', 20000],
    ['2หมื่น5', 25000],
    ['5พัน', 5000],
    ['5千', 5000],
    ['แสนนึง', 100000],
    ['งบหมื่นนึง', 10000],
    ['1.2 ล้าน', 1200000],
    ['about 4k USD total', 4000],
    ['฿1,290', 1290],
    ['$120', 120],
    ['USD 2,000', 2000],
    ['50 USDT', 50],
    ['two thousand baht', 2000],
    ['5万円', 50000],
    ['1万5千円', 15000],
    ['3千バーツ', 3000],
    ['10k views', 10000],
    ['2万泰铢', 20000],
    ['五百铢', 500],
    ['两万泰铢', 20000],
    ['โอนไป38,500ตั้งแต่เมื่อวาน', 38500],
    ['โอน500', 500],
  ])('%s is %s', (text, value) => expect(readMoney(text).map((it) => it.value)).toEqual([value]))

  test.each([
    '4 people',
    '3 nights',
    'สร้อยข้อมือ',
    'เรียบร้อยแล้ว',
    'ผ้าพันคอ',
    'สร้อยสองเส้น',
    'เรียบร้อยห้าวันก่อน',
    'ห้อง 305',
    'ชั้น 12',
    'แคดดี้เบอร์ 112',
    'โทร 1669',
    '5 วันที่เห็นในเฟส',
    'เรียบร้อยเมื่อวาน',
    'ขึ้น error 502',
    'เข้าแล้วขึ้น 403',
    'ขำมาก 555',
    '5555',
    'ปี 2570',
    'gate 7',
    'PO 77120',
    'รุ่นที่ 14',
    '64/100',
    'เวอร์ชัน 12',
    'ไข้ 39',
    '3 ลิงก์',
    '25 accounts',
  ])('%s tells nothing', (text) => expect(readMoney(text)).toEqual([]))

  test.each([
    ['500', 500],
    ['๕๐๐', 500],
    ['1.5k', 1500],
    ['พันนึงค่ะ', 1000],
    ['หมื่นห้า', 15000],
    ['1000回', 1000],
    ['โดนสองรอบ 290', 290],
  ])('answered alone, %s is %s', (text, value) => expect(readAmountAnswer(text)?.value).toBe(value))
  test.each(['nongfah22', 'วันพุธที่ผ่านมา หลุม 9', 'user_99 ค่ะ', 'room 12', 'ยูส bank99', 'สองรอบ', 'thats 2 orders'])(
    '%s is no amount',
    (text) => expect(readAmountAnswer(text)).toBeUndefined(),
  )
})

describe('currency, share and role come from the words around the number', () => {
  test.each([
    ['budget is $2,000 per person', { value: 2000, currency: 'USD', per: 'person', role: 'budget' }],
    ['about 4k USD total', { currency: 'USD', per: 'total' }],
    ['โอนไป 500 ตั้งแต่เช้า', { value: 500, role: 'money' }],
    ['งบคนละ 3,000', { value: 3000, per: 'person', role: 'budget' }],
    ['ไม่เกิน 60000 บาท', { value: 60000, currency: 'THB', role: 'budget' }],
    ['up to 3,500 a night', { value: 3500, per: 'night', role: 'budget' }],
    ['予算は1人20万円', { value: 200000, currency: 'JPY', per: 'person' }],
    ['预算每人5千泰铢', { value: 5000, currency: 'THB', per: 'person', role: 'budget' }],
    ['วิว 10,000 วิว', { value: 10000, role: 'quantity' }],
    ['คนดูไลฟ์ 200 คน', { value: 200, role: 'quantity' }],
    ['要3000个抖音视频播放', { value: 3000, role: 'quantity' }],
    ['800个泰国粉丝', { value: 800, role: 'quantity' }],
  ])('%s', (text, expected) => expect(readMoney(text)[0]).toMatchObject(expected))
})

test.each([
  ['インスタのリール再生5万回', 50_000, 'quantity'],
  ['วิวติ๊กตอก 200,000 ครั้ง', 200_000, 'quantity'],
] as const)('%s is counted', (text, value, role) => expect(readMoney(text)).toMatchObject([{ value, role }]))

test.each(['3回目です', 'ไปมา 3 ครั้งแล้ว', '0105536000123 สำนักงานใหญ่'])('%s is no sum and no count', (text) =>
  expect(readMoney(text)).toEqual([]),
)

test.each(['card. ends 4421', 'บัตรลงท้าย 4421', '尾号4421'])('%s is the number of something', (text) =>
  expect(readMoney(text)).toEqual([]),
)
