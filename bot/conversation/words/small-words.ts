/** What people say to a business that is about no business of theirs: whole sentences, that need no engine. */

const tidy = (said: string): string => said.trim().toLowerCase().replaceAll('’', "'")
const POLITE = '(?:[\\s,.!?~。、！？]|ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ|จ๊ะ|นะ|please|pls|sorry|thanks|🙏|😅)*'
const whole = (source: string) => new RegExp(`^${POLITE}(?:${source})${POLITE}$`)

const WRONG_CHAT = whole(
  "(?:(?:ok(?:ay)?|oh|oops|ah|my bad|sorry|i'?m)[\\s,.!]*)*(?:wrong (?:chat|number|person|window|group|account|shop|place)|(?:i )?(?:sent|messaged|texted)(?: (?:it|this))?(?: to)? the wrong (?:person|chat|number|place)|not for you|ignore (?:that|this|me))|(?:อุ๊ย|อ้าว|โทษที|ขอโทษ|ขออภัย|ค่ะ|ครับ|\\s)*(?:ทัก|ส่ง|พิมพ์|โทร)ผิด(?:แชท|แชต|ห้อง|คน|ร้าน|ที่|เบอร์)?(?:แล้ว)?|ผิดแชท|ผิดร้าน|(?:すみません[、。]?)*(?:間違え(?:ました|て送り(?:ました)?)|送り先を間違えました|誤送信(?:です|しました)|人違いです)(?:すみません)?|(?:不好意思[,，]?)?(?:发错了|發錯了|打错了|找错人了)",
)
/** 'Wrong chat, sorry': nothing is wanted of us. */
export const isWrongChat = (said: string): boolean => WRONG_CHAT.test(tidy(said))

const SORRY =
  /^(?:[\s,.!~。、！…]|ok(?:ay)?|oh|โอเค|อุ๊ย|ค่ะ|คะ|ครับ|คับ|ค้าบ|จ้า|จ้ะ|นะ|น้า|ด้วย|จริง\s?ๆ|ๆ|มาก|🙏|😅|😂)*(?:(?:so |very |really )?sorry(?: (?:about|for) (?:that|this|it|the (?:trouble|bother|hassle|inconvenience|confusion|change)|changing(?: it)?))?|my (?:bad|mistake|apologies)|apologies|ขอ?โทษ(?:ที|ทีๆ|ที่รบกวน|ที่เปลี่ยนใจ|ที่ยุ่งยาก)?|โทษที|ขออภัย|すみません(?:でした)?|すいません(?:でした)?|ごめんなさい|申し訳(?:ない|ありません|ございません)(?:でした|です)?|お手数(?:を)?おかけ(?:し(?:ます|ました))|不好意思|抱歉|对不起|對不起)(?:[\s,.!~。、！…]|ค่ะ|คะ|ครับ|คับ|ค้าบ|จ้า|จ้ะ|นะ|น้า|ด้วย|จริง\s?ๆ|ๆ|มาก|guys|again|🙏|😅|😂)*$/u
/** 'Sorry about that', and nothing else. */
export const saysSorry = (said: string): boolean => SORRY.test(tidy(said))

const PLEASED = whole(
  "(?:(?:great|lovely|perfect|awesome|amazing|fab(?:ulous)?|brilliant|wonderful|cool|nice|super|yay|woo ?hoo|ok(?:ay)?|thank you|cheers|that(?:'s|s| is) (?:great|lovely|perfect|wonderful|brilliant|good news|a relief))[\\s,.!]*)*(?:(?:(?:we|i) )?(?:can'?t|cannot|can hardly) wait|(?:(?:we(?:'re| are)|i'?m|i am|really|so|very|much)\\s)*(?:looking forward(?: to (?:it|that|this|seeing (?:you|u)|the (?:day|trip|class|game|round)))?|excited|happy|pleased|relieved)(?: (?:now|about (?:it|this)))?|see (?:you|u|ya)(?: (?:all|then|there|soon|tomorrow|on [a-z]+))*|(?:great|lovely|perfect|awesome|amazing|brilliant|wonderful|yay|woo ?hoo|that(?:'s|s| is) (?:great|lovely|perfect|wonderful|brilliant|good news|a relief)))|(?:เย้+|เยี่ยม(?:เลย|มาก)?|สุดยอด(?:เลย)?|ดีมาก(?:เลย)?|ดีใจ(?:จัง|มาก|เลย)?|โล่ง(?:ใจ|อก)?(?:เลย|จัง)?|ตื่นเต้น(?:จัง|มาก|เลย)?|(?:จะ)?(?:ตั้งตา)?รอ(?:เลย|นะ|อยู่นะ)|แล้ว(?:เจอ|พบ)กัน|เจอกัน|ๆ|\\s)+|(?:(?:とても|すごく|今から|当日を)?楽しみ(?:です|に(?:して(?:い|お)?(?:ます|ります)))|わくわくします|(?:それは)?(?:よかった|良かった)(?:です)?|(?:ほっと|安心)しました|嬉しいです|最高です|(?:では)?(?:当日|また)?(?:お待ちして(?:い|お)(?:ます|ります)|よろしくお願い(?:いた)?します))(?:ね|。)*|太好了|期待",
)
/** 'Great, can’t wait!!', 楽しみにしています, แล้วเจอกันค่ะ: said of what was just arranged, and asks nothing. */
export const isPleased = (said: string): boolean =>
  PLEASED.test(tidy(said).replace(/\p{Extended_Pictographic}|\uFE0F/gu, ''))

