import type { whatsapp as english } from './en.ts'

export const whatsapp: typeof english = {
  choose: 'เลือก',
  otherDay: () => 'หรือพิมพ์วันอื่นได้เลยค่ะ',
  byNumber: () => 'ตอบเป็นตัวเลข หรือพิมพ์บอกได้เลยค่ะ',
  orSay: (label) => `(หรือพิมพ์ “${label}” ได้ค่ะ)`,
  stopped: (tenant) => `${tenant} จะไม่ส่งข้อความมาที่นี่แล้วนะคะ ถ้าทักมาเรายังตอบเหมือนเดิมค่ะ อยากรับข่าวสารอีกครั้ง พิมพ์ START ได้เลยค่ะ`,
  started: (tenant) => `ยินดีต้อนรับกลับค่ะ ${tenant} จะแจ้งความคืบหน้าทางนี้อีกครั้งนะคะ`,
  window: 'WhatsApp',
  windowOpen: (left) => `พิมพ์ตอบได้อิสระ (${left})`,
  windowClosed: 'ส่งได้เฉพาะเทมเพลต จนกว่าลูกค้าจะทักมา',
  closing: 'ลูกค้ายังรอคำตอบ ใกล้ครบ 24 ชั่วโมงแล้วค่ะ',
  stillWaits: 'ลูกค้ายังรอคำตอบอยู่ค่ะ',
  unreachable: 'แจ้งทาง WhatsApp ไม่ได้',
  why: {
    window: 'ลูกค้าไม่ได้ทักมาเกิน 24 ชั่วโมง และยังไม่มีเทมเพลตที่อนุมัติสำหรับเรื่องนี้ค่ะ',
    opted_out: 'ลูกค้าขอไม่รับข้อความทาง WhatsApp (STOP) ค่ะ',
    identity: 'เบอร์นี้ติดต่อทาง WhatsApp ไม่ได้ค่ะ',
    not_today: 'วันนี้ WhatsApp ไม่ให้ส่งถึงลูกค้าคนนี้เพิ่มแล้วค่ะ',
    permanent: 'WhatsApp ไม่รับข้อความนี้ค่ะ',
  },
  whyLabel: 'เพราะ',
  paused: (it) =>
    `🔴 พัก WhatsApp ${it.channel} ไว้ก่อนค่ะ Twilio ไม่รับบัญชีหรือเบอร์ผู้ส่งของเรา (${it.why}) ข้อความจะรอจนกว่าแอดมินจะแก้ไขนะคะ`,
}
