import type { Language } from '../../../api/tenants/schema.ts'

/** What stands behind a command: nothing, which thing it is about, and words of one's own. */
type Takes = 'nothing' | 'words' | 'ref' | 'ref+words' | 'ref?'

type Word = Record<Language, [string, ...string[]]> & { takes: Takes }
const word = (takes: Takes, en: [string, ...string[]], th: [string, ...string[]], ja: [string, ...string[]]): Word => ({
  takes,
  en,
  th,
  ja,
})

/** Every command staff can type, as it is called in each language; the first of a language is the one that /help shows. */
export const commandWords = {
  queue: word('nothing', ['queue', 'q'], ['คิว', 'งานค้าง'], ['キュー', '一覧']),
  mine: word('nothing', ['mine', 'my'], ['งานฉัน', 'ของฉัน', 'งานของฉัน'], ['自分', '担当分']),
  find: word('words', ['find', 'search'], ['หา', 'ค้นหา'], ['検索']),
  case: word('ref', ['case', 'show', 'card', 'booking'], ['ดู', 'เคส', 'การ์ด', 'จอง'], ['表示', '案件', '予約']),
  take: word('ref', ['take', 'claim'], ['รับ', 'รับเคส', 'รับงาน'], ['担当', '担当する']),
  give: word('ref+words', ['give', 'assign'], ['ให้', 'มอบ', 'ส่งต่อ'], ['割当', '渡す']),
  ask: word('ref+words', ['ask'], ['ถาม', 'ขอข้อมูล', 'ถามลูกค้า'], ['質問', '確認依頼']),
  reply: word('ref+words', ['reply', 'answer'], ['ตอบ', 'ตอบลูกค้า'], ['返信']),
  note: word('ref+words', ['note'], ['โน้ต', 'โน๊ต', 'บันทึก'], ['メモ']),
  notes: word('ref', ['notes'], ['โน้ตทั้งหมด', 'ดูโน้ต'], ['メモ一覧']),
  state: word('ref+words', ['state', 'status', 'move'], ['สถานะ'], ['状態']),
  order: word('ref+words', ['order'], ['ออเดอร์', 'ออร์เดอร์'], ['注文']),
  unlink: word('ref+words', ['unlink'], ['เอาออเดอร์ออก'], ['注文解除']),
  provider: word('ref+words', ['provider', 'partner'], ['ผู้ให้บริการ'], ['提携先']),
  type: word('ref+words', ['type'], ['ประเภท'], ['種別']),
  severity: word('ref+words', ['severity', 'priority'], ['ความเร่งด่วน', 'ระดับ'], ['緊急度', '重要度']),
  escalate: word('ref+words', ['escalate'], ['ส่งหัวหน้า', 'ยกระดับ'], ['上申', 'エスカレーション']),
  resolve: word('ref+words', ['resolve', 'fixed', 'solved'], ['แก้แล้ว', 'แก้ไขแล้ว'], ['解決']),
  mistaken: word('ref+words', ['notacase', 'mistaken'], ['ไม่ใช่เคส', 'ไม่ใช่การจอง'], ['対象外', '誤検知']),
  close: word('ref', ['close'], ['ปิด', 'ปิดเคส'], ['完了']),
  reopen: word('ref', ['reopen'], ['เปิดใหม่', 'เปิดอีกครั้ง'], ['再開']),
  confirm: word('ref', ['confirm'], ['ยืนยัน'], ['確定']),
  decline: word('ref+words', ['decline'], ['จัดให้ไม่ได้', 'ปฏิเสธ'], ['辞退', 'お断り']),
  cancel: word('ref+words', ['cancel'], ['ยกเลิก', 'ยกเลิกการจอง'], ['キャンセル', '取消']),
  propose: word('ref+words', ['propose', 'offer'], ['เสนอ', 'เสนอเวลา', 'เสนอวัน'], ['提案']),
  handover: word('ref', ['handover', 'takeover'], ['คุยเอง', 'ขอคุยเอง'], ['引継', '引き継ぎ']),
  handback: word('ref?', ['handback'], ['คืนให้บอต', 'คืนบอต', 'คืน'], ['戻す', 'ボットに戻す']),
  outside: word('ref?', ['outside', 'answered'], ['ตอบข้างนอก', 'ตอบแล้ว'], ['対応済', '外部対応']),
  erase: word('ref', ['erase', 'forget'], ['ลบข้อมูล', 'ลืมลูกค้า'], ['削除', 'データ削除']),
  onshift: word('nothing', ['on shift', 'onshift'], ['เข้ากะ'], ['出勤']),
  offshift: word('nothing', ['off shift', 'offshift'], ['ออกกะ'], ['退勤']),
  help: word('nothing', ['help', '?'], ['ช่วย', 'คำสั่ง', 'วิธีใช้'], ['ヘルプ', '使い方']),
} satisfies Record<string, Word>

export type Command = keyof typeof commandWords
export const commands = Object.keys(commandWords) as Command[]
