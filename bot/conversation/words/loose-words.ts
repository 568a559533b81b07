/** What people say among other words, in their own words: asked of the place in the talk where it can be meant. */

const plainly = (said: string): string => said.trim().replaceAll('’', "'")

const COURTESY_FIRST =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|cheers|got it|noted|al(?:l )?right|cool|ok(?:ay)?|great|nice|perfect|sorry|สวัสดี|หวัดดี|ขอบคุณ(?:มาก)?|ขอบใจ|ขอโทษ|โทษ(?:ที)?|โอเค|こんにちは|こんばんは|おはようございます|はじめまして|ありがとう(?:ございます|ございました)?|すみません|你好|您好|谢谢|謝謝|好的)(?: there| again| team)?(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ|จ๊ะ|นะ|ๆ|[\s.,!、。！，~])+)+/i
const LEAST_LETTERS = 5

/** What is left to be understood after a greeting or thanks; nothing when that is all there is. */
export function afterCourtesy(said: string): string | undefined {
  const words = plainly(said)
  const rest = words.replace(COURTESY_FIRST, '')
  return rest.length < words.length && rest.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST_LETTERS ? rest : undefined
}

const PERSON =
  /\b(?:(?:speak|talk|chat|connect me|put me through|transfer me|get me)(?: directly)? (?:to|with)?\s?(?:a |an |the |my |your |some(?:one|body)?\s?|real |actual |live )*(?:human|person|people|agent|staff|manager|someone|somebody|representative|rep|advisor|adviser|operator|admin)|(?:real|actual|live) (?:human|person|agent)|human (?:please|agent|being)|not a (?:bot|robot|machine)|(?:call|ring|phone) me(?: back)?(?: please)?$|you(?:'re| are)? (?:not|n't) (?:understanding|listening|helping)|you (?:don't|do not|didn't) (?:understand|get (?:me|it|this))|this (?:bot|is) (?:useless|not helping))/i
const PERSON_THAI =
  /(?:ขอ|อยาก|ช่วย|รบกวน)(?:ให้)?(?:คุย|พูด|ติดต่อ|สาย|เรียก|ตาม)?(?:กับ)?(?:แอดมิน|เจ้าหน้าที่|พนักงาน|คนจริง|คน(?=$|\s|ค่ะ|ครับ|หน่อย|จริง|ก่อน)|ผู้จัดการ|หัวหน้า|ทีมงาน)|(?:คุย|พูด)กับ(?:คน(?!ขับ)|แอดมิน|เจ้าหน้าที่|พนักงาน)|ไม่(?:อยาก|เอา)(?:คุยกับ)?บอท|บอท(?:ไม่เข้าใจ|ไม่รู้เรื่อง|คุยไม่รู้เรื่อง)|(?:คุย|พูด)ไม่รู้เรื่อง|โทร(?:หา|กลับ)(?:หน่อย|ได้ไหม|ได้มั้ย|ที)/
const PERSON_EAST =
  /(?:担当者?|スタッフ|オペレーター|人間|係の人|責任者)(?:の方)?(?:と|に)?(?:直接)?(?:話|つな|繋|代わ|替わ|相談|お願い)|人と話|話が通じ|电话联系|(?:转|轉|找|要)?人工(?:客服|服务)?|真人|(?:和|跟)(?:人|客服|工作人员)(?:说|聊|谈)/

/** A wish for a person, or despair of the machine, in their own words. */
export const asksForPerson = (said: string): boolean => {
  const words = plainly(said)
  return words.length <= 120 && (PERSON.test(words) || PERSON_THAI.test(words) || PERSON_EAST.test(words))
}

