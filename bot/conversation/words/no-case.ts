import { composed } from '../../../api/triage/slots/composed.ts'
/** What people say right after a case was opened who did not mean it, or need it no more. Whole sentences only: half of one may tell more. */

const COURTESY =
  '(?:[\\s,.!、。！，~…]|oh|ah|um+|ok(?:ay)?|sorry|please|thanks?(?: you)?|actually|then|anyway|hey|อ๋อ|เอ่อ|โอเค|ขอโทษ(?:ที)?|โทษที|ขอบคุณ(?:มาก)?|นะ|คะ|ค่ะ|ค่า|ครับ|คับ|จ้า|จ้ะ|อ่ะ|อะ|แอด(?:มิน)?|あ|すみません|ごめんなさい|ありがとう(?:ございます)?|です|ね|よ|不好意思|谢谢|謝謝)*'
const whole = (source: string) => new RegExp(`^${COURTESY}(?:${source})${COURTESY}$`, 'iu')

const NOT_THAT = whole(
  "(?:no,? )?(?:not (?:that|this|it)(?: one)?|(?:that|this|it)(?:'s| is| was)? (?:not|isn't|wasn't|n't) (?:it|that|right|correct|(?:at all )?what i (?:meant|mean|said|asked(?: for)?|wanted|want|was saying|am talking about))(?: at all)?|(?:that|this|it) (?:isn't|wasn't) (?:it|that|right|correct|what i (?:meant|mean|said|asked(?: for)?|wanted|want))(?: at all)?|i (?:didn't|did not) mean (?:that|this|it)|(?:that|this)(?:'s| is)? (?:wrong|a (?:mistake|misunderstanding)|something else)|wrong|you (?:misunderstood|got (?:me|it|that) wrong|misread)(?: me| that| it)?|i meant something else|that's a different (?:thing|problem))" +
    '|(?:ไม่|ม่าย)ใช่(?:แบบ|อย่าง|เรื่อง|อัน|ปัญหา)?(?:นั้น|นี้|งั้น|ที่(?:หมายถึง|บอก|ถาม|ต้องการ|พูด|จะบอก))?(?:เลย|แล้ว)?|ไม่ได้หมาย(?:ความ(?:ว่า)?|ถึง)(?:แบบ|อย่าง|เรื่อง|อัน)?(?:นั้น|นี้|งั้น)?|(?:บอท|ระบบ|คุณ)?(?:เข้าใจ|อ่าน)ผิด(?:แล้ว|เรื่อง|ประเด็น)*|คนละเรื่อง(?:กัน|แล้ว|เลย)*|ผิด(?:เรื่อง|แล้ว|ประเด็น)+|ไม่ตรงเรื่อง' +
    '|(?:いいえ|いや|いえ)?[、,\\s]*(?:(?:それ|これ|その(?:件|こと)|この件|内容)(?:は|が|じゃ|では)?)?[、,\\s]*(?:違い(?:ます)?|違う(?:ん)?|ちがい(?:ます)?|ちがう)|(?:いいえ|いや)?[、,\\s]*(?:そう(?:いう(?:こと|意味|つもり))?|それ|その(?:こと|件|意味)|この件)(?:じゃ|では)(?:ない|ありません|なくて)|(?:別|べつ)の(?:件|こと|話)|誤解(?:です|されて(?:い)?ます)|勘違い(?:です|されて(?:い)?ます)' +
    '|(?:不|才不)是(?:这|這|那)(?:个|個|样|樣|件事)?(?:意思)?|我不是(?:这|這|那)?(?:个|個)?意思|你?(?:理解|搞|弄)(?:错|錯)了?',
)

