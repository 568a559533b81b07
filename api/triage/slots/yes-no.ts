import { madeOf } from './made-of.ts'
import { plain } from './plain.ts'

const TAIL = madeOf(
  '\\s|[.,!。、！ๆ…~]|เลย|ค่ะ|คะ|ค่า|คั[บช]|ครับ|คร้าบ|ค้าบ|ฮะ|จ้า|จ้ะ|จ๊ะ|นะ|น่ะ|งับ|ด้วย|แล้ว|ที|หน่อย|ค่า+|ค้าบ+|คร้าบ+|คร่า+|จ้า+|แหละ|k[rh]?a+|kr?[au][bp]+|(?:na )?ja+|please|pls|thanks?|thank you|dear|love|guys|ขอบคุณ|ขอบใจ|です|ます|ね|よ|了|吧|谢谢|謝謝|ty|thx|asap|now|🙏|👍|😊|❤️',
)
const whole = (source: string) => {
  const first = madeOf(source)
  return { test: (said: string): boolean => TAIL.reach(said, first.ends(said, 0)).has(said.length) }
}

const NO =
  /^(?:ไม่(?!มีปัญหา|เป็นไร|เปลี่ยน|แก้)|ยัง(?!ไง|ได้)|อย่า|ผิด|แก้(?!ว)|เดี๋ยวก่อน|รอก่อน|ไม่ใช่|no(?![a-z])|nope|nah|not yet|not now|don'?t|do not|wrong|wait|hold on|stop|いいえ|いや|違い|ちがい|まだ|結構です|大丈夫です|不要|不(?!错|錯|客气)|没有|先不)/
const NO_PROBLEM = /^(?:no problem|no worries|ไม่มีปัญหา|ไม่เป็นไร)/
const YES_WORDS =
  "ยินยอม|อนุญาต|同意(?:します|しました)?|i (?:agree|consent)|(?:(?:that|this|it|all|everything)(?:'?s| is| looks| sounds)? |looks |sounds )?(?:all )?(?:correct|right|good|great|fine|perfect|ok(?:ay)?)(?: to me)?|spot on|exactly|(?:please )?proceed|affirmative|(?:all |we'?re |i'?m )?(?:set|good to go)|(?:that'?s|it'?s|thats) (?:all|everything)|อื้[มอ]|เป๊ะ|เยี่ยม|ครบ(?:ถ้วน)?|ไม่(?:ต้อง|มี(?:อะไร)?(?:ต้อง)?)(?:แก้|เปลี่ยน)(?:ไข)?|no changes?|nothing to change|no,? all (?:good|correct|fine)|(?:間違い(?:は)?(?:ない|ありません)|合って(?:い)?(?:る|ます)|確定(?:で|します|お願いします)?)|ใช่|ใช้|ช่าย|ถูก(?:ต้อง)?|โอเค|โอเช|โอ(?:เค)?|ตกลง|ยืนยัน|ได้|เอา|ส่ง|จัด(?:มา|ไป)?|เรียบร้อย|ตามนั้น|ตามนี้|แน่นอน|คอนเฟิร์ม|คอนเฟิม|อืม|อือ|จอง|สั่ง|เปิด|เลื่อน|เปลี่ยน(?=เลย)|ลุย|ไปเลย|เริ่ม|ดี(?=ค่ะ|ครับ|จ้า|เลย)|กด|เค|เออ|ok(?:ay)?|okie|oki|okey|okey ?dokey|k|kk|yes+|yess+|yep+|yup+|yeah?|yeh|yh|yas|yah?|ya|sure(?: thing)?|lovely|brilliant|why not|lgtm|correct|right|confirm(?:ed)?|agreed?|go ahead|do it|please do|please|go(?: for it| on)?|let'?s (?:go|do (?:it|that))|send(?: it| that)?(?: (?:off|over|in|now))?|submit(?: it)?|request it|book(?: it| that)?(?: now)?|order(?: it)?|place (?:it|the order)|that works|works(?: for me)?|deal|aye|by all means|sounds good|looks good|perfect|great|absolutely|of course|fine|good|that'?s (?:right|correct|it|fine)|all good|y|はい|ええ|うん|お願い(?:いた|致)?します|お願い|よろしくお願いします|それで(?:いい|お願いします|結構です|大丈夫です)?|了解(?:です|しました)?|承知しました|問題ありません|大丈夫|その通り|オーケー|オッケー|おけ(?:です)?|okです|いいです(?:よ)?|いいよ|是非|ぜひ|送(?:信)?(?:して|って)(?:ください)?|予約して(?:ください)?|これで(?:いい|お願い(?:いた|致)?します|大丈夫)?|進めて(?:ください)?|好(?:的|啊|呀|吧)?|可以(?:的)?|行|对(?:的)?|對(?:的)?|是(?:的)?|没问题|沒問題|确认|確認(?:しました|です|吧)?|发送|發送|提交|就这样|就這樣|没错|(?:请|請|帮我|幫我)?(?:预订|預訂|预约|預約|下单|下單)(?:吧)?|订吧|訂吧"
const ONE_YES = madeOf(YES_WORDS)
const MORE_YES = madeOf(
  `[\\s,.、!]|${YES_WORDS}|ค่ะ|คะ|ค่า|ครับ|คับ|จ้ะ|จ้า|จ๊ะ|นะ|请|請|吧|了|แล้ว|แหละ|dear|love|then|it|that|all|with it|both|everything|มา|ไป|แบบนี้|แบบนั้น`,
)
const YES = {
  test: (said: string): boolean => TAIL.reach(said, MORE_YES.reach(said, ONE_YES.ends(said, 0))).has(said.length),
}
const BARE_COURTESY =
  /^(?:ค่ะ|คะ|ค่า+|คร่า+|ครับ|คับ|ค้าบ+|คร้าบ+|ครับผม|จ้า+|จ้ะ|ฮะ|ฮับ|งับ|k[rh]?a|kr?[au][bp]|👍|👌|🙆‍♀️|✅|🆗)+[\s!.]*$/u

/** A bare yes or no in the three languages. Undefined when the message says more than that. */
export const readYesNo = (text: string): 'yes' | 'no' | undefined => {
  const said = plain(text)
    .trim()
    .replace(/^(?:(?:อ๋อ|อ่อ|เอ่อ|โอ้|oh|ah|um+|well|あ、?|えっと、?)[\s,]+|(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ|ฮะ)[\s,]+(?=\S))/, '')
  if (said === '') return undefined
  if (NO_PROBLEM.test(said)) return 'yes'
  if (BARE_COURTESY.test(said) || YES.test(said)) return 'yes'
  return NO.test(said) && said.length <= 40 ? 'no' : undefined
}

const SKIP = whole(
  "(?:ขอ)?ข้าม(?:(?:ไป)?ก่อน|ไป|(?:ข้อ|คำถาม|อัน)?นี้)*(?:ได้(?:ไหม|มั้ย|มั๊ย|ไม๊|มะ|หรือเปล่า|รึเปล่า|ป่าว))?|(?:can|could|may) (?:i|we) skip(?: (?:it|this|that)(?: question| one)?)?\\??|(?:この質問は?)?(?:スキップ|飛ば|とば)(?:し(?:て(?:も)?(?:いい|大丈夫|よろしい))?)?(?:です|できます|したいです)?か?|ไม่(?:ระบุ|มี|ทราบ|รู้|แน่ใจ|สะดวก(?:บอก)?)|ยังไม่(?:รู้|แน่ใจ|แน่|ทราบ|มี|ได้คิด)|แล้วแต่|อะไรก็ได้|ยังไงก็ได้|ไม่บอก|skip(?: it| this| that)?|pass|none|n/?a|no idea|not sure(?: yet)?|don'?t know|do not know|dunno|i don'?t (?:know|have one|mind)|any|anything|whatever|no preference|nothing|スキップ|なし|特になし|ありません|特にありません|没有|无|跳过|不用|随便|都可以|ไม่มีค่ะ|ข้ามเลย|わかりません|分かりません|未定|お任せ(?:します)?|おまかせ(?:します)?|どちらでも|何でも(?:いいです)?|-",
)

/** "Skip this question": nothing to say, or no preference. */
export const readSkip = (text: string): boolean => SKIP.test(plain(text).trim())

const CANCEL = whole(
  '(?:ขอ)?ยกเลิก(?:การ(?:จอง|ทำรายการ|แจ้ง|สั่ง))?(?:นี้|ก่อน|ไปก่อน)?|ไม่(?:เอา|จอง|สั่ง|ทำ|ไป|แจ้ง|ต้อง)แล้ว|ไม่เอา(?:ดีกว่า|ละ|ล่ะ)?|ช่างมัน(?:เถอะ|เหอะ|ละ|ล่ะ)?|ช่าง(?:เถอะ|เหอะ)|เลิก|พอ(?:ก่อน|แล้ว)|หยุด|(?:ขอ)?(?:เริ่ม|เอา)ใหม่(?:ทั้งหมด|หมด)?|เปลี่ยนใจ(?:แล้ว)?|never ?mind|nvm|cancel(?: it| this| that| please| everything| the (?:booking|order|request))?|(?:forget|scrap) (?:it|that|this|about (?:it|that))|stop(?: it)?|quit|exit|abort|(?:lets )?start (?:over|again|afresh|from scratch)|leave it|(?:no )?(?:i )?changed my mind|やめます|やめ(?:ておきます|て(?:ください)?|る|たい)?|キャンセル(?:する|します|(?:で|を)?(?:お願いします)?|してください)?|中止(?:します)?|取り消し(?:ます)?|(?:最初から)?やり直(?:し(?:ます|たい(?:です)?|で)?|す|したい(?:です)?)|もういいです|結構です|取消(?:预订|预约|订单|預訂|預約)?(?:吧|了)?|算了(?:吧)?|不要了|不用了|不订了|不訂了|不需要了',
)

/** Leaves the conversation that is going on; it never cancels a booking that exists. */
export const readCancel = (text: string): boolean => CANCEL.test(plain(text).trim())
