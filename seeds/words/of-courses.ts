import type { Words } from '../../api/tenants/schema.ts'

/** What is taught in each course, as Thai and Japanese students read it; the catalogue has it in English. */
const TAUGHT: Record<string, { th: string; ja: string }> = {
  foundation: {
    th: 'ดาชิ หุงข้าว การหั่น ต้ม ย่าง ทอด พื้นฐานซูชิ และสอบทำชุดอาหาร',
    ja: '出汁、炊飯、包丁、煮物、焼き物、揚げ物、寿司の基礎、定食の実技試験',
  },
  sushi_pro: {
    th: 'โครงสร้างปลา การหมัก ข้าวซูชิ สอบปั้นนิกิริจับเวลา และการบริการหน้าเคาน์เตอร์',
    ja: '魚のさばき、締め、シャリ、握りの速さの試験、カウンターでの接客',
  },
  ramen_master: {
    th: 'ซุปทงคตสึ ซุปใส ทาเระ เส้น และการคิดต้นทุนร้าน',
    ja: '豚骨、清湯、タレ、麺、店の原価計算',
  },
  izakaya_starter: {
    th: 'การวางเมนู ยากิโทริ ครัวทอด ใบอนุญาต และรายชื่อซัพพลายเออร์',
    ja: 'メニュー設計、焼き鳥、揚げ場、許認可、仕入先リスト',
  },
  wagashi_diploma: { th: 'อังโกะ เนริกิริ โยกัง และขนมชุดตามฤดูกาล', ja: '餡、練り切り、羊羹、季節の菓子' },
  kaiseki_advanced: {
    th: 'วัตถุดิบตามฤดูกาล ฮัสซุน การจัดจาน และสอบปฏิบัติ 8 คอร์สเต็ม ต้องจบคอร์สพื้นฐานหรือมีประสบการณ์ 2 ปี',
    ja: '旬、八寸、盛り付け、8品の実技。基礎コース修了または実務2年以上が条件です',
  },
}

/** `description` of a course as the desk keeps it: in each language. */
export const wordsOfCourse = (row: { key: string; description?: string }): { description?: Words } => {
  if (row.description === undefined) return {}
  const words = TAUGHT[row.key]
  if (!words) throw new Error(`No Thai and Japanese words for what '${row.key}' teaches`)
  return { description: { en: row.description, ...words } }
}