const GOES_BACK =
  /(?:^|[.!,。！、]\s*|\b(?:ok(?:ay)?|and|then|now|so|let'?s|please|can we|shall we)\s)(?:continue|carry on|go on|resume|go back|get back)(?: (?:with|to)\b|[\s,.!]|$)|^(?:ok(?:ay)?[\s,]*)?(?:now |(?:let'?s |can we )?(?:go |get ))?back to \w|(?:^|[.!,。！、\s])(?:back to (?:the|my|our|that)|as for (?:the|my|our)|now (?:the|my|our|about) |(?:about|with|for) (?:the|my|our) (?:booking|order|table|trip|tour|request|visit|class|dinner|hotel|transfer))|กลับมา(?:ที่|เรื่อง|จอง|ต่อ)?|จองต่อ|ต่อ(?:เลย|นะ|ได้|ค่ะ|ครับ|จาก)|(?:^|\s)(?:แล้ว)?ส่วน(?!ลด|ตัว|ใหญ่|ต่าง)|เรื่องจอง|続け|続き|先ほどの予約|さっきの予約|予約の(?:方|ほう|件)|继续|接着|回到/i

/** 'Thank you. Continue, …', 'ส่วนอิโตฮะ…': back to what was under way before. */
export const goesBack = (said: string): boolean => GOES_BACK.test(plainly(said))

const TAKES =
  /^(?:(?:ok(?:ay)?|yes|yep|sure|i'?ll|we'?ll|let'?s|โอเค|ได้|งั้น|はい|じゃあ?|では)[\s,、]*)*(?:take (?:it|that(?: one)?|this(?: one)?)|this one|that one|the first(?: one)?|first one|go with (?:it|that|this)|that(?:'s| is) fine|(?:เอา|เลือก|จอง|ขอ)(?:อัน|รอบ|วัน|ตัว|แพ็กเกจ|ทริป|โปรแกรม)?(?:นี้|นั้น|แรก|นี้แหละ)|(?:อัน|รอบ|วัน)(?:นี้|แรก)(?:แหละ|ได้|เลย)?|(?:それ|これ|その日|最初の(?:もの|やつ|日)?)(?:で|に|が|を|、)?(?:[1１一][件つ個本])?(?:で|を)?(?:お願い(?:し|いたし)ます|します|いいです|大丈夫です)?|就(?:这个|這個|那个)|(?:要)?(?:这个|這個|第一个))(?:ค่ะ|คะ|ครับ|คับ|จ้า|เลย|นะ|ก็ได้|please|thanks|[\s.!。])*$/i

/** 'This one', to a choice that was put before them. */
export const takesIt = (said: string): boolean => TAKES.test(plainly(said))

const WITHOUT =
  /^(?:no (?!(?:thanks?|thank|not|that|it|this|wrong|change|way|need|i|we|you|the)\b)[a-z]{3,}|ไม่(?:มี|กิน|ทาน|ใส่|เอา|แพ้|ต้องการ)[ก-๙]{2,})/i

/** 'No kids', 'ไม่ทานหมู': begins like a no, and says something else. */
export const saysWithout = (said: string): boolean => WITHOUT.test(plainly(said)) && !LETS_GO.test(plainly(said))

