import { describe, expect, test } from 'vitest'
import type { CaseConcern } from '../../cases/schema.ts'
import type { Severity, Slots } from '../understanding.ts'
import { severityOf } from './severity.ts'

/** As a business would say it of its types; keys that are not here concern nothing that a rule knows. */
const CONCERNS: Record<string, CaseConcern[]> = {
  card_or_app_problem: ['account'],
  account_access_problem: ['account'],
  account_login_problem: ['account'],
  balance_deducted_wrong: ['account', 'money'],
  booking_change_request: ['change'],
  flight_disruption: ['flight'],
  food_safety_incident: ['on_the_spot', 'health'],
  hotel_problem: ['place'],
  invoice_error: ['document', 'money'],
  overcharge_or_invoice_error: ['document', 'money'],
  reschedule_request: ['change'],
  safety_incident: ['on_the_spot'],
  transfer_no_show: ['on_the_spot', 'place'],
  travel_document_error: ['upcoming', 'document'],
  venue_service_complaint: ['place'],
}
const concernsOf = (caseType: string) => CONCERNS[caseType] ?? []

const of = (text: string, caseType: string, usual: Severity, slots: Slots = {}) =>
  severityOf({ text, concerns: concernsOf(caseType), usual, slots, today: '2026-11-20', tomorrow: '2026-11-21' })

const amounts = (...values: number[]): Slots => ({ amount: values.map((value) => ({ text: String(value), value })) })

describe('critical', () => {
  test.each([
    ['คุณพ่อหายใจไม่ออก ช่วยด้วย', 'safety_incident', 'critical', 'danger'],
    ['he collapsed and is unconscious', 'hotel_problem', 'high', 'danger'],
    ['意識がありません', 'guide_or_tour_complaint', 'normal', 'danger'],
    ['他晕倒了，快叫救护车', 'guide_or_tour_complaint', 'normal', 'danger'],
    ['รถยังไม่มาเลย ยืนรอชั่วโมงนึงแล้ว', 'transfer_no_show', 'critical', 'usual_for_type'],
    ['Nobody is here. We landed an hour ago', 'transfer_no_show', 'critical', 'usual_for_type'],
    ['they say they have no reservation for us', 'hotel_problem', 'high', 'stranded_or_refused'],
    ['โรงแรมไม่ให้เข้าพัก บอกเต็ม', 'hotel_problem', 'high', 'stranded_or_refused'],
    ['ไฟลต์ถูกยกเลิก จะได้นอนไหนคืนนี้', 'flight_disruption', 'high', 'stranded_or_refused'],
    ['someone else logged in and changed my email', 'account_access_problem', 'high', 'account_compromised'],
    ['โดนแฮก ออเดอร์แปลกเต็มเลย', 'account_access_problem', 'high', 'account_compromised'],
    ['โดนแอบเปลี่ยนรหัส', 'account_access_problem', 'high', 'account_compromised'],
    ['they gave our rooms to a wedding party', 'hotel_problem', 'high', 'stranded_or_refused'],
    ['our suite was given away, so she asked us to leave', 'hotel_problem', 'high', 'stranded_or_refused'],
    ['前台不让我们进', 'hotel_problem', 'high', 'stranded_or_refused'],
    ['ทางรีสอร์ตขายห้องเราไปแล้ว', 'hotel_problem', 'high', 'stranded_or_refused'],
    ['he was seasick, then fainted', 'safety_incident', 'critical', 'danger'],
    ['please help my father is not in the hotel', 'lost_item', 'low', 'danger'],
    ['we cannot find our little girl', 'guide_or_tour_complaint', 'normal', 'danger'],
    ['คนขับรถตู้สัปหงกตลอดทาง เกือบลงเหว', 'guide_or_tour_complaint', 'normal', 'danger'],
    ['น้องคะ คนขับรถที่ทางคุณส่งมาเขาหลับในค่ะ', 'transfer_no_show', 'critical', 'danger'],
    ['our driver is nodding off at the wheel', 'guide_or_tour_complaint', 'normal', 'danger'],
    ['運転手さんがお酒くさくて、怖いです', 'guide_or_tour_complaint', 'normal', 'danger'],
    ['母の姿が見当たらない', 'guide_or_tour_complaint', 'normal', 'danger'],
  ] as const)('%s (%s)', (text, type, usual, reason) =>
    expect(of(text, type, usual)).toEqual({ severity: 'critical', reason }),
  )
})

