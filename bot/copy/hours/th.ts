import type { hours as English } from './en.ts'

export const hours: typeof English = {
  openOn: (it) => `${it.day} เปิด ${it.from}–${it.to} น. ค่ะ`,
  closedOn: (day) => `${day} ปิดทำการค่ะ`,
  openNow: (to) => `ตอนนี้เปิดอยู่ค่ะ ถึง ${to} น.`,
  closedNow: (opens) => `ตอนนี้ปิดแล้วค่ะ เปิดอีกครั้ง ${opens}`,
  week: () => 'เวลาทำการค่ะ',
  days: (it) => (it.to ? `${it.from}–${it.to}` : it.from),
  span: (it) => `${it.from}–${it.to} น.`,
  closed: () => 'ปิด',
  alsoClosed: (days) => `วันหยุดพิเศษ: ${days}`,
}
