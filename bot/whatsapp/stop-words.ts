/** Words around a wish that change nothing about it. */
const KIND = String.raw`(?:ค่ะ|คะ|ครับ|คับ|ค่า|จ้า|นะ|ด้วย|หน่อย|เลย|ได้แล้ว|แล้ว|please|pls|plz|now|thanks|thank you)`

const NEWS_EN =
  '(?:(?:all|any|the|these|your|more) )*(?:messages?|messaging|texts?|texting|notifications?|updates?|news|alerts?)'
const NEWS_TH = '(?:ข้อความ|(?:การ)?แจ้งเตือน|ข่าวสาร|ข่าว)'
const NEWS_JA = '(?:メッセージ|お?知らせ|通知|連絡|配信|送信|受信)'
const ASKED_JA = '(?:を?お願いします|して(?:ください|下さい|欲しい|ほしい)(?:です)?|します|したい(?:です)?)?'
const DONT_JA = '(?:送らないで|止めて|やめて|とめて|停止して)(?:ください|下さい)?'

const STOPS = [
  `stop ?all|stop|unsubscribe(?: me)?|opt(?: me)?[ -]?out`,
  `stop (?:sending )?(?:me )?${NEWS_EN}(?: (?:to )?me)?|stop sending(?: me)?(?: ${NEWS_EN})?|no more (?:messages|texts|notifications)`,
  `(?:don't|do not) (?:send(?: me)?|text|message)(?: me)?(?: ${NEWS_EN})?(?: any ?more)?`,
  `(?:ขอ)?(?:หยุด|เลิก|ยกเลิก|งด|ปิด|ไม่ต้อง|ไม่ขอ|ไม่อยาก)(?:การ)?(?:ส่ง|รับ)?${NEWS_TH}(?:มา|อีก)*`,
  `(?:ขอ)?(?:หยุด|เลิก|งด|ไม่ต้อง)ส่ง(?:มา|อีก)*|ไม่รับข้อความ(?:อีก)?|อย่าส่ง(?:${NEWS_TH})?(?:มา|อีก)+`,
  `(?:${NEWS_JA}(?:の配信|の送信|の受信)?を?)?(?:停止|拒否)${ASKED_JA}|ストップ|${NEWS_JA}(?:を|は)?(?:もう)?${DONT_JA}|もう送らないで(?:ください|下さい)?`,
  // the word Chinese telephones know; a booking is called off in other words
  `停止(?:发送|發送)(?:消息|訊息|短信|簡訊)?|不要再发(?:消息|短信)?了?|不要再發(?:訊息|簡訊)?了?`,
]

const STARTS = [
  `start|unstop|subscribe(?: me)?|start (?:sending )?(?:me )?${NEWS_EN}(?: again)?`,
  `(?:ขอ)?(?:เริ่ม|กลับมา)?(?:การ)?รับ${NEWS_TH}(?:อีกครั้ง|อีก|ใหม่|ต่อ|เหมือนเดิม)*|(?:เริ่ม|กลับมา)ส่ง${NEWS_TH}(?:อีกครั้ง|อีก|ใหม่|ต่อ|เหมือนเดิม)*`,
  `(?:${NEWS_JA}(?:の配信|の送信|の受信)?を?)?再開${ASKED_JA}`,
]

const whole = (wishes: string[]) => new RegExp(String.raw`^(?:please )?(?:${wishes.join('|')})(?:\s*${KIND})*$`, 'u')
const [STOP, START] = [whole(STOPS), whole(STARTS)]

/** STOP and START are the whole message, with its kind words; 'stop' in a sentence is a sentence. `undefined`: neither. */
export function consentSaid(body: string): { kind: 'stopped' | 'started'; wording: string } | undefined {
  const wording = body
    .normalize('NFKC')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/[\p{P}\s]+$/u, '')
    .replace(/^[\p{P}\s]+/u, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[a-z]),(?= )/g, '')
  if (STOP.test(wording)) return { kind: 'stopped', wording }
  return START.test(wording) ? { kind: 'started', wording } : undefined
}
