import type { slip as english } from './en.ts'

/** What was read on a payment slip, said back, in Thai. */
export const slip: typeof english = {
  words: (it) =>
    [
      `โอนเงิน ${it.amount}`,
      ...(it.at ? [`เมื่อ ${it.at}`] : []),
      ...(it.reference ? [`เลขที่รายการ ${it.reference}`] : []),
    ].join('\n'),
  ask: (words) => `ขอบคุณค่ะ อ่านจากสลิปได้ตามนี้นะคะ\n${words}\nถูกต้องไหมคะ`,
  yes: 'ใช่ ถูกต้อง',
  no: 'ไม่ถูกต้อง',
  notIt: () => 'ขออภัยค่ะ จะเก็บเฉพาะรูปไว้ให้เจ้าหน้าที่ดู และไม่ใช้ข้อมูลที่อ่านได้นะคะ',
  over: () => 'เรียบร้อยแล้วค่ะ สลิปนี้ตอบไว้ก่อนหน้านี้แล้วนะคะ',
}