describe('a critical trouble of which its teller says that it can wait', () => {
  const urgent = (text: string, caseType: string, usual: Severity) =>
    severityOf({
      text,
      concerns: concernsOf(caseType),
      usual,
      urgent: true,
      slots: {},
      today: '2026-11-20',
      tomorrow: '2026-11-21',
    })
  test.each([
    ['ยอด 200 ที่ฝากไว้ยังไม่ขึ้น แต่ไม่รีบนะคะ', 'topup_not_credited', 'critical', 'high', 'customer_says_not_urgent'],
    ['not urgent: the top-up is not there', 'topup_not_credited', 'critical', 'high', 'customer_says_not_urgent'],
    ['take your time, the van is only an hour late', 'transfer_no_show', 'critical', 'critical', 'usual_for_type'],
    ['no rush, but he has collapsed', 'safety_incident', 'critical', 'critical', 'danger'],
    ['our flight on 9 December is gone', 'flight_disruption', 'high', 'high', 'usual_for_type'],
    ['stuck at the airport until 9 December', 'flight_disruption', 'high', 'critical', 'stranded_or_refused'],
    ['our flight tonight is gone', 'flight_disruption', 'high', 'critical', 'sounds_critical'],
  ] as const)('%s (%s)', (text, type, usual, severity, reason) =>
    expect(urgent(text, type, usual)).toEqual({ severity, reason }),
  )
})

describe('over, and nobody waits any more', () => {
  test.each([
    ['เมื่อวานรถมาสายชั่วโมงนึง ขอชดเชยค่ะ', 'transfer_no_show'],
    ['วันอังคารที่ผ่านมารถมารับช้า ยืนรอหน้าปากซอยเลย คราวหน้าอย่าให้เป็นอีก', 'transfer_no_show'],
    ['The driver never came on Monday, we took a taxi in the end', 'transfer_no_show'],
    ['先週の送迎、運転手が来ませんでした。今後は気をつけてください。', 'transfer_no_show'],
    ['I cut my palm badly. It needed six stitches.', 'food_safety_incident'],
  ])('%s', (text, type) =>
    expect(of(text, type, 'critical')).toEqual({ severity: 'high', reason: 'over_and_nobody_waits' }),
  )

  test.each([
    ['กลับจากคลาสเมื่อคืน ท้องเสียทั้งบ้าน', 'food_safety_incident'],
    ['คนขับ cancel ไปเองกลางทาง แขกยังรอ', 'transfer_no_show'],
    ['อาหารเป็นพิษกันเกือบทั้งคณะ นอนซมอยู่โรงแรม', 'safety_incident'],
    ['ป้าหายไปตั้งแต่เมื่อวาน โทรไม่ติด', 'safety_incident'],
    ['คนขับบอกอีกสิบนาทีตั้งแต่ชั่วโมงที่แล้ว', 'transfer_no_show'],
    ["he keeps fainting after last night's mushrooms", 'safety_incident'],
    ['no sign of my uncle since yesterday', 'safety_incident'],
    ['on the kerb since the plane landed at eleven last night', 'transfer_no_show'],
    ['从昨晚起联系不上我弟弟', 'safety_incident'],
  ])('%s is not over', (text, type) => expect(of(text, type, 'critical').severity).toBe('critical'))
})

describe('raised and lowered', () => {
  test.each([
    ['จะฟ้อง สคบ.', 'overcharge_or_invoice_error', 'normal', {}, 'high', 'legal_or_media'],
    ['โอนไปหกหมื่นแล้วเงียบ', 'quote_overdue', 'normal', amounts(60_000), 'high', 'large_loss'],
    ['invoiced twice, 185,000 each', 'invoice_error', 'normal', amounts(185_000), 'high', 'large_loss'],
    ['ใบแจ้งหนี้ 96,500 แต่เสนอไว้ 91,000', 'invoice_error', 'normal', amounts(96_500, 91_000), 'normal', 'usual_for_type'],
    ['ขอเลื่อนคลาสเสาร์นี้ไป 5 ธันวา', 'reschedule_request', 'normal', {}, 'high', 'starts_within_a_day'],
    ['please move tomorrow’s tour', 'booking_change_request', 'normal', {}, 'high', 'starts_within_a_day'],
    ['明天的团能改期吗', 'booking_change_request', 'normal', {}, 'high', 'starts_within_a_day'],
    ['วันนี้แคดดี้แย่มาก', 'venue_service_complaint', 'normal', {}, 'normal', 'usual_for_type'],
    [
      'flight home on 9 December was called off, so nowhere to stay that night',
      'flight_disruption',
      'high',
      {},
      'high',
      'usual_for_type',
    ],
    ['ชักโครกกดไม่ลง', 'hotel_problem', 'high', {}, 'high', 'usual_for_type'],
    ['we are bleeding followers', 'followers_dropped', 'normal', {}, 'normal', 'usual_for_type'],
    ["stuck on 'loading' since noon", 'venue_service_complaint', 'normal', {}, 'normal', 'usual_for_type'],
    ['ไกด์เดินเร็วมาก ไหนบอกทริปนี้ไม่รีบไม่ใช่เหรอ', 'guide_or_tour_complaint', 'normal', {}, 'normal', 'usual_for_type'],
    ['โรงแรมลืมเก็บของ ไม่รีบค่ะ', 'hotel_problem', 'high', {}, 'normal', 'customer_says_not_urgent'],
    ['不急，有空再看', 'card_or_app_problem', 'high', {}, 'normal', 'customer_says_not_urgent'],
    ['ไหนว่าทริปไม่รีบ เดินเร็วมาก', 'guide_or_tour_complaint', 'normal', {}, 'normal', 'usual_for_type'],
    ['ลืมไว้ในลิ้นชัก', 'lost_item', 'low', {}, 'low', 'usual_for_type'],
    ['ลืมกระเป๋ายาความดันของแม่ไว้บนรถ ไฟลท์กลับคืนนี้', 'lost_item', 'low', {}, 'critical', 'needed_and_gone'],
    ['left my passport in the room', 'lost_item', 'low', {}, 'high', 'needed_and_gone'],
    ['母の血圧の薬をバスに忘れました。今夜の便で帰ります', 'lost_item', 'low', {}, 'critical', 'needed_and_gone'],
    ['medication bag left in the jeep, i have spares', 'lost_item', 'low', {}, 'low', 'usual_for_type'],
    ['what about my passport number', 'lost_item', 'low', {}, 'low', 'usual_for_type'],
    ['แดดแรงมาก จะเป็นลมตาย', 'guide_or_tour_complaint', 'normal', {}, 'normal', 'usual_for_type'],
    ['the emergency number on the card is wrong', 'travel_document_error', 'high', {}, 'high', 'usual_for_type'],
    ['missed our flight, next one is at 5pm', 'flight_disruption', 'high', {}, 'high', 'usual_for_type'],
  ] as const)('%s', (text, type, usual, slots, severity, reason) =>
    expect(of(text, type, usual, slots)).toEqual({ severity, reason }),
  )
})

