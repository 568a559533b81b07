import type { knowledge as english } from './en.ts'

const khun = (name: string): string => (name.startsWith('คุณ') ? name : `คุณ${name}`)

/** Answers from the business's knowledge, and its upkeep, in Thai. */
export const knowledge: typeof english = {
  from: (title) => `จาก: ${title}`,
  onlyIn: { th: '', en: 'ข้อมูลนี้มีเป็นภาษาอังกฤษค่ะ ขอยกมาตามต้นฉบับนะคะ', ja: 'ข้อมูลนี้มีเป็นภาษาญี่ปุ่นค่ะ ขอยกมาตามต้นฉบับนะคะ' },
  notThis: (asked) => `ส่วน “${asked}” ยังไม่มีคำตอบที่แน่ใจค่ะ ขอไม่เดานะคะ ให้เจ้าหน้าที่ช่วยตอบดีไหมคะ`,
  sameAgain: 'อยู่ในข้อมูลที่ส่งให้เมื่อสักครู่ค่ะ',
  helpful: 'ได้คำตอบแล้ว',
  unhelpful: 'ยังไม่ตรงคำถาม',
  glad: () => 'ยินดีค่ะ มีอะไรสอบถามเพิ่มได้เลยนะคะ',
  notIt: () => 'ขออภัยด้วยนะคะ บันทึกไว้ปรับปรุงแล้วค่ะ ให้เจ้าหน้าที่ช่วยตอบดีไหมคะ',
  perhaps: () => 'ยังไม่แน่ใจว่าคำตอบไหนตรงกับที่ถามค่ะ ใช่เรื่องนี้ไหมคะ ถ้าไม่ใช่ ให้เจ้าหน้าที่ช่วยตอบได้นะคะ',
  sop: 'ขั้นตอน (SOP)',
  firstStep: 'ขั้นแรก',
  drafted: (it) => `📚 มีคำตอบรออนุมัติ: “${it.title}”${it.answer ? ` → ${it.answer}` : ''}`,
  sampleTitle: 'มีที่จอดรถไหม',
  look: 'อ่าน',
  publish: 'เผยแพร่',
  retire: 'ไม่ใช้ตอบทุกคน',
  draft: 'ร่าง',
  asked: 'ถูกถาม',
  times: (count) => `${count} ครั้ง`,
  published: (it) => `${khun(it.who)} เผยแพร่ “${it.title}” แล้วค่ะ ลูกค้าที่ถามครั้งต่อไปจะได้คำตอบนี้`,
  retired: (it) => `${khun(it.who)} พับ “${it.title}” ไว้แล้วค่ะ จะไม่ใช้ตอบลูกค้า`,
  noAnswer: () => 'ยังไม่มีคำตอบในร่างนี้ค่ะ',
}