const NTH =
  // said alone, it is their first time
  /^(?!first time[\s.!]*$)(?:(?:ok(?:ay)?|yes|i'?ll take|we'?ll take|take|go (?:with|for)|(?:just|only) (?:her|him|me|us)|let'?s (?:do|take|go (?:with|for))|เอา|ขอ|เลือก|จอง|はい)[\s,、]*)*(?:(?:the )?(first|second|third|fourth|last)(?: (?:one|date|day|time|slot|option|class|trip|tour))?|(?:อัน|รอบ|วัน|ตัว|แพ็กเกจ|ทริป|โปรแกรม|ข้อ)(?:ที่\s?)?(แรก|หนึ่ง|สอง|สาม|สี่|สุดท้าย)|([1-4一二三四])(?:番目|つ目|個目)(?:の(?:日|もの|やつ))?|(最初|最後)の(?:日|もの|やつ)?|第([一二三四])(?:个|個))(?:でお願いします|にします|ค่ะ|คะ|ครับ|คับ|เลย|นะ|please|thanks|[\s.!。])*$/i
const RANKS: Record<string, number> = Object.fromEntries(
  [
    ['first', 'แรก', 'หนึ่ง', '1', '一', '最初'],
    ['second', 'สอง', '2', '二'],
    ['third', 'สาม', '3', '三'],
    ['fourth', 'สี่', '4', '四'],
  ].flatMap((names, rank) => names.map((name) => [name, rank])),
)

/** Which of a list is meant by its place in it: 0 is the first, -1 the last. */
export function nthMeant(said: string): number | undefined {
  const name = NTH.exec(plainly(said))?.slice(1).find(Boolean)?.toLowerCase()
  return name === undefined ? undefined : (RANKS[name] ?? -1)
}

const SENDS =
  /^(?:(?:ok(?:ay)?|yes|yep|โอเค|ได้|ใช่|はい)(?:ค่ะ|ครับ)?[\s,、]*)*(?:それで|これで)?(?:(?:please )?(?:send|submit|book|confirm|request|order|place)(?: (?:it|that|the order|now))?|ส่ง(?:เลย|ได้เลย|ไปเลย)?|จองเลย|จอง|สั่งเลย|ยืนยัน|送って(?:ください)?|送信(?:して(?:ください)?|で(?:お願い(?:し|いたし)ます|大丈夫(?:です)?|いい(?:です)?|OK(?:です)?|問題(?:ない|ありません)(?:です)?))?|予約して(?:ください)?|发送|提交|确认|預訂|预订吧)(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ|เลย|นะ|please|now|[\s.!。])*$/i

/** 'Send it': says more than a yes, which may be meant for any question. */
export const sendsIt = (said: string): boolean => SENDS.test(plainly(said))

const BOOKS_IT =
  /^(?:(?:ok(?:ay)?|yes|yep|great|perfect|fine|sure|so|then|al(?:l )?right|cool|sounds good|lovely|โอเค|ได้|งั้น|はい|では|じゃあ?)(?:ค่ะ|ครับ)?[\s,、!.]*)*(?:(?:please )?(?:put|sign|book|count|pencil) (?:me|us)(?: all)? (?:down|up|in)|(?:i|we)(?:'ll| will) (?:take|book|have) (?:it|that|those|them)|let'?s (?:book|do|order)(?: it| that)?|(?:please )?(?:do|order|place) (?:it|that)|go ahead(?: (?:and (?:book|reserve|order|do) |with )(?:it|that|this(?: one)?|them))?|yes please|เอา(?:เลย|อันนี้(?:เลย)?)?|จัด(?:เลย|ไป|มา|ให้เลย)|สั่งเลย|(?:それ(?:で|を)?)?お願い(?:します|いたします|できますか)|頼みます|就要这个|下单吧|(?:please )?(?:reserve|book|arrange) (?:it|that|them|those)|จอง(?:ให้|ไว้)?(?:เลย|ได้เลย)?|ลงชื่อ(?:ให้|ไว้)?(?:เลย)?|เอาตาม(?:นี้|นั้น)|จัดการ(?:ให้)?(?:เลย|ได้เลย)|(?:それで|これで)?(?:申し込みます|予約します|手配をお願いします))(?: (?:for (?:us|me|it|that|the .{3,30})|please|then|now|thanks?|thank you))*(?:ค่ะ|คะ|ครับ|คับ|จ้า|เลย|นะ|[\s.!。])*$/i

/** 'Put us down for the first date you have': over the finished request that is a yes. */
export const booksIt = (said: string): boolean => BOOKS_IT.test(plainly(said))

const LETS_GO =
  /(?:ไม่(?:ไป|จอง|เอา|สั่ง|ต้อง|เป็นไร)(?:กัน)?(?:แล้ว|ละ|ล่ะ)|(?:ขอ)?ยกเลิก(?:ก่อน|นะ|ค่ะ|ครับ|เลย|ไป)|(?<!เตือน|บอก|แจ้ง|จอง|ล็อ[กค]|เก็บ|จด|โน้ต|เผื่อ|กัน|ขอ|ถาม|ฝาก|ลง)ไว้(?:ก่อน|คราวหน้า|ทีหลัง|วันหลัง)|ได้(?:ที่|ที่อื่น|แล้ว)แล้ว|เปลี่ยนใจ(?:แล้ว|ไม่)|ช่างมัน|\b(?:never ?mind|(?:forget|scrap) (?:it|that|this|about (?:it|that))|(?:let'?s )?start (?:over|again|afresh|from scratch)|(?:we|i)(?:'re| are|'m| am)? not (?:going|coming)(?: any ?more)?|don'?t (?:need|want) (?:it|this|that) any ?more|found (?:one|another|somewhere)(?: else)?|some other time|another time|maybe later|not any ?more|(?:let'?s )?(?:drop|leave|scrap) it|changed? (?:my|our) minds?$)|やめ(?:ます|ておき|とき)|また(?:今度|にします|の機会)|キャンセルで|見送り|(?:算了|不(?:用|要|去|订)了|下次(?:吧|再说)))/i
const MOST_OF_FAREWELL = 80
/** 'The trip that was called off', 'if that cannot be, cancel': nothing is given up. */
const OF_WHAT_WAS =
  /ที่(?:ขอ|โดน|ถูก)?ยกเลิก|ยกเลิก(?:ไป)?(?:แล้ว|ตั้งแต่|เมื่อ)|ถ้า|หาก|ไม่งั้น|(?:なら|ければ|なければ|場合)[、,]?キャンセル|\bif\b|\botherwise\b|(?<!ได้)(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|ป่าว)(?:คะ|ค่ะ|ครับ|คับ|\s)*$|如果|要是/i

/** The booking that is being written down is given up, said with more words than a cancel. */
export const letsItGo = (said: string): boolean => {
  const words = plainly(said)
  return (
    words.length <= MOST_OF_FAREWELL &&
    LETS_GO.test(words) &&
    !OF_WHAT_WAS.test(words) &&
    !/\d|แต่|\bbut\b|けど|rather|instead|เป็น(?!ไร)/.test(words)
  )
}

const LEAVES_OPEN =
  /\b(?:(?:you|u) (?:recommend|suggest|choose|decide|pick|tell (?:me|us))|(?:any|your) (?:recommendations?|suggestions?|ideas?)|ideas(?=\?)|anywhere|surprise (?:me|us)|open to (?:ideas|suggestions|anything)|up to (?:you|u))\b|ที่ไหนก็ได้|ไหนก็ได้|แล้วแต่(?:เลย|ทีม|แอด|พี่)?|แนะนำ(?:หน่อย|ให้|ที|มา|ได้|เลย)|ช่วยแนะนำ|どこでも|(?:おすすめ|オススメ|お勧め)|お任せ|おまかせ|推荐|推薦|随便|都可以/i

/** 'Anywhere', 'you recommend': where to is left to us. */
export const leavesOpen = (said: string): boolean => LEAVES_OPEN.test(plainly(said))

const THINKS =
  /\b(?:let (?:me|us) (?:think|check|ask|see|talk)|(?:i|we)(?:'ll| will|'d| would like to| need to| have to| must| want to|'ve got to)? (?:think (?:about it|it over|on it)|sleep on it|(?:ask|check with|talk to|discuss (?:it )?with) (?:my|our|the) |get back to you|come back (?:to you|later)|let you know)|(?:give (?:me|us)|need) (?:a|some) (?:moment|minute|while|time|day|sec(?:ond)?)|hold on|one moment|just a (?:moment|minute|sec(?:ond)?))\b|ขอ(?!(?:ดู|ถาม|เช็[กค])(?:เรื่อง)?(?:ราคา|เรต|เรท))(?:กลับ|ไป|เอา)*(?:คิด|ปรึกษา|ตัดสินใจ|ถาม(?!ว่า|หน่อย)|เช็[กค]|ดู|คุย)[ก-๙]{0,24}?(?:ก่อน|แป๊บ)|เดี๋ยว(?:มา|กลับมา|ค่อย|แจ้ง|บอก|ทัก)|^(?:ขอ|รอ)?(?:เดี๋ยว|แป[๊๋]?[ปบ]|สักครู่|ซักครู่)(?:นึง|หนึ่ง|เดียว|ก่อน|นะ|น้า|ๆ|\s|ค่ะ|คะ|ครับ|คับ|จ้า)*$|^(?:(?:wait|hang on|sec|one sec|1 sec|brb|gimme a (?:sec|min))\b[\s,.!]*)+$|^(?:ちょっと|少々|少し)?(?:お?待って|お待ち)(?:ください|下さい|ね)?[。!]*$|แป๊บ(?:นึง|หนึ่ง)|รอ(?:ก่อน|แป๊บ)|考え(?:ます|させて|てみ)|検討(?:します|させて|中)|相談(?:します|させて|して(?:から|み|また))|確認して(?:から|み)|後(?:ほど|で)(?:連絡|返事|お返事|また)|ちょっと待って|(?:让|讓)?我?(?:想想|想一下|考虑一下|考慮一下|商量一下)|稍等|等一下/i
const MOST_OF_A_PAUSE = 60
/** 'Can I come back tomorrow?': when they will say, and no day of what they book. */
const SAYS_LATER =
  /\b(?:(?:can|could|may|shall) (?:i|we)|(?:i|we)(?:'ll| will|'d)?) (?:come back|get back|reply|answer|confirm|decide|let you know|tell you|message you|write again)(?: to you)?(?: on it| about it)?(?: (?:later|tomorrow|tonight|next week|in a (?:bit|day|while)|after (?:work|lunch)))?\s*\??|(?:เดี๋ยว|ไว้|ขอ|ค่อย)?(?:พรุ่งนี้|คืนนี้|เย็นนี้|มะรืน(?:นี้)?|ทีหลัง)(?:ค่อย|จะ|ขอ)?(?:มา)?(?:ตอบ|บอก|แจ้ง|คอนเฟิร์ม|ทัก)(?:ใหม่|อีกที|กลับ)*(?:ได้(?:ไหม|มั้ย))?|(?:เดี๋ยว|ไว้|ค่อย|ขอ)(?:ค่อย|จะ|มา)*(?:ตอบ|บอก|แจ้ง|คอนเฟิร์ม)(?:ใหม่|อีกที|กลับ|ทีหลัง|พรุ่งนี้)+(?:ได้(?:ไหม|มั้ย))?|(?:明日|後日|後ほど|あとで|今晩)(?:また|改めて)?(?:お?返事|連絡|ご連絡|お答え)(?:し(?:ます|ても(?:いい|よろしい)です?か)|させて(?:ください|いただきます))|(?:明天|晚点|晚點|回头)再?(?:回复|答复|告诉|確認|确认)(?:你|您)?(?:可以吗|吗)?/i

/** 'Don't sign me up yet, I have to wait for payday', 'I'll have a think'. */
const NOT_YET =
  /\b(?:don'?t|do not) (?:sign|book|put|enrol+|reserve|order|send)(?: (?:me|us|it|that))?(?: (?:up|down|in))?(?: just)? yet\b|\b(?:will|i'?ll|we'?ll) (?:message|text|write|ping|contact)(?: you| u)? (?:again|back|later)\b|\bwait (?:for|until|till) (?:my )?(?:pay ?day|salary)\b|\b(?:have|having) a (?:little )?think\b|(?:อย่าเพิ่ง|ยังไม่ต้อง)(?:จอง|ลง|สั่ง|ส่ง)|รอเงินเดือน(?:ออก)?(?:ก่อน)?|(?:ขอ)?(?:เอา)?เข้า(?:ที่)?ประชุม(?:กัน|พี่น้อง|ครอบครัว|ที่บ้าน)*ก่อน|給料(?:が)?(?:入|出)(?:ったら|てから)|まだ(?:申し込み|予約|注文)(?:しないで|はしません)/i
const MOST_OF_NOT_YET = 100

/** Whom they ask first is one of theirs. */
const ASKS_THEIR_OWN = /(?:คุย|ปรึกษา|ถาม)(?:กับ)?[ก-๙]{2,24}ก่อน|\b(?:my|our)\b|してから/i

/** 'Let me think about it', ขอคิดดูก่อน, 検討します: the question may wait, and nothing is given up. */
export const thinksItOver = (said: string): boolean => {
  const words = plainly(said)
  const rest = words.replace(SAYS_LATER, ' ')
  return (
    ((words.length <= MOST_OF_A_PAUSE && (rest !== words || THINKS.test(words))) ||
      (words.length <= MOST_OF_NOT_YET && NOT_YET.test(words))) &&
    !/\d|[?？]/.test(rest) &&
    (!asksForPerson(words) || ASKS_THEIR_OWN.test(words))
  )
}

const SOONEST =
  /^(?:(?:the |your )?(?:very )?(?:next|soonest|earliest|nearest|closest|first available)(?: (?:available|possible|open))?(?: (?:one|departure|date|day|time|tee[ -]?time|tee[ -]?off|morning (?:one|time|slot)|slot|tour|trip|class|round|run|start|possible|available))?(?: (?:you have|there is|possible|available))?|as soon as (?:possible|you can)|asap|whichever (?:is|comes) (?:first|next|soonest)|(?:ขอ|เอา|จอง|ไป)?(?:รอบ|วัน|เที่ยว|ทริป|คลาส)?(?:ที่)?(?:ถัดไป|ต่อไป|หน้าสุด|เช้า(?:ที่)?สุด|เร็ว(?:ที่)?สุด|ใกล้(?:ที่)?สุด|ไว(?:ที่)?สุด|แรกสุด)(?:เลย|ที่มี|ที่ว่าง|เท่าที่มี)*|(?:一番|いちばん|最も)(?:早い|近い)(?:日(?:程|にち)?|もの|回|便|の|時間(?:帯)?|時刻|スタート(?:時間)?|枠|組|ティータイム|出発(?:日)?|やつ|ツアー)?|最短(?:の?(?:日(?:程)?|回))?|次(?:の)?(?:回|便|出発(?:日)?|日程|ツアー)|(?:なる|出来る|でき)(?:べく|るだけ)早(?:く|い(?:日|の))|最(?:早|近)的?(?:一(?:班|天|个|团)|日期|那天)?|下一(?:班|团|期))$/i
const ROUND_SOONEST =
  /^(?:(?:ok(?:ay)?|yes|please|just|i'?ll take|we'?ll take|let'?s (?:do|take|go for)|i'?d like|we'?d like|can (?:i|we) (?:have|take|get)|on|for|โอเค|งั้น|はい|では|じゃあ?)[\s,、]*)+|(?:[\s,.!。、~…]|please|pls|thanks?|thank you|ค่ะ|คะ|ครับ|คับ|นะ|จ้า|เลย|お願い(?:いたします)?|いいです|します|です|を|で|に)+$/gi

/** 'Next departure please', รอบถัดไป, 一番早い日: whichever comes first of what is on sale. */
export const wantsSoonest = (said: string): boolean => SOONEST.test(plainly(said).replace(ROUND_SOONEST, ''))

const HOW_TO_BOOK =
  /^(?:(?:so|ok(?:ay)?|great|and|then)[\s,]+)*(?:how|where) (?:do|can|should) (?:i|we) (?:sign up|book|join|enrol+|register|reserve|apply|order)\b.{0,30}$|^(?:แล้ว|ถ้า|งั้น)?(?:จะ|อยาก|สนใจ)?(?:สมัคร|จอง|ลงทะเบียน|ลงเรียน|สั่ง)(?:เรียน|ซื้อ)?(?:ได้)?(?:ยังไง|อย่างไร|ที่ไหน|ตรงไหน|ทางไหน)[ก-๙\s]{0,10}$|^(?:どう(?:やって|すれば)?|どこ(?:で|から))?(?:申し?込(?:み|め|む)|予約)(?:は|方法は|できますか|すれば|ばいい|どう).{0,16}$|^怎么(?:报名|预订|预约|下单)/i

/** 'How do I sign up?' is as good as a wish to. */
export const asksHowToBook = (said: string): boolean => HOW_TO_BOOK.test(plainly(said))
