import type { Language } from '../../api/tenants/schema.ts'

/** What a price may hold, as it is called in an answer: 'whether … is included'. `meals` are any of them. */
const PARTS = {
  breakfast: { en: 'breakfast', th: 'อาหารเช้า', ja: '朝食' },
  lunch: { en: 'lunch', th: 'อาหารกลางวัน', ja: '昼食' },
  dinner: { en: 'dinner', th: 'อาหารเย็น', ja: '夕食' },
  meals: { en: 'food', th: 'อาหาร', ja: '食事' },
  drinks: { en: 'what you drink', th: 'เครื่องดื่ม', ja: '飲み物' },
  stay: { en: 'accommodation', th: 'ที่พัก', ja: '宿泊' },
  flights: { en: 'air travel', th: 'ตั๋วเครื่องบิน', ja: '航空券' },
  rail: { en: 'rail travel', th: 'ตั๋วรถไฟ', ja: '鉄道' },
  boat: { en: 'the boat', th: 'เรือ', ja: '船' },
  ride: { en: 'transport', th: 'รถรับส่ง', ja: '送迎' },
  guide: { en: 'a guide', th: 'ไกด์', ja: 'ガイド' },
  'lift pass': { en: 'a lift pass', th: 'บัตรขึ้นลิฟต์สกี', ja: 'リフト券' },
  tickets: { en: 'the entrance fee', th: 'ค่าเข้าชม', ja: '入場券' },
  visa: { en: 'the visa', th: 'วีซ่า', ja: 'ビザ' },
  insurance: { en: 'insurance', th: 'ประกันการเดินทาง', ja: '旅行保険' },
  tips: { en: 'tipping', th: 'ทิป', ja: 'チップ' },
  materials: { en: 'material', th: 'อุปกรณ์และวัตถุดิบ', ja: '材料・道具' },
} satisfies Record<string, Record<Language, string>>

export type Part = keyof typeof PARTS

export const partIn = (part: Part, language: Language): string => PARTS[part][language]
