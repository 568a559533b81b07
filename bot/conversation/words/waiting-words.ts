/** What people say who wait for their case: that it takes long, or that it has come right. Whole sentences; half of one may mean anything. */

const tidy = (said: string): string =>
  said
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/([?!？！])[?!？！]+/g, '$1')
    .replace(/([าๆะ])\1+/g, '$1')
    .replace(/([ก-ฮ])\1{2,}/g, '$1')
    .replace(/([บปดงนมยวล])\1(?=\s|$)/g, '$1')
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, '')

const THAI_WAITS = /รอ(?:อีก)?(?:กี่|เท่าไ)|นาน|ช้า|เมื่อไหร่|เมื่อไร|เมื่อไหร|ตอนไหน|ถึงไหน|คืบหน้า|ได้ยัง|เสร็จยัง|หรือยัง|รึยัง|รออยู่/
/** Everything such a sentence is made of: whatever is left over is about something else. */
const THAI_WORDS =
  /กี่|นาที|วัน|อ่า+|คำตอบ|เอกสาร|คืน|ใบ|ใหม่|ของ|โทร|ผล|ชั่วโมง|ชม\.?|คืบหน้า|ความ|เมื่อไหร่|เมื่อไหร|เมื่อไร|ตอนไหน|ถึงไหน|ถึง|ประมาณ|หรือยัง|รึยัง|เรียบร้อย|เท่าไหร่|เท่าไร|แค่ไหน|ทำไม|สักที|ซักที|ต้อง|นาน|ช้า|จัง|มาก|แล้ว|เกิน|กว่า|เสร็จ|เครดิต|เงิน|ยอด|เคส|เรื่อง|เข้า|ขึ้น|ยืนยัน|ทราบ|รู้|แจ้ง|ได้|รอ|อยู่|ยัง|จะ|ไป|มี|ไหม|มั้ย|มั๊ย|ป่าว|เปล่า|ปะ|หรอ|เหรอ|ไม่|อีก|เลย|หน่อย|อะไร|บ้าง|ตอบ|ติดต่อ|กลับ|ตั้งแต่|เมื่อวาน|เมื่อเช้า|เมื่อคืน|มา|ลูกค้า|พี่|น้อง|หนู|เฮ้ย|เห้ย|แอดมิน|แอด|ครับ|คับ|ค้าบ|ค่ะ|คะ|ค่า|จ้า|จ๊ะ|นะ|น้า|แระ|ล่ะ|ละ|อ่ะ|อะ|วะ|เนี่ย|สิ|ๆ|[\s.,!?~…]+/g
