import type { news as english } from './en.ts'

export function span(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const parts =
    hours >= 48
      ? [`${Math.floor(hours / 24)} วัน`, hours % 24 ? `${hours % 24} ชม.` : '']
      : [hours ? `${hours} ชม.` : '', minutes % 60 || minutes === 0 ? `${minutes % 60} นาที` : '']
  return parts.filter(Boolean).join(' ')
}

const payment: Record<string, string> = {
  failed: 'ระบบแจ้งผลการชำระเงินล้มเหลว',
  cancelled: 'ลูกค้ายกเลิกการชำระเงินแล้ว',
  paid: 'ชำระเงินแล้ว แต่เครดิตยังไม่เข้า',
  credited: 'เครดิตเข้าแล้ว',
}

export const news: typeof english = {
  paymentMoved: (it) => `💳 ${it.reference}: ${payment[it.state] ?? it.state}`,
  providerSilent: (it) => `🔕 ${it.provider} ยังไม่ตอบมา ${it.waited} แล้ว: ${it.reference}`,
  becameCritical: (reference) => `🚨 ${reference} ปรับเป็นวิกฤตแล้ว`,
  praised: (name) => `💛 ${name} ฝากคำชมถึงทีมงาน`,
  riskSuggested: (about) => `⚠️ AI เห็นว่าอาจเป็นเรื่องวิกฤต ช่วยดูด่วน: ${about}`,
  reminder: (it) => `ขอเตือนนัดหมายนะคะ ${[it.item, it.when].filter(Boolean).join(' ')} (${it.reference}) แล้วพบกันค่ะ`,
  digest: (count) => `📋 อัปเดต ${count} เรื่อง`,
  more: (count) => `… และอีก ${count} เรื่อง`,
  failed: (it) => (Number(it.count) > 1 ? `✉️ ส่งไม่ถึง ${it.count} ข้อความ ${it.reason}` : `✉️ มีข้อความที่ส่งไม่ถึง ${it.reason}`),
  failedFor: (reference) => `เรื่อง ${reference}`,
  resend: 'ส่งอีกครั้ง',
  resent: () => 'กำลังส่งให้อีกครั้งค่ะ',
  quotaNear: (it) =>
    `📊 ${it.channel} ใช้ไปแล้ว ${it.used} จาก ${it.most} ข้อความของเดือนนี้ (${it.percent}%) ถ้าหมดโควตา จะส่งได้เฉพาะเรื่องวิกฤตกับการตอบกลับที่ไม่เสียโควตาค่ะ`,
  quotaSpent: 'โควตาข้อความเดือนนี้หมดแล้ว จะส่งให้ฟรีเมื่อลูกค้าทักมา',
  sentWhenFree: (name) =>
    `เก็บข้อความถึง ${name} ไว้แล้วค่ะ โควตาข้อความ LINE เดือนนี้หมด จะส่งให้ฟรีทันทีที่ลูกค้าทักมา แล้วจะแจ้งในกลุ่มนี้นะคะ`,
  answerWaits: (name) =>
    `✉️ คำตอบถึง ${name} ยังไม่ได้ส่งค่ะ เพราะโควตาข้อความ LINE เดือนนี้หมดแล้ว จะรอไว้และส่งให้ฟรีทันทีที่ลูกค้าทักมา แล้วจะแจ้งในกลุ่มนี้นะคะ`,
  answerLeft: (name) => `✉️ ข้อความถึง ${name} ที่รอไว้ ส่งแล้วค่ะ`,
  test: (text) => `🔔 ข้อความทดสอบ\n${text}`,
  duration: span,
}