const NO_MORE = whole(
  "(?:(?:just )?(?:forget|scrap|drop|ignore|disregard) (?:it|that|this|about (?:it|that|this)|my (?:last )?(?:message|report|case)))|never ?mind(?: (?:about )?(?:it|that|this))?|nvm|(?:it )?(?:doesn't|does not) matter(?: any ?more)?|no (?:longer|need)(?: (?:needed|necessary|an issue|a problem))?|(?:i|we) (?:don't|do not) need (?:it|this|that|help|(?:your )?help with (?:it|this|that)) ?(?:any ?more|now)?|(?:there's |there is )?no need any ?more|(?:withdraw|cancel|close|remove|delete) (?:it|this|that|(?:the|my|this|that) (?:case|ticket|report|complaint))|(?:i )?changed my mind|(?:(?:it's|it is|i'm|all) )?(?:fine|ok|okay|good) (?:now|after all)|(?:i )?(?:sorted|solved|figured) it(?: out)?(?: myself)?" +
    '|(?:ตอนนี้)?ไม่เป็น(?:ไร|อะไร|รัย)(?:แล้ว|ละ|ล่ะ)+|ไม่ต้อง(?:แล้ว|ละ|ล่ะ)+|ไม่ต้อง(?:ทำ|ดู|เช็ค|ตรวจ|แก้|เปิดเคส)(?:ให้)?(?:แล้ว|ละ|ล่ะ)+|ช่างมัน(?:เถอะ|เหอะ|แล้ว)*|ช่าง(?:เถอะ|เหอะ)|ลืม(?:มัน)?ไปเถอะ|ไม่มีปัญหาแล้ว|ไม่มีอะไรแล้ว|ไม่(?:เอา|แจ้ง)แล้ว|เปลี่ยนใจแล้ว|(?:ขอ)?(?:ยกเลิก|ปิด|ถอน)(?:เคส|เรื่อง|แจ้ง|การแจ้ง)(?:นี้)?(?:เลย|ด้วย|ให้|หน่อย|ไป)*|(?:ขอ)?ถอน(?:คำร้อง|แจ้ง)?' +
    '|(?:やっぱり|やはり|もう)[、\\s]*(?:(?:いい|結構|大丈夫)(?:です)?|大丈夫になりました|必要(?:ありません|ない)|なんでもありません|気にしないで(?:ください)?|(?:取り消し|取り下げ)(?:ます|たい)?)|(?:やっぱり|やはり)(?:やめ(?:ます|ておきます|る)|なし(?:で)?)|(?:何|なん)でもありません|忘れて(?:ください)?|気にしないで(?:ください)?|(?:この件は?)?取り下げ(?:ます|たい|て(?:ください)?)|必要なくなりました|解決しなくて(?:いい|大丈夫)' +
    '|算了(?:吧)?|不用(?:了|管了)|没事了|沒事了|当我没说',
)

const LONGEST = 70
const plainly = (said: string): string => composed(said).trim().toLowerCase().replaceAll('’', "'")

const isWhole = (said: string, sentence: RegExp): boolean => {
  const words = plainly(said)
  return words.length <= LONGEST && !/\d|[?？]/.test(words) && sentence.test(words)
}

/** 'That's not what I meant', ไม่ใช่แบบนั้น, 違います. */
export const saysNotThat = (said: string): boolean => isWhole(said, NOT_THAT)

/** 'Never mind', ไม่เป็นไรแล้ว, やっぱりいいです; ไม่เป็นไร alone is courtesy. */
export const needsItNoMore = (said: string): boolean => isWhole(said, NO_MORE)

const BACK = whole(
  "(?:no[,!.]? )?(?:wait[,!.]? )?(?:(?:please )?(?:keep|leave) (?:it|this|that|(?:the|my|this|that) (?:case|ticket|report))(?: open)?|(?:(?:please|can you|could you|i want you to) )*(?:re-?open|open) (?:it|this|that|(?:the|my|this|that) (?:case|ticket|report))(?: again| back up)?|(?:please )?(?:put|bring|take) (?:it|this|that) back|undo(?: (?:it|that|this))?|(?:please )?don't (?:withdraw|close|cancel) (?:it|this|that)|i (?:still|do) need (?:it|this|that|help)(?: (?:after all|with (?:it|this|that)))?)(?: after all| then)?" +
    '|(?:ขอ|ช่วย|รบกวน)?(?:เปิด|เอา)(?:เคส|เรื่อง)?(?:เดิม|นี้|นั้น)?(?:ไว้|กลับ(?:มา)?|คืน|ต่อ|ใหม่|อีกครั้ง)(?:ให้|ที|หน่อย|ก่อน|ด้วย)*|(?:อย่า(?:เพิ่ง)?|ไม่)(?:ต้อง)?ถอน(?:เรื่อง|เคส)?(?:นี้|แล้ว)?|(?:ขอ|ช่วย)?ดู(?:แล)?(?:เรื่อง|เคส)?(?:นี้|เดิม)?ต่อ(?:ให้|ที|หน่อย|ด้วย|ไป)*' +
    '|(?:やっぱり|やはり)?[、\\s]*(?:取り?下げ(?:ないで(?:ください)?|を?やめ(?:ます|て(?:ください)?)?|を?取り消し(?:て(?:ください)?)?)|(?:そのまま|引き続き)(?:対応)?(?:して(?:ください)?|残して(?:ください)?|(?:で)?お願い(?:します)?)|(?:元に)?戻して(?:ください)?|もう一度開いて(?:ください)?)',
)

/** Right after it was withdrawn: 'keep it open', 'เปิดเรื่องเดิมต่อ', 取り下げないでください. A 'no' or a 'never mind' alone is none. */
export const wantsItBack = (said: string): boolean => isWhole(said, BACK)
