import type { Language } from '../../api/tenants/schema.ts'

/** How demanding a trip is, piece by piece, as businesses write it in English. */
const PIECES: Record<string, { th: string; ja: string }> = {
  easy: { th: 'สบายๆ', ja: 'ゆったり' },
  moderate: { th: 'ปานกลาง', ja: '普通' },
  'moderate walking': { th: 'เดินปานกลาง', ja: 'ほどほどに歩きます' },
  active: { th: 'ต้องใช้แรงพอสมควร', ja: '体力が必要' },
  challenging: { th: 'ค่อนข้างหนัก', ja: '体力的に厳しめ' },
  altitude: { th: 'พื้นที่สูง', ja: '高地' },
  'humid trails': { th: 'ทางเดินป่าร้อนชื้น', ja: '蒸し暑い山道' },
  '14 gangway steps': { th: 'บันไดขึ้นเรือ 14 ขั้น', ja: '乗船口の階段14段' },
  'walking stick ok': { th: 'ใช้ไม้เท้าได้', ja: '杖可' },
  'under 3,000 steps/day': { th: 'เดินไม่เกินวันละ 3,000 ก้าว', ja: '1日3,000歩以内' },
  'one 40-step temple': { th: 'มีวัดที่ต้องขึ้นบันได 40 ขั้น 1 แห่ง', ja: '階段40段のお寺が1か所' },
  'folding stools carried': { th: 'มีเก้าอี้พับไปให้', ja: '折りたたみ椅子を携行' },
  'platform help arranged': { th: 'มีคนช่วยที่ชานชาลา', ja: '駅のホームでお手伝いを手配' },
  "tiger's nest optional to viewpoint": { th: 'วัดถ้ำเสือเลือกขึ้นแค่จุดชมวิวได้', ja: 'タクツァン僧院は展望所までも可' },
  'long coach legs': { th: 'นั่งรถนาน', ja: 'バス移動が長め' },
  'boats with steps': { th: 'เรือมีบันไดขึ้นลง', ja: '船の乗り降りに段差あり' },
  'cold to -12c': { th: 'หนาวถึง -12 องศา', ja: '気温は-12℃まで下がります' },
  'indoor options': { th: 'มีกิจกรรมในร่มให้เลือก', ja: '屋内の選択肢あり' },
  'one ramp': { th: 'มีทางลาด 1 จุด', ja: 'スロープ1か所' },
}

/** In the reader's words where each piece is known; else as it was written. */
export function effortIn(written: string, language: Language): string {
  if (language === 'en') return written
  const pieces = written.split(/;\s*|,\s+/).map((it) => it.trim())
  const known = pieces.map((it) => PIECES[it.toLowerCase()]?.[language])
  return known.every((it) => it !== undefined) ? known.join(language === 'ja' ? '、' : ' · ') : written
}
