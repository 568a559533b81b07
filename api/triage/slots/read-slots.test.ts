import { describe, expect, test } from 'vitest'
import type { Gazetteer, Intent, Slots, TenantLabels } from '../understanding.ts'
import { readSlots } from './read-slots.ts'

const normal = { defaultSeverity: 'normal' } as const
const caseTypes: TenantLabels['caseTypes'] = [
  { key: 'booking_change_request', ...normal, concerns: ['change'] },
  { key: 'reschedule_request', ...normal, concerns: ['change'] },
  { key: 'order_edit_cancel', ...normal, concerns: ['change', 'cancellation', 'quantity'] },
  { key: 'confirmation_error', ...normal, concerns: ['upcoming', 'document', 'party'] },
  { key: 'travel_document_error', ...normal, concerns: ['upcoming', 'document'] },
  { key: 'flight_disruption', ...normal, concerns: ['flight'] },
  { key: 'move_my_stay', ...normal, concerns: ['change'] },
  { key: 'グルーミング変更', ...normal, concerns: ['change'] },
]
const trips: TenantLabels = {
  caseTypes,
  bookingKinds: [
    {
      key: 'tailor_made',
      requiredSlots: ['destination', 'date', 'party_size', 'duration_nights'],
      optionalSlots: ['budget', 'item', 'name'],
    },
    { key: 'published', requiredSlots: ['item', 'date', 'party_size'], optionalSlots: ['name'] },
    { key: 'ride', requiredSlots: ['date', 'time', 'destination'], optionalSlots: ['party_size', 'venue'] },
  ],
}
const units: TenantLabels = {
  caseTypes,
  bookingKinds: [{ key: 'order', requiredSlots: ['item', 'amount'], optionalSlots: ['budget', 'date'] }],
}
const gazetteer: Gazetteer = [
  { slot: 'item', value: 'Slow Mekong', names: ['สโลว์แม่โขง'] },
  { slot: 'item', value: 'TikTok views (fast)', names: ['TikTok views', 'วิวติ๊กต่อก'] },
  { slot: 'venue', value: 'Jade Lantern Hotel', names: [] },
]
const read = (
  text: string,
  intent: Intent,
  it: { kind?: string; type?: string; labels?: TenantLabels } = {},
): Record<string, (string | number)[]> => {
  const slots: Slots = readSlots(text, {
    intent,
    ...(it.kind && { bookingKind: it.kind }),
    ...(it.type && { caseType: it.type }),
    now: new Date('2026-11-20T10:00:00+07:00'),
    zone: 'Asia/Bangkok',
    labels: it.labels ?? trips,
    gazetteer,
  })
  return Object.fromEntries(Object.entries(slots).map(([name, values]) => [name, values.map((one) => one.value)]))
}

