import type { NewBookingKind } from '../../api/bookings/commands/put-booking-kind.ts'

/** What a kind of booking is made of beside its slots; English and Thai names come with the taxonomy. */
type Kind = { ja: string; itemTypes: string[]; slaMinutes: number; cancelRule?: NewBookingKind['cancelRule'] }

const HOURS = 60

const trips = (words: { en: string; th: string; ja: string }): Record<string, Kind> => {
  const cancelRule = { freeHours: null, words }
  return {
    tailor_made_trip: { ja: 'オーダーメイド旅行（お見積り）', itemTypes: ['tour'], slaMinutes: 48 * HOURS, cancelRule },
    catalog_tour: { ja: '募集型ツアーの予約', itemTypes: ['tour'], slaMinutes: 48 * HOURS, cancelRule },
    day_activity: { ja: '日帰りツアー・体験', itemTypes: ['day_activity'], slaMinutes: 8 * HOURS, cancelRule },
    transfer_only: { ja: '送迎・専用車の手配', itemTypes: [], slaMinutes: 8 * HOURS, cancelRule },
    hotel_only: { ja: 'ホテルのみの予約', itemTypes: [], slaMinutes: 48 * HOURS, cancelRule },
  }
}

const courses = {
  freeHours: 14 * 24,
  words: {
    en: '7–14 days before, 50% is returned, or all of it as wallet credit; later there is one free move within 60 days.',
    th: 'ยกเลิกก่อน 7–14 วันคืน 50% หรือเป็นเครดิตเต็มจำนวน หลังจากนั้นเลื่อนได้ฟรีหนึ่งครั้งภายใน 60 วันค่ะ',
    ja: '7〜14日前は50%の返金または全額クレジット、それ以降は60日以内に一度だけ無料で振替できます。',
  },
}

export const bookingKindTerms: Record<string, Record<string, Kind>> = {
  meelike: {
    service_order: {
      ja: 'サービスの注文',
      itemTypes: ['smm_service'],
      slaMinutes: 60,
      cancelRule: { freeHours: null },
    },
    bulk_quote: { ja: '大口・キャンペーンのお見積り', itemTypes: ['smm_service'], slaMinutes: 4 * HOURS },
    reseller_onboarding: { ja: '代理店・API・VIPのお申し込み', itemTypes: [], slaMinutes: 8 * HOURS },
  },
  prime: {
    tee_time: {
      ja: 'ゴルフのスタート時間予約',
      itemTypes: ['tee_time'],
      slaMinutes: 30,
      cancelRule: { freeHours: 48 },
    },
    leisure_dining: { ja: 'レストランの予約', itemTypes: [], slaMinutes: 60, cancelRule: { freeHours: 24 } },
    spa_wellness: {
      ja: 'スパ・ウェルネスの予約',
      itemTypes: ['spa_treatment'],
      slaMinutes: 60,
      cancelRule: { freeHours: 6 },
    },
    chauffeur_transfer: { ja: '送迎車の手配', itemTypes: ['transfer'], slaMinutes: 30, cancelRule: { freeHours: 24 } },
    corporate_outing: {
      ja: '法人ゴルフコンペ・イベント',
      itemTypes: ['outing'],
      slaMinutes: 24 * HOURS,
      cancelRule: { freeHours: null },
    },
  },
  vschool: {
    course_enrolment: {
      ja: 'コース受講のお申し込み',
      itemTypes: ['course'],
      slaMinutes: 8 * HOURS,
      cancelRule: courses,
    },
    workshop_seat: {
      ja: '一日ワークショップの予約',
      itemTypes: ['workshop'],
      slaMinutes: 2 * HOURS,
      cancelRule: courses,
    },
    private_class: {
      ja: '貸切・法人クラス',
      itemTypes: ['private_class'],
      slaMinutes: 24 * HOURS,
      cancelRule: courses,
    },
    school_visit: { ja: '見学・受講相談の予約', itemTypes: [], slaMinutes: 4 * HOURS },
  },
  asiatravelplan: trips({
    en: 'More than 30 days before departure the deposit less 60 USD is returned, 15–30 days before 50%, later nothing (with a medical certificate 50% credit).',
    th: 'ยกเลิกก่อนเกิน 30 วันคืนมัดจำหัก 2,000 บาท ก่อน 15–30 วันคืน 50% น้อยกว่า 15 วันไม่คืนค่ะ (มีใบรับรองแพทย์ เก็บเป็นเครดิต 50%)',
    ja: '出発30日前までは手数料60ドルを除く申込金を返金、15〜30日前は50%、それ以降は返金がありません（診断書がある場合は50%のクレジット）。',
  }),
  chapter2: trips({
    en: 'More than 45 days before departure the deposit less 1,000 baht is returned, 30–45 days before 50%, later nothing (with a medical certificate full credit).',
    th: 'ยกเลิกก่อนเกิน 45 วันคืนมัดจำหัก 1,000 บาท ก่อน 30–45 วันคืน 50% น้อยกว่า 30 วันไม่คืนค่ะ (มีใบรับรองแพทย์ เก็บเป็นเครดิตเต็มจำนวน)',
    ja: '出発45日前までは1,000バーツを除く申込金を返金、30〜45日前は50%、それ以降は返金がありません（診断書がある場合は全額クレジット）。',
  }),
}