const ENGLISH_WAITS =
  /^(?:hi|hello|hey|so|and|ok(?:ay)?|sorry|but|umm*)?[\s,!.]*(?:(?:how (?:much )?long(?:er)?)(?: (?:do|would) you (?:think|reckon|guess)| roughly| more| (?:will|does|is) (?:it|this|that)(?: (?:be|take|need|going to take|gonna take).{0,12})?| (?:do|must|should|will) (?:i|we) (?:(?:have|need) to )?(?:have to )?wait.{0,12})?|when (?:will|can|do|does|is|are) (?:it|this|that|i (?:get|have|receive) (?:it|this|that|my (?:money|credits?|order|refund))|you (?:fix|solve|finish|be done)|my (?:money|credits?|order|refund)).{0,25}|when (?:do|will|can|would|should|might) (?:i|we) (?:expect to )?(?:hear|know|get (?:an? |your |the )?(?:answer|reply|response|confirmation|quote))(?: (?:back|something|anything|from you|for sure))*(?: (?:about|on|from) .{2,30})?.{0,12}|(?:i'?m |we'?re )?still waiting.{0,20}|any(?:thing|thing new|one| word| luck| joy)?(?: back)?(?: yet| so far)|(?:have |did )?(?:you |u )?hear(?:d)? (?:anything|back)(?: yet)?|what(?:'?s| is) the (?:latest|status|score|hold-?up)|(?:is there |do you have )?any (?:news|updates?|progress)(?: (?:on|about|for) (?:it|this|that|my (?:case|order|money|refund)))?(?: yet)?|what'?s taking so long|why (?:is (?:it|this) )?(?:taking )?so (?:long|slow)|why (?:does|do|has|is) (?:it|this|that|you) (?:always )?(?:take|taking|taken|been(?: taking)?) (?:you )?(?:so|this|that) (?:long|slow)|(?:it'?s |this is )?(?:so|too|very) slow|(?:is it|are you) (?:done|fixed|ready|finished|solved) yet|(?:it'?s |it is )?taking (?:so|too|very) long)[\s.!?]*$/
const JAPANESE_WAITS =
  /^(?:すみません[、。]?)?(?:まだ(?:でしょうか|ですか(?:ね)?|かな|か)|いつ(?:頃|ごろ)?(?:に)?(?:なり|なれば|直り|終わり|届き|入り|解決|完了|反映|でき)[^、。？?]{0,12}|いつ(?:頃|ごろ)?(?:ですか|になりますか|でしょうか)|(?:対応が|返事が|ちょっと|とても|すごく)?遅(?:い|すぎ)(?:です|ます)?(?:ね|よ)?|時間(?:が|は)?(?:かかり(?:すぎ|ます)|どのくらい|どれくらい)[^、。？?]{0,10}|あとどのくらい[^、。？?]{0,10}|どうなって(?:い)?ますか|進捗(?:は|を)?[^、。？?]{0,14}|(?:お)?(?:返事|返答|回答|連絡|お?見積(?:もり|り)?)は?いつ(?:頃|ごろ|まで)?(?:に|くらい|ぐらい)?(?:いただけ|頂け|もらえ|来|き|なり|届き)[^、。？?]{0,10}|(?:ずっと)?待って(?:い)?(?:る|ます)(?:んですが|のですが|けど)?)[。、？?！!…〜~\s]*$/

const CHINESE_WAITS =
  /^(?:请问|請問|那|还|還|大概|大约|大約|一般|要|需要|得|等|再|我|\s)*(?:多(?:久|长时间|長時間)|什么时候|什麼時候|何时|几时|幾時)(?:才|能|会|會|可以|到账|到帳|到|好|解决|解決|处理|處理|弄|完成|完|收到|了|呢|啊|吗|\s)*[?？。!！]*$|^(?:怎么样了|处理得?怎么样了|有(?:进展|消息)(?:了)?吗|好了吗|到账了吗|还没好吗|还要等吗)[?？。!！]*$/

/** 'Answer me', ตอบดิ, 'did you find it?' */
const NUDGES =
  /^(?:[ก-๙]{0,14}(?:ได้|เสร็จ|เข้า|มา|ถึง|เจอ)(?:หรือ)?ยัง(?:คะ|ครับ|คับ|อะ|อ่ะ)?(?:แอด(?:มิน)?|พี่)?\s+)?อย่าเงียบ(?:สิ|ดิ|นะ|แบบนี้|คะ|ค่ะ|ครับ|\s)*$|^(?:(?:พี่|แอด(?:มิน)?|เฮ้ย|นี่)\s*)*(?:ช่วย|รบกวน)?(?:ตอบ|เช็[กค]|ดู|เร่ง)(?:ให้)?(?:หน่อย|ดิ|สิ|ซิ|ที|ด้วย|เร็วๆ|ไวๆ)+(?:ค่ะ|คะ|ครับ|คับ|นะ|พี่|แอด|\s)*$|^(?:แล้ว|เรื่อง(?:นี้)?|เคส(?:นี้)?|ตอนนี้|สรุป(?:แล้ว)?(?:ว่า)?|ตกลง(?:ว่า)?|\s)*(?:เจอ|ได้เรื่อง|เรียบร้อย|เป็น(?:ยังไง|ไง|อย่างไร)|ว่า(?:ยัง)?ไง|ยังไง)(?:บ้าง)?(?:แล้ว)?(?:ไหม|มั้ย|มั๊ย|ยัง|หรือยัง|รึยัง)?(?:คะ|ครับ|คับ|นะ|อะ|อ่ะ|\s)*$|^(?:so )?(?:did|have) you (?:find|found|check(?:ed)?|look(?:ed)?|fix(?:ed)?|sort(?:ed)?)(?: (?:it|that|this|them|into it|it out))?(?: yet)?$|^(?:please )?(?:answer|reply|respond)(?: (?:me|please|pls|asap))*$|^(?:so )?(?:any luck|what'?s happening|what is happening|what'?s going on|what now)(?: (?:with (?:it|this|that|my .{3,20})))?$|^how (?:long|much time)(?: (?:is|will|would|does|do))?(?: (?:it|this|that|you|u))?(?: (?:going to|gonna|need to))?(?: (?:be|take|need))?(?: for (?:it|this|that))?$|^(?:どの|どれ)(?:くらい|ぐらい)(?:の?時間が?)?(?:かか(?:り(?:ます|そう(?:です)?)|る(?:の|ん)?(?:です|でしょう)?))か?ね?$|^見つかりましたか$|^返事(?:を)?(?:ください|して)(?:ください)?$/
const LONGEST = 70
const BRIEF = 30

const onlyWaits = (words: string): boolean => THAI_WAITS.test(words) && words.replace(THAI_WORDS, '') === ''

/** 'How much longer?' */
export function isImpatient(said: string): boolean {
  const words = tidy(said)
  if (words.length > LONGEST) return false
  const [first = '', ...others] = words.split(/(?<=[?!.。？！])\s*/).filter(Boolean)
  // 'how long will it take?? my client is waiting': the question is what counts
  if (others.length > 0 && /[?？]/.test(first) && isImpatient(first)) return true
  // 'it was 460 baht. why does it take so long??': a fact of it before
  const last = others.at(-1)
  if (last && /[?？]/.test(last) && words.length - last.length <= BRIEF && !/[?？]/.test(first) && isImpatient(last))
    return true
  if (NUDGES.test(words.replace(/[\s!?.~]+$/, ''))) return true
  const [clause = '', ...more] = words.split(/\s+/)
  // 'ได้เมื่อไหร่คะ จะใช้สมัครงาน': and why they ask
  if (more.length > 0 && clause.length > 6 && onlyWaits(clause) && !/ไหม|มั้ย|กี่|อะไร|ไหน/.test(more.join(' ')))
    return true
  // 'ลูกค้ารออยู่ 4 คน จะเสร็จเมื่อไหร่': who waits with them, and nothing new that went wrong
  const end = words.split(/\s+/).at(-1) ?? ''
  if (end.length > 6 && end !== words && onlyWaits(end) && !TELLS_MORE.test(words.slice(0, -end.length))) return true
  if (/[ก-๙]/.test(words)) return onlyWaits(words)
  return CHINESE_WAITS.test(words) || ENGLISH_WAITS.test(words) || JAPANESE_WAITS.test(words)
}

const TELLS_MORE = /ไม่|หาย|เสีย|ผิด|ค้าง|พัง|เจ็บ|ซ้ำ|เกิน|หลุด|ไหม|มั้ย|กี่|อะไร|ไหน|เท่าไ|สั่ง|จอง|ขอ|อยาก/

const COURTESY =
  /ขอบ(?:คุณ|ใจ)(?:มาก+ๆ?)?|(?:many )?thanks?(?: you)?(?: so much| very much| a lot)?|thx|ありがとう(?:ございます|ございました)?|ครับ|คับ|ค้าบ|ค่ะ|คะ|ค่า+|จ้า+|นะ|น้า+|แอดมิน|แอด(?=\s|$)|เย้+|โอเค|^(?:เออ|อ๋อ|อ่อ|อ้อ|อ้าว|เอ้า|อุ๊ย|เฮ้ย|โอ้|เย้)+|(?:so )?sorry(?: about that)?|\blol\b|haha+|555+|ๆ|(?<=แล้ว)(?:จ้ะ|จ้า|น้อง|พี่)|ขอโทษ(?:ที|ด้วย)?|すみません(?:でした)?|お騒がせ(?:し(?:て|ました))?|\bi(?:'ve| have)?(?= found)|^(?:ok(?:ay)?|oh|great|yes|yay|perfect|nice|あ|はい)[\s,!.、]|[\s.,!~。、！]+/g

const ARRIVED_THAI =
  /^(?:ตอนนี้|เมื่อกี้|รถ|คนขับ|ไกด์|เขา|เค้า|พี่|ใน(?:ที่)?สุด|เครดิต|ตังค์|ตัง|เงิน|ยอด|ออเดอร์|ของ|มัน)*(?:เข้า|ได้|ได้รับ|หาย|มา|ถึง|มารับ|เจอ|หาเจอ|ขึ้น|ใช้ได้|เรียบร้อย|ครบ|ปกติ)(?:ได้|มา|ถึง|รับ|ครบ|เรียบร้อย|ดี|ปกติ)*แล้ว(?:ล่ะ|ละ)?(?:(?<=เจอแล้ว(?:ล่ะ|ละ)?)อยู่[ก-๙]{2,30})?$/
const ARRIVED_ENGLISH =
  /^(?:(?:someone|somebody|they|he|she|you|your(?:guy|man|team|colleague))(?:just|now)*(?:cameand|came)?(?:sorted|fixed|solved|helped)(?:it|us|that|this)?(?:out)?$|(?:it|they|that|he|she|(?:the|my|our)?(?:money|credits?|order|followers|likes|refund|guy|man|lady|driver|guide|van|car|bus|taxi|boat|transfer|parcel|bag))(?:'?s|is|has|have|'ve)?)?(?:just|now|finally|all)*(?:arrived|camethrough|comethrough|isin|(?:'s|is)?innow|(?:is|are|'s|'re)here|here|came|(?:has|have)come|(?:turned|showed)up|found(?:it|him|her|them)(?:(?:in|under|at|on|inside|behind)[a-z' ]{2,40})?|gotthem|gothim|worksnow|works?again|working(?:now|again)|fixed(?:now)?|solved(?:now)?|gotitnow|allgood(?:now)?|receivedit)(?:now)?$/
const ARRIVED_JAPANESE =
  /^(?:無事(?:に)?|さきほど|先ほど|たった今|今|やっと|ようやく|運転手さん?|ドライバー(?:さん)?|車)*(?:チャージ|残高|お金|商品|フォロワー|サイト|アプリ)?(?:が|は|も|と|に)?(?:届きました|入りました|入金されました|反映されました|反映されていました|直りました|治りました|解決しました|使えました|できました|見つかりました|来ました|着きました|到着しました|現れました|合流できました|合流しました|(?:お?会い?(?:でき)?|会え|乗れ|入れ|泊まれ|つながり|繋がり|ログインでき|開け|見られ|受け取れ|受け取り|直せ|復旧し|回復し|解消し|落ち着き|治まり|おさまり|収まり|なんとかなり|何とかなり)ました|(?:連絡|電話)(?:が|も)?(?:つき|付き|取れ|とれ|来)ました|入って(?:い)?ました|もう(?:大丈夫|平気)(?:です|になりました)?|(?:もう)?(?:問題なく(?:使え|入れ|でき)ました|解決済み(?:です)?|復旧(?:済み(?:です)?|しています|してました)))$/

/** It was nothing: they had it wrong themselves, or one of their own did it. */
const MISTAKEN_THAI =
  /^(?:(?:เรา|ผม|หนู|ฉัน|ดิฉัน|พี่|ทางเรา|ทางนี้)?(?:เข้าใจ|ดู|จำ|อ่าน|นับ|คิด)ผิด(?:ไป)?(?:เอง(?:แหละ|เลย)?|ไปเอง)?|(?:เรา|ผม|หนู|ฉัน|น้อง|แฟน|ลูก(?:สาว|ชาย|น้อง)?|แม่|พ่อ|พี่|เพื่อน|ภรรยา|สามี|แอดมินเรา|ทีมเรา)(?:กด|ใช้|สั่ง|เบิก|โอน|ถอน|ย้าย|ซื้อ|แลก)[ก-๙]{0,8}(?:เอง|ไปเอง)|ไม่(?:มี(?:อะไร|ไร|ปัญหา)|เป็น(?:ไร|อะไร|รัย))(?:แล้ว|ละ|ล่ะ)+|(?:แก้|เคลียร์|จบ|โอเค|ติดต่อ|คุยกัน|เจอกัน|ติด)(?:ได้|กัน)?แล้ว)$/
const MISTAKEN_ENGLISH =
  /^(?:it(?:'?s| is| was)? )?(?:(?:just )?(?:my|our) (?:bad|mistake|error|fault|mix-?up)|(?:a )?false alarm|(?:i|we) (?:misread|misunderstood|miscounted|mixed (?:it|them|that) up|got (?:it|that|this) wrong|was wrong|were wrong|just realised|(?:just )?forgot i.*)(?: (?:it|that|the .{2,20}))?|(?:my|our) (?:son|daughter|kid|wife|husband|partner|brother|sister|colleague|mum|mom|dad) (?:used|spent|ordered|bought|did|moved|withdrew|booked) (?:it|them|that)|(?:got|reached|met|spoke to|found) (?:him|her|them|the driver|the guide)(?: now| on the phone)?|(?:it(?:'s| is) |we(?:'re| are) )?back(?: up| online| now)*|all (?:sorted|resolved|fixed|solved|clear)(?: now)?|(?:it|that)(?:'s| is| has)? (?:been )?(?:sorted|resolved|fixed|solved)(?: (?:now|itself))?)$/
const MISTAKEN_JAPANESE =
  /^(?:(?:私|こちら|自分|当方|うち)(?:の)?)?(?:完全(?:な|に)?)?(?:勘違い|思い違い|早とちり|見落とし|見間違い|誤解|確認不足|ミス)(?:(?:を)?して(?:い)?ました|でした|です|だったようです|だったみたいです)$|^(?:私|こちら|自分|当方|うち)の(?:間違い|誤り)(?:でした|です)$|^(?:家族|息子|娘|妻|夫|主人|子供|子ども|母|父)が(?:使って|買って|注文して|押して|移して)(?:い|しまい)?ました$/
const isMistaken = (clause: string): boolean => {
  const bare = clause.replace(POLITE, '').replace(LEADS_IN, '').trim()
  return [MISTAKEN_THAI, MISTAKEN_ENGLISH, MISTAKEN_JAPANESE].some((it) => it.test(bare))
}
const POLITE = /(?:ค่ะ|คะ|ค่า|ครับ|คับ|ค้าบ|จ้า|จ้ะ|นะ|น้า|แอดมิน|แอด|ๆ|[\s.!。、,~…])+$/
const LEADS_IN =
  /^(?:(?:อ๋อ|อ่อ|อ้อ|อ้าว|เอ้า|ไม่ใช่(?:สิ|ๆ)?|ขอโทษ(?:ที)?|โทษที|oh|ah|wait|no|ok(?:ay)?|sorry|actually|hang on|あ|ああ|すみません|ごめんなさい|いえ|いや)(?:[\s,.!、。]|(?=[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff])|$)+)+/

/** 'It has arrived, thank you.' */
export function isArrived(said: string): boolean {
  const words = tidy(said)
  if (words.length > LONGEST || /[?？]|ไหม|มั้ย|หรือยัง|รึยัง/.test(words)) return false
  if (saysArrived(words) || saysArrived(words.replace(AS_TOLD, ''))) return true
  // 'found him, he was at the wrong exit': the first clause says it, the rest how it came, and nothing that it is not all
  const [first = '', ...rest] = words.split(/(?<=แล้ว(?:ครับ|คับ|ค่ะ|คะ|ค่า|นะ)*)\s+|[,.!。、]+\s*/)
  if (first !== '' && rest.length > 0 && !NOT_QUITE.test(rest.join(' ')) && saysArrived(first)) return true
  // 'wait no my bad, thats 2 orders. ignore': one of its clauses says it, and no other that it is not all
  const clauses = words.split(/(?<=[ก-๙])\s+|[,.!。、]+\s*/).filter(Boolean)
  const isRight = (clause: string) => isMistaken(clause) || saysArrived(clause.replace(LEADS_IN, ''))
  return clauses.some(isRight) && clauses.every((it) => isRight(it) || !NOT_QUITE.test(it.replace(LEADS_IN, '')))
}
/** 'เมื่อเช้าที่บอกว่าเติมไม่เข้า …': what was told before, told again. */
const AS_TOLD =
  /^(?:[ก-๙]{0,16}(?:ที่|เรื่อง)[ก-๙]{0,8}(?:บอก|แจ้ง|ทัก|ถาม|เติม|โอน|สั่ง)|เรื่อง)\S*\s+|^(?:about )?(?:the|my|that) [a-z' -]{2,40} (?:i|we) (?:told you about|reported|wrote about|mentioned|asked about)[^,.]{0,24}[,.]?\s+|^(?:先ほど|さっき|今朝)[^。、]{0,24}(?:件|話)(?:ですが|は)[、,]?\s*/
const NOT_QUITE =
  /\b(?:but|still|only|not|except|however|though|also|wrong (?!exit|door|gate|terminal|side|place|entrance)|another)\b|n't|แต่|ยัง|ไม่|ขาด|แล้ว(?:อีก|ก็)|อีก(?:เรื่อง|ออเดอร์|อัน)|けど|が[、,]|まだ|ない|ません|但|还|還/

function saysArrived(words: string): boolean {
  const bare = words.replace(COURTESY, '')
  return ARRIVED_THAI.test(bare) || ARRIVED_ENGLISH.test(bare) || ARRIVED_JAPANESE.test(bare)
}

const LOOK =
  /^(?:(?:ช่วย|รบกวน|ฝาก)\s*)?(?:ดู|เช็[กค]|ตรวจ(?:สอบ)?|เร่ง|แก้|จัดการ|ตามเรื่อง|รีฟิล|เติมให้ครบ|ทำต่อ|ส่งใหม่)(?:ให้)?(?:หน่อย|ด้วย|ที)(?:นะ)?(?:ค่ะ|คะ|ครับ|คับ|จ้า)?(?:\s|$)|^(?:(?:so|and|ok(?:ay)?|please|pls)[\s,]+)*(?:(?:can|could|would|will) (?:you|u)(?: guys)? )?(?:(?:please|pls|just) )*(?:check|look into|fix|sort(?: out)?|hurry(?: up)?(?: with)?|refill|redo|restart|re-?send|finish|complete|speed up) (?:it|this|that|them|the (?:rest|missing(?: ones)?))\b|^(?:至急)?(?:確認|対応|調べ)(?:を|して)?(?:お願い|ください|いただけ)/i

/** 'Please have a look, I need it on Saturday': of the case that is open. */
export const asksToLook = (said: string): boolean => said.length <= LONGEST && LOOK.test(said.trim())

const NUMBER =
  /(?:มี|ขอ|ได้|ดู|เอา)?(?:เลข|หมายเลข|รหัส)(?:ที่)?(?:ของ)?(?:เรื่อง|เคส|การแจ้ง|อ้างอิง|ติดตาม|ทิกเก็ต|ticket)[ก-๙\s]{0,12}(?:ไหม|มั้ย|มั๊ย|อะไร|หน่อย|ด้วย|ป่าว|คะ|ค่ะ|ครับ)|\b(?:what(?:'s| is)|is there|do (?:i|we) (?:get|have)|(?:can|could) (?:i|we) (?:get|have)|give me|may i have) (?:my|a|the|our) (?:case|ticket|reference|ref|tracking)(?: (?:number|no|id|code|ref))?\b|(?:問い合わせ|受付|ケース|管理)番号(?:は|を|って)/i

/** 'Is there a case number, in case I ask later?' */
export const asksItsNumber = (said: string): boolean => said.length <= LONGEST && NUMBER.test(tidy(said))