const BOT = whole(
  '(?:hey )?(?:are|r) (?:you|u) (?:a |an )?(?:real |actual )?(?:bot|robot|ai|human|person|machine|chatgpt)(?: or (?:a )?(?:bot|human|person|real|robot))?|(?:is (?:this|it)|am i (?:talking|speaking|chatting) (?:to|with)) (?:a |an )?(?:real |actual )?(?:bot|robot|ai|human|person|machine)(?: or (?:a )?(?:bot|human|person|robot))?|(?:นี่|อันนี้|ที่ตอบ(?:อยู่)?(?:นี่)?)?(?:เป็น|คือ|ใช่|คุย(?:กับ|อยู่กับ)?)?(?:บอท|บอต|คน(?:จริง(?:ๆ)?)?|ai|เอไอ|หุ่นยนต์)(?:หรือ(?:คน|บอท|บอต))?(?:ตอบ)?(?:ป่ะ|ปะ|ป่าว|เปล่า|ไหม|มั้ย|หรอ|เหรอ|หรือเปล่า|รึเปล่า)(?:เนี่ย|นี่|อะ|อ่ะ)?|(?:これは|あなたは)?(?:ボット|ロボット|ai|人間|人)(?:です(?:か|よね)|なの)|你是(?:机器人|真人|人工)吗?',
)
/** 'Are you a bot?' */
export const asksIfBot = (said: string): boolean => BOT.test(tidy(said))

const THERE = whole(
  '(?:(?:hello|hi|hey)[\\s,.!?]*)*(?:(?:is |are )?(?:there )?(?:any(?:one|body)|some(?:one|body)|you(?: guys)?|your team)(?: (?:still|even|actually))?(?: (?:there|here|around|online|home|awake|listening|reading(?: this)?|alive))|any(?:one|body)|you there|(?:is |will )?any(?:one|body) (?:going to |gonna )?(?:answer|reply|respond|help)(?:ing)?(?: (?:me|us))?|why (?:is |does )?(?:no(?:body| one)|no-one) (?:answer|reply|respond)(?:ing|s)?(?: (?:me|us))?|hello\\?+(?: hello\\?*)*)' +
    '|(?:เงียบ(?:เลย|จัง|ไป|กริบ)*|ฮัล+โหล+|ทำไมเงียบ|แอด(?:มิน)?|พี่|คือ|นี่|\\s)*(?:(?:ยัง)?มี(?:ใคร|คน|แอดมิน|แอด|พนักงาน|เจ้าหน้าที่)(?:อยู่|ตอบ|ดู|เฝ้า|ว่าง)?(?:แชท|แชต)?(?:บ้าง)?(?:ไหม|มั้ย|มั๊ย|ปะ|ป่ะ|ป่าว|เปล่า)(?:เนี่ย|อะ|อ่ะ)*|(?:ยัง)?อยู่(?:ไหม|มั้ย|มั๊ย|ปะ|ป่ะ|ป่าว|หรือเปล่า)|หายไปไหน(?:กัน)?(?:หมด)?|ไม่มี(?:ใคร|คน)(?:ตอบ|อยู่)(?:เลย)?(?:หรอ|เหรอ)?|เงียบ(?:เลย|จัง|ไป|กริบ)+)' +
    '|(?:すみません[、。]?|もしもし[、。]?)*(?:誰か|だれか|どなたか)?(?:見て|読んで)?(?:います|いません|いらっしゃいます|いらっしゃいません|おられます)か|(?:返事|返信)(?:が|は)?(?:ない|ありません|まだ)(?:です|の(?:です)?)?か?|聞こえ(?:て)?ますか|(?:有人|在)(?:在)?(?:吗|嗎|么)',
)
/** 'Is anyone there?' */
export const asksIfThere = (said: string): boolean => THERE.test(tidy(said).replace(/^hello[\s!.]*$/, ''))

