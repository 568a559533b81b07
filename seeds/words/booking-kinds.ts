/** What a kind of booking is made of beside its slots; English and Thai names come with the taxonomy. */
type Kind = { ja: string; itemTypes: string[]; slaMinutes: number }

const HOURS = 60

const trips: Record<string, Kind> = {
  tailor_made_trip: { ja: 'オーダーメイド旅行（お見積り）', itemTypes: ['tour'], slaMinutes: 48 * HOURS },
  catalog_tour: { ja: '募集型ツアーの予約', itemTypes: ['tour'], slaMinutes: 48 * HOURS },
  day_activity: { ja: '日帰りツアー・体験', itemTypes: ['day_activity'], slaMinutes: 8 * HOURS },
  transfer_only: { ja: '送迎・専用車の手配', itemTypes: [], slaMinutes: 8 * HOURS },
  hotel_only: { ja: 'ホテルのみの予約', itemTypes: [], slaMinutes: 48 * HOURS },
}

export const bookingKindTerms: Record<string, Record<string, Kind>> = {
  meelike: {
    service_order: { ja: 'サービスの注文', itemTypes: ['smm_service'], slaMinutes: 60 },
    bulk_quote: { ja: '大口・キャンペーンのお見積り', itemTypes: ['smm_service'], slaMinutes: 4 * HOURS },
    reseller_onboarding: { ja: '代理店・API・VIPのお申し込み', itemTypes: [], slaMinutes: 8 * HOURS },
  },
  prime: {
    tee_time: { ja: 'ゴルフのスタート時間予約', itemTypes: ['tee_time'], slaMinutes: 30 },
    leisure_dining: { ja: 'レストランの予約', itemTypes: [], slaMinutes: 60 },
    spa_wellness: { ja: 'スパ・ウェルネスの予約', itemTypes: ['spa_treatment'], slaMinutes: 60 },
    chauffeur_transfer: { ja: '送迎車の手配', itemTypes: ['transfer'], slaMinutes: 30 },
    corporate_outing: { ja: '法人ゴルフコンペ・イベント', itemTypes: ['outing'], slaMinutes: 24 * HOURS },
  },
  vschool: {
    course_enrolment: { ja: 'コース受講のお申し込み', itemTypes: ['course'], slaMinutes: 8 * HOURS },
    workshop_seat: { ja: '一日ワークショップの予約', itemTypes: ['workshop'], slaMinutes: 2 * HOURS },
    private_class: { ja: '貸切・法人クラス', itemTypes: ['private_class'], slaMinutes: 24 * HOURS },
    school_visit: { ja: '見学・受講相談の予約', itemTypes: [], slaMinutes: 4 * HOURS },
  },
  asiatravelplan: trips,
  chapter2: trips,
}