describe('somebody else in the account', () => {
  test.each([
    ['there are orders in my history that I never made', 'account_access_problem'],
    ['someone from Vietnam logged in as me', 'account_access_problem'],
    ['I think a stranger is inside my account', 'account_access_problem'],
    ['มีใครไม่รู้ใช้ยูสหนูสั่งของตอนตีสาม', 'account_access_problem'],
    ['อีเมลในบัญชีโดนเปลี่ยน', 'account_access_problem'],
    ['มีคนสวมรอยสั่งงานรัวๆ', 'balance_deducted_wrong'],
    ['有人登进我的号乱下单', 'account_access_problem'],
    ['知らない人が私のアカウントで注文しています', 'account_access_problem'],
    ['見覚えのない端末からアクセスがありました', 'account_login_problem'],
    ['there was a sign-in from another country and it wasnt me', 'account_access_problem'],
    ['somebody is spending from our panel', 'balance_deducted_wrong'],
    ['คนอื่นแอบเข้าบัญชีเมียผม', 'account_access_problem'],
    ['帳號被別人用了', 'account_access_problem'],
    ['someone else is booking with my membership', 'card_or_app_problem'],
  ])('%s', (text, type) => expect(of(text, type, 'high').severity).toBe('critical'))
  test.each([
    ['ระบบบอกอีเมลนี้มีคนใช้แล้ว', 'account_login_problem'],
    ['someone used my locker', 'lost_item'],
    ['my password is not accepted', 'account_access_problem'],
    ['I changed my password and now it says wrong', 'account_access_problem'],
    ['the card shows another colour than before', 'card_or_app_problem'],
  ])('not in: %s', (text, type) => expect(of(text, type, 'high').severity).toBe('high'))
})

describe('told when it was long over', () => {
  test.each([
    'Home now, but the minibus last Sunday never showed',
    'two weeks back the driver did not come and we walked',
    'last month a ball hit my guest, he is ok now',
    'report ย้อนหลัง เดือนก่อนแขกโดนลูกกอล์ฟ ตอนนี้โอเคแล้ว',
  ])('%s', (text) => expect(of(text, 'transfer_no_show', 'critical').severity).toBe('high'))
  test('what goes on still is not over', () =>
    expect(of('since last night he is missing, and now it rains', 'safety_incident', 'critical').severity).toBe(
      'critical',
    ))
})

describe('how it sounds, whatever its type', () => {
  const heard = (text: string, caseType: string, usual: Severity, urgent: boolean | undefined) =>
    severityOf({
      text,
      concerns: concernsOf(caseType),
      usual,
      ...(urgent !== undefined && { urgent }),
      slots: {},
      today: '2026-11-20',
      tomorrow: '2026-11-21',
    })
  test.each([
    ['our bus lies in a ditch', 'lost_item', 'low', true, 'critical', 'sounds_critical'],
    ['is my driver called Toy', 'transfer_no_show', 'critical', false, 'high', 'sounds_less_than_critical'],
    ['is my driver called Toy', 'transfer_no_show', 'critical', undefined, 'critical', 'usual_for_type'],
    ['he is unconscious', 'transfer_no_show', 'critical', false, 'critical', 'danger'],
    ['the driver never came yesterday', 'transfer_no_show', 'critical', true, 'high', 'over_and_nobody_waits'],
    ['my umbrella, no rush', 'lost_item', 'low', false, 'low', 'customer_says_not_urgent'],
  ] as const)('%s (%s, %s, %s): %s', (text, type, usual, urgent, severity, reason) =>
    expect(heard(text, type, usual, urgent)).toEqual({ severity, reason }),
  )
})
