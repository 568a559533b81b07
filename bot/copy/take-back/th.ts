import type { takeBack as English } from './en.ts'

export const takeBack: typeof English = {
  whatElse: (reference) => `ขออภัยค่ะ อาจเข้าใจผิดไป ให้ทำอย่างไรกับ ${reference} ดีคะ`,
  sure: (reference) => `ได้ค่ะ ให้ถอนเรื่อง ${reference} เลยไหมคะ`,
  else: 'เป็นเรื่องอื่น',
  yes: 'ถอนเรื่องนี้',
  keep: 'เปิดไว้ก่อน',
  withdrawn: (reference) => `ถอนเรื่อง ${reference} และแจ้งทีมงานให้แล้วค่ะ`,
  told: (reference) => `บอกทีมงานให้แล้วค่ะ ${reference} อยู่ในมือทีมงานแล้ว จะปิดเรื่องหรือตอบกลับในแชตนี้นะคะ`,
  putBack: 'เปิดเรื่องเดิมต่อ',
  back: (reference) => `เปิด ${reference} ต่อและแจ้งทีมงานให้แล้วค่ะ`,
  stays: (reference) => `ได้ค่ะ ${reference} ยังเปิดอยู่ และแจ้งทีมงานให้แล้วนะคะ`,
  over: (it) => `${it.reference} สิ้นสุดไปแล้วค่ะ (${it.status})`,
  tellMe: () => 'เป็นเรื่องอะไรคะ พิมพ์สั้น ๆ ได้เลยค่ะ',
  news: (reference) => `${reference}: ลูกค้าแจ้งว่าไม่ต้องดูแลแล้ว หรือไม่ใช่เรื่องที่หมายถึงค่ะ`,
  keptNews: (reference) => `${reference}: ลูกค้าเปลี่ยนใจ ขอให้ดูแลเรื่องนี้ต่อค่ะ`,
}
