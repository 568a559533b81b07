import type { price as English } from './en.ts'

const each = { all: '', person: ' ต่อท่าน', guest: ' ต่อแขกหนึ่งท่าน' }

export const price: typeof English = {
  more: (it) => `เพิ่ม ${it.sum}${each[it.per]}`,
  less: (it) => `ลด ${it.sum}${each[it.per]}`,
  beside: (it) => `${it.when} (${it.difference})`,
  onDays: (it) => `${it.days}: ${it.difference}`,
  differs: (difference) => `ราคาเปลี่ยนจากเดิม: ${difference} ยังไม่มีการเรียกเก็บนะคะ ทีมงานจะสรุปยอดให้อีกครั้งค่ะ`,
  toSettle: (difference) => `ราคาที่ต้องปรับกับลูกค้า: ${difference}`,
}
