import { composed } from '../../../api/triage/slots/composed.ts'
/** What people say who notice that they wrote to the wrong one. */
const ENGLISH =
  /\b(?:wrong (?:number|chat|person|account|contact|window|thread|group|people|line|place|shop)|(?:not|meant) for you\b|(?:that|this|it)(?: was|'s| is)? (?:meant|supposed to go) (?:for|to) (?:my|someone|somebody|a friend|another)|sent (?:that|this|it) to the wrong|texted the wrong|(?:isn't|is not|aren't|not) (?:auntie|aunty|uncle|mum|mom|dad|grandma|my (?:mum|mom|dad|sister|brother|wife|husband|friend|boss))\b)/i
const THAI =
  /(?:ทัก|ส่ง|พิมพ์|โทร|แชต|แชท|ไลน์|เข้า)(?:มา)?ผิด(?:คน|แชต|แชท|ห้อง|ไลน์|เบอร์|กลุ่ม|ร้าน|ที่|แล้ว)|ผิด(?:คน|แชต|แชท|ห้อง|ไลน์|เบอร์)(?:แล้ว|ค่ะ|ครับ|คะ|จ้า|อะ|อ่ะ|\s|$)|นึกว่า(?:เป็น)?(?:พี่|น้อง|แม่|พ่อ|เพื่อน|แชต|แชท)|ไม่ใช่(?:พี่|น้อง|คุณแม่|แม่|พ่อ|ป้า|น้า|ลุง)[ก-๙]{0,10}(?:หรอ|เหรอ|รึ|หรือ)/
const JAPANESE =
  /(?:送(?:り先|信先|る相手)|宛先|相手|番号|トーク|チャット|連絡先|登録|アカウント|人)(?:を|が)?(?:間違え|まちがえ|間違い|違い|違え)|(?:間違って|まちがって|間違えて)(?:送|メッセージ|連絡|LINE)|人違い|誤送信|誤爆|(?:ここ|これ|この)[^。\n]{0,10}(?:グループ|トーク|チャット|LINE|ライン)(?:じゃ|では)な(?:い|かった)|(?:グループ|部屋)(?:を)?(?:間違|まちが)/
const CHINESE = /(?:发|發|打|找|加)(?:错|錯)(?:人|了|号|號)?|搞(?:错|錯)人/
const LONGEST = 90

/** 'So sorry, wrong number!', ทักผิดคนค่ะ, 送り先を間違えました. What went to a wrong person or account is another thing: those are told of longer. */
export const isWrongChat = (said: string): boolean => {
  const words = composed(said).replaceAll('’', "'").trim()
  if (words.length > LONGEST || OF_OUR_DOING.test(words)) return false
  return [ENGLISH, THAI, JAPANESE, CHINESE].some((it) => it.test(words))
}
/** 'You sent the likes to the wrong account', 'I paid into the wrong account': troubles. */
const OF_OUR_DOING =
  /\b(?:you(?:'ve| have)? (?:sent|booked|charged|delivered|put|gave)|paid|transfer|refund|order|booking|booked|likes|followers|top.?up|driver|guide|ticket|invoice|certificate|wrong (?:account|place) (?:was|got|has))\b|โอน|เติม|จ่าย|ออเดอร์|ออร์เดอร์|สั่ง|ฟอล|ไลก์|ไลค์|ยอด|ลิงก์|ลิงค์|บัญชี|จอง|คนขับ|ไกด์|ใบ|振込|入金|注文|予約|名前|請求|運転手|订单|付款|充值/i
