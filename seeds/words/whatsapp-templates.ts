import type { Language } from '../../api/tenants/schema.ts'

/** What the demo's businesses may send outside WhatsApp's 24 hours: an event's own template, and one for every other news. */
export const whatsAppTemplates: { event: string; language: Language; body: string; variables: string[] }[] = [
  {
    event: 'case.resolved',
    language: 'en',
    body: 'Hello {{1}}, your request {{2}} has been resolved. If it is not, reply here and {{3}} will look at it again.',
    variables: ['name', 'reference', 'business'],
  },
  {
    event: 'case.resolved',
    language: 'th',
    body: 'สวัสดีค่ะคุณ {{1}} เรื่องที่แจ้งไว้ {{2}} แก้ไขเรียบร้อยแล้วค่ะ ถ้ายังไม่หาย ตอบกลับที่นี่ได้เลย {{3}} จะดูต่อให้นะคะ',
    variables: ['name', 'reference', 'business'],
  },
  {
    event: 'case.resolved',
    language: 'ja',
    body: 'いつもありがとうございます。{{1}} 様のお問い合わせ {{2}} は解決いたしました。まだの場合はこちらへご返信ください。{{3}} が引き続き対応いたします。',
    variables: ['name', 'reference', 'business'],
  },
  {
    event: 'booking.confirmed',
    language: 'en',
    body: 'Good news, {{1}}: your booking {{2}} with {{3}} is confirmed. Reply here for the details or with any question.',
    variables: ['name', 'reference', 'business'],
  },
  {
    event: 'booking.confirmed',
    language: 'th',
    body: 'ข่าวดีค่ะคุณ {{1}} การจอง {{2}} กับ {{3}} ยืนยันเรียบร้อยแล้ว ตอบกลับที่นี่เพื่อดูรายละเอียดหรือสอบถามได้เลยนะคะ',
    variables: ['name', 'reference', 'business'],
  },
  {
    event: 'booking.confirmed',
    language: 'ja',
    body: 'ありがとうございます。{{1}} 様のご予約 {{2}}（{{3}}）が確定いたしました。詳細やご質問は、こちらへご返信ください。',
    variables: ['name', 'reference', 'business'],
  },
  {
    event: '*',
    language: 'en',
    body: 'Hello {{1}}, there is news from {{2}}:\n{{3}}\nReply here to go on.',
    variables: ['name', 'business', 'news'],
  },
  {
    event: '*',
    language: 'th',
    body: 'สวัสดีค่ะคุณ {{1}} มีข่าวจาก {{2}} ค่ะ\n{{3}}\nตอบกลับที่นี่เพื่อคุยต่อได้เลยนะคะ',
    variables: ['name', 'business', 'news'],
  },
  {
    event: '*',
    language: 'ja',
    body: 'こんにちは、{{1}} 様。{{2}} からお知らせです。\n{{3}}\n続きはこちらへご返信ください。',
    variables: ['name', 'business', 'news'],
  },
]