describe('bookings', () => {
  test.each([
    [
      'tailor_made',
      'อยากพาครอบครัว 5 คนไปเชียงใหม่ 12-15 ธ.ค. 3 คืน งบคนละหมื่นห้า',
      {
        party_size: [5],
        destination: ['Chiang Mai'],
        date: ['2026-12-12/2026-12-15'],
        duration_nights: [3],
        budget: [15000],
      },
    ],
    [
      'tailor_made',
      '下个月初想去清迈，两大一小，5天4晚，预算每人5千泰铢',
      {
        party_size: [3],
        destination: ['Chiang Mai'],
        date: ['2026-12-01/2026-12-10'],
        duration_nights: [4],
        budget: [5000],
      },
    ],
    [
      'tailor_made',
      'เลี้ยงปีใหม่แผนก 25 คน 18 ธันวา ที่พัทยา',
      { party_size: [25], date: ['2026-12-18'], destination: ['Pattaya'] },
    ],
    ['tailor_made', 'ไปกัน 6 คน มีผู้สูงอายุสองคน ภูเก็ต', { party_size: [6], destination: ['Phuket'] }],
    ['tailor_made', 'Phuket on Saturday, any room? the 28th', { date: ['2026-11-28'], destination: ['Phuket'] }],
    ['tailor_made', 'ภูเก็ต เสาร์ว่างมั้ยครับ 28 พ.ย.', { date: ['2026-11-28'], destination: ['Phuket'] }],
    ['tailor_made', 'we are 8, no wait 9 people for Bali', { party_size: [9], destination: ['Bali'] }],
    ['tailor_made', 'Phuket with my wife and two kids', { party_size: [4], destination: ['Phuket'] }],
    [
      'ride',
      'ไปภูเก็ตพรุ่งนี้เช้า ก๊วน 3 คน',
      { date: ['2026-11-21'], time: ['morning'], party_size: [3], destination: ['Phuket'] },
    ],
    ['tailor_made', 'Bali rather than Phuket for two of us', { party_size: [2], destination: ['Bali'] }],
    ['tailor_made', 'ふたりではなく三人で', { party_size: [3] }],
    ['tailor_made', '2人じゃなくて3人です', { party_size: [3] }],
    ['tailor_made', '不是两个人，是三个人', { party_size: [3] }],
    ['tailor_made', 'not 2 people, 3 people', { party_size: [3] }],
    ['tailor_made', 'ไม่ใช่ 2 คน เป็น 3 คนค่ะ', { party_size: [3] }],
    ['tailor_made', 'please change it from 2 to 4 people', { party_size: [4] }],
    ['tailor_made', 'a group of 2 to 4 people', { party_size: ['2-4'] }],
    [
      'published',
      'Slow Mekong for 2 people on 6 Dec',
      { item: ['Slow Mekong'], party_size: [2], date: ['2026-12-06'] },
    ],
    ['published', 'a tour in Chiang Mai, 3 nights', { destination: ['Chiang Mai'], duration_nights: [3] }],
    [
      'ride',
      'Jade Lantern to Noi Bai tomorrow 5am, 2 pax',
      {
        venue: ['Jade Lantern Hotel'],
        destination: ['Noi Bai Airport'],
        date: ['2026-11-21'],
        time: ['05:00'],
        party_size: [2],
      },
    ],
    [
      'ride',
      'รับที่สุวรรณภูมิไปส่งหัวหิน พรุ่งนี้ 10 โมง',
      { venue: ['Suvarnabhumi Airport'], destination: ['Hua Hin'], date: ['2026-11-21'], time: ['10:00'] },
    ],
    ['ride', 'a car from a hotel in Sukhumvit to Hua Hin', { destination: ['Hua Hin'] }],
    ['ride', 'a car to the airport', { destination: ['airport'] }],
    ['ride', '空港までの送迎', { destination: ['空港'] }],
    ['ride', 'car from Noi Bai to our hotel', { venue: ['Noi Bai Airport'], destination: ['hotel'] }],
    ['ride', '从酒店到机场', { venue: ['酒店'], destination: ['机场'] }],
    ['ride', 'van from our condo in Thonglor to Pattaya', { venue: ['Thonglor condo'], destination: ['Pattaya'] }],
    // until then is not on that day, and two parts of months that follow each other are one stretch
    [
      'tailor_made',
      'a trip to Chiang Rai for my wife and I, sometime before xmas',
      { destination: ['Chiang Rai'], party_size: [2], date: ['2026-11-20/2026-12-24'] },
    ],
    [
      'tailor_made',
      'ไปปาย 4 คน วันไหนก็ได้ก่อนปีใหม่',
      { destination: ['Pai'], party_size: [4], date: ['2026-11-20/2026-12-30'] },
    ],
    [
      'tailor_made',
      '12月10日までにプーケットへ2名',
      { destination: ['Phuket'], party_size: [2], date: ['2026-11-20/2026-12-10'] },
    ],
    [
      'tailor_made',
      'Bali for 2, any time before 5 January',
      { destination: ['Bali'], party_size: [2], date: ['2026-11-20/2027-01-04'] },
    ],
    [
      'tailor_made',
      'ปลายมีนาต้นเมษา ภูเก็ต 2 คน',
      { destination: ['Phuket'], party_size: [2], date: ['2027-03-21/2027-04-10'] },
    ],
    [
      'tailor_made',
      'krabi for 5, fri 12 feb till mon 15',
      { destination: ['Krabi'], party_size: [5], date: ['2027-02-12/2027-02-15'] },
    ],
    [
      'tailor_made',
      'ภูเก็ต 2 คน ศุกร์ 12 ก.พ. ถึง จันทร์ 15',
      { destination: ['Phuket'], party_size: [2], date: ['2027-02-12/2027-02-15'] },
    ],
    ['published', 'the northern one pls', {}],
    ['published', 'that last one, please', {}],
    ['published', 'just one please', { party_size: [1] }],
  ])('%s: %s', (kind, text, expected) => expect(read(text, 'booking_request', { kind })).toEqual(expected))

  test.each([
    ['วิวติ๊กต่อก 10,000 งบ 300 บาท', { item: ['TikTok views'], amount: [10000], budget: [300] }],
    ['TikTok views 5k for 2 people', { item: ['TikTok views'], amount: [5000] }],
    ['วิวติ๊กต่อกหมื่นนึง 3 ลิงก์', { item: ['TikTok views'], amount: [10000] }],
    ['วิวติ๊กต่อก ลิ้งผิดด้วย งานเข้า 55', { item: ['TikTok views'] }],
    ['วิวติ๊กต่อก ไม่เอา 3000 แล้ว ขอแค่ 2500 พอ', { item: ['TikTok views'], amount: [2500] }],
  ])('counted in units: %s', (text, expected) =>
    expect(read(text, 'booking_request', { kind: 'order', labels: units })).toEqual(expected),
  )
})