/** Every run is taken whole: were it divisible, 5555… with a word behind it would be tried in all its divisions, and nobody else answered for hours. */
const LAUGHTER =
  /^(?:5{3,}(?!5)\+*|ฮ่า+ๆ*|(?:ha){2,}(?!ha)h?|(?:he){2,}(?!he)|lo+l+(?!l)|lmao|rofl|w{3,}(?!w)|草|笑|哈{2,}(?!哈)|[😂🤣😆😄😁😅😹\s])+$/u
/** '555', 'haha', 笑. */
export const isLaughter = (said: string): boolean => LAUGHTER.test(tidy(said))

const WHAT_WE_DO = whole(
  "(?:so |and |hi,? |hello,? )*what (?:do|does|can|is it) (?:you|u|this (?:shop|company|account|place))(?: guys| people)?(?: (?:do|sell|offer|help(?: me)? with|provide))(?: here)?|what (?:is|'?s) (?:this|your (?:business|company|service|shop))(?: about)?|what services(?: do you (?:have|offer|provide))?|(?:แล้ว|ว่าแต่)?(?:ร้าน|เพจ|บริษัท|ที่)?(?:นี่|นี้|เค้า|เขา)?(?:ขาย|ทำ|รับทำ|บริการ|ให้บริการ)(?:เกี่ยวกับ)?อะไร(?:บ้าง|หรอ|เหรอ|อะ|อ่ะ|กัน)*|(?:何|なに)を(?:売って|して|やって|扱って)(?:い)?(?:る(?:お店|会社|の|ん)?(?:です)?|ます)か|どんな(?:お店|会社|サービス)ですか|你们(?:是)?(?:卖|做)什么(?:的)?",
)
/** 'What do you sell?' */
export const asksWhatWeDo = (said: string): boolean => WHAT_WE_DO.test(tidy(said))

const ABUSE =
  /เหี้ย|สัส|สัด(?![ส่])|ควย|แม่ง|เชี่ย|ห่วย(?:แตก)?|ส้นตีน|กระจอก|เฮงซวย|โคตรแย่|แย่(?:มาก|สุด)|ไม่ได้เรื่อง|โกง(?:เงิน)?(?:กัน)?|\b(?:fuck(?:ing|ed)?|shit(?:ty)?|bullshit|wtf|damn|crap|scam(?:mers?)?|useless|pathetic|terrible|worst|disgusting|rubbish|ridiculous|joke)\b|ふざけ(?:るな|んな)|最悪|詐欺|ひどすぎ|馬鹿にし|いい加減にし|垃圾|骗子|太差/i
const MOST_OF_ANGER = 60
/** Anger, and nothing in it that could be looked into. */
export const isAnger = (said: string): boolean => {
  const words = tidy(said)
  return words.length <= MOST_OF_ANGER && ABUSE.test(words) && !/\d/.test(words)
}

const HAGGLES =
  /(?<!ยอด|ฟอล|วิว|ไลก์|ไลค์|ซับ)ลด(?:ราคา)?(?:ได้|หน่อย|ให้|อีก|เหลือ|กี่|เท่าไ)|ส่วนลด|ต่อ(?:ราคา|ได้)(?:ไหม|มั้ย|อีก)|ถูกกว่านี้|ราคาพิเศษ|ขอราคา(?:ดี|มิตร)|(?<![a-z])(?:discounts?|cheaper|best price|better (?:price|deal|rate)|lower (?:the )?price|(?:any|a) (?:deal|promo)|knock (?:something|a bit) off|reduce the price|price match)(?![a-z])|割引|値引|値下げ|安く(?:なり|して|でき)|まけて|便宜(?:点|一点|些)|打折|优惠/i
/** 'Any discount?', ลดหน่อยได้ไหม, 安くなりますか. */
export const haggles = (said: string): boolean => said.length <= 100 && HAGGLES.test(tidy(said))