describe('reports', () => {
  test.each([
    ['guide_or_tour_complaint', 'รถชนระหว่างทาง มีคนเจ็บ 3 คน', {}],
    ['hotel_problem', 'เราพักกัน 4 คน ห้อง 305 ชั้น 4 เครื่องขึ้น error 502 555', {}],
    ['booking_change_request', 'ลดจาก 6 เหลือ 4 คน', { party_size: [4] }],
    ['booking_change_request', 'ขอเลื่อนจาก 28 พ.ย. เป็น 5 ธ.ค.', { date: ['2026-12-05'] }],
    ['booking_change_request', 'อยากเลื่อนวันเสาร์เป็นอาทิตย์ค่ะ ติดธุระ', { date: ['2026-11-22'] }],
    ['booking_change_request', 'ขอเปลี่ยนจากศุกร์ไปเป็นอาทิตย์ครับ', { date: ['2026-11-22'] }],
    ['booking_change_request', '11月28日の予約を12月6日に変更してください', { date: ['2026-12-06'] }],
    ['confirmation_error', 'เขียน 4 ท่าน แต่เราไป 6 ท่าน', { party_size: [4, 6] }],
    ['topup_not_credited', 'โอน500แล้วไม่เข้า', { amount: [500] }],
    ['followers_dropped', 'ยอดลดจาก 2,000 เหลือ 1,400', {}],
    ['order_edit_cancel', 'ขอแก้จำนวนจาก 500 เป็น 300', { amount: [300] }],
    ['transfer_no_show', 'รออยู่สนามบินดานัง', { venue: ['Da Nang Airport'] }],
    ['quote_overdue', 'สัญญาว่าเมื่อวานจะส่ง วันนี้ยังไม่มา', { date: ['2026-11-19'] }],
    ['flight_disruption', 'arriving tomorrow instead of tonight', { date: ['2026-11-21'] }],
  ])('%s: %s', (type, text, expected) => expect(read(text, 'case_report', { type })).toEqual(expected))
})

describe('questions hold no booking', () => {
  test.each([
    ['ไปญี่ปุ่นเดือนไหนใบไม้แดงสวยสุดคะ ธันวาหนาวไหม', {}],
    [
      'Do you have anything for 4 people on the 28th of November in Phuket?',
      { party_size: [4], date: ['2026-11-28'], destination: ['Phuket'] },
    ],
  ])('%s', (text, expected) => expect(read(text, 'question')).toEqual(expected))

  test.each(['smalltalk', 'other'] as const)('%s has none', (intent) =>
    expect(read('4 people tomorrow', intent)).toEqual({}),
  )
})

describe('what a kind of booking is called, and not its key', () => {
  const asks = { requiredSlots: ['date', 'time'], optionalSlots: [] } satisfies Partial<
    TenantLabels['bookingKinds'][number]
  >
  const labels: TenantLabels = {
    caseTypes: [],
    bookingKinds: [
      { key: 'k1', ...asks, names: ['A table for dinner'] },
      { key: 'k2', ...asks, names: ['ディナーのご予約'] },
      { key: 'k3', ...asks, names: ['จองโต๊ะ'] },
      { key: 'dining_restaurant', ...asks, names: ['Golf lesson', 'จองโต๊ะทำงาน'] },
      { key: 'dinner', ...asks },
    ],
  }
  test.each([
    ['k1', '17:30'],
    ['k2', '17:30'],
    ['k3', '17:30'],
    ['dining_restaurant', '05:30'],
    ['dinner', '05:30'],
  ])('of %s at 5:30 is %s', (kind, time) =>
    expect(read('book for tomorrow at 5:30', 'booking_request', { kind, labels })['time']).toEqual([time]),
  )
})
