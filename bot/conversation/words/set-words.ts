import type { Language } from '../../../api/tenants/schema.ts'
import { readCancel } from '../../../api/triage/slots/yes-no.ts'
import { copyIn } from '../../copy/copy.ts'
import { lately } from './lately.ts'

/** Words that mean one thing wherever they are said, and need no engine to be understood. */

const POLITE = '(?:ค่ะ|คะ|ค่า+|ครับ|คับ|ค้าบ+|คร้าบ+|จ้า+|นะ|น้า+|เลย|please|です|ます|ください|お願いします|[\\s.,!?。、！~])*'
const whole = (source: string) => new RegExp(`^(?:${source})${POLITE}$`, 'i')

const GREETING = whole(
  'hi+(?: there)?|hiya+|hello+(?: there)?|hey+(?: (?:there|you))?|yo+|sup|good (?:morning|afternoon|evening)|(?:ส?วั|หวั)ส?ดี(?:จ้า+|จร้า+)?|หวัดดี(?:จ้า+|จร้า+)?|(?:ขอ)?ทัก(?:แชท|แชต|มา|หน่อย)?|ดี(?=ค่ะ|ครับ|จ้า)|ดี(?:จ้า+|ฮะ)|โย่+ว*|ฮัล+โหล+|ฮาย|เฮ้+|やあ|どうも(?=です)|もしもし|こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|(?:你|您)好(?:啊|呀)?|早上好|下午好|晚上好|哈喽|哈囉',
)
const THANKS = whole(
  '(?:ok(?:ay)?,? )?(?:thanks?|thank you|thx|ty|cheers(?: (?:mate|guys|man|then|all))?|nice one|many thanks|merci(?: beaucoup| bien)?|danke(?: sch(?:ö|oe)n| sehr)?|vielen dank|(?:muchas |mil )?gracias|grazie(?: mille)?|obrigad[oa]|terima kasih)(?: (?:you|so much|very much|a lot|again))*|ขอบ(?:คุณ|ใจ)(?:มาก)?(?:ๆ)?|แต้ง(?:กิ้ว)?|แต๊ง(?:กิ้ว)?|แทงค์(?:กิ้ว)?|どうも|(?:どうも)?ありがとう(?:ございます|ございました)?|感謝します|(?:早い|はやい|素早い|さすが)?[!！、。]?(?:とても|本当に)?助か(?:ります|りました)|(?:好的?[,，]?)?(?:谢谢|謝謝)(?:你|您|啦|了)?|多谢|多謝|非常感谢|非常感謝',
)
const ACKNOWLEDGED = whole(
  '(?:(?:ค่ะ|คะ|ครับ|คับ|จ้า+)[\\s,]*)?(?:ok(?:ay|ie|ey)?|k|alright|all right|got it|noted|understood|i see|will do|sure|cool|great|perfect|fine|no problem|👌|👍|🙏|โอเค(?:จ้า+|ค้าบ+|คร้าบ+)?|โอเช|อ(?:๋)?อ|อืม+|ได้|รับทราบ|ทราบแล้ว|(?:จะ)?รอ(?:ได้|อยู่)?(?=(?:นะ|ค่ะ|ครับ|จ้า|น้า|เลย))|เข้าใจแล้ว|ตามนั้น|ดี|เยี่ยม|はい|ええ|うん|了解(?:です|しました)?|承知(?:です|しました|いたしました)?|(?:分|わ)かりました|好的?|知道了|收到)(?:[\\s,]*(?:ok(?:ay)?|got it|โอเค|จ้า+|ค้าบ+|แล้ว|👌|👍|🙏))*',
)

const RESUME = whole(
  "continue|go on|resume|carry on|let'?s (?:continue|go on)|(?:go )?back to (?:my|the|our) booking|(?:ขอ)?(?:ต่อ|จองต่อ|ไปต่อ|ทำต่อ|กลับไปจองต่อ|ทำรายการต่อ)|続き(?:を)?|続け(?:る|て|ます|たい)|予約に戻(?:る|り|りたい)|予約の続き(?:を)?",
)

const REPEAT = whole(
  '(?:where (?:were|are) we(?: now)?|what (?:did you (?:just )?(?:ask|say)(?: me)?|was (?:that|the question|your question))(?: again)?|(?:can you |could you |please )?(?:repeat|say)(?: (?:that|it|the question))?(?: again)?|come again|pardon(?: me)?|ask me again)\\??|(?:เมื่อกี้|ตะกี้)?(?:บอท)?ถาม(?:ว่า)?อะไร(?:นะ|ไป)?|(?:ขอ|ช่วย)?(?:ทวน|ถาม)(?:คำถาม)?(?:ใหม่|อีกที|อีกครั้ง|อีกรอบ)?(?:หน่อย)?|(?:ว่า)?อะไรนะ|ว่าไงนะ|ขอคำถาม(?:อีกที|อีกครั้ง|ใหม่)|(?:え|えっ|はい|なに|何)[?？]|(?:え|えっ)?[、, ]?何(?:ですか|ですって|て)[?？]?|もう(?:一度|1度|いちど|一回)(?:聞いて|言って|質問して|教えて)?|何(?:でした|だった)っけ|(?:(?:さっき|先ほど|先程|今|いま|前)の?)?(?:ご)?質問(?:内容)?(?:は|って)?[、,]?(?:何|なん)(?:でしょう|でした|です)?(?:っけ|か(?:ね)?)?[？?]?|(?:さっき|先ほど|先程|今|いま)(?:は)?[、,]?(?:何|なに)を(?:聞|訊|尋)(?:いて(?:い)?(?:ました|ます)|きました|かれました|ねられました)か|(?:何|なに)を?(?:答え|お答えし)(?:れば|たら)(?:いい|よい|よろしい)(?:ん)?(?:です|でしょう)か|何を聞かれ.{0,8}|なんて言いました(?:か)?',
)
const APOLOGY =
  /^(?:(?:sorry|excuse me)[,.]? |ขอโทษ(?:ค่ะ|ครับ|นะ|ที|\s)*|(?:すみません|すいません|ごめんなさい|あの|えっと)[、,。\s]*)+/i
const STILL_BROKEN = whole(
  "(?:no,? )?(?:(?:but )?(?:it'?s|it is|that'?s)? ?still (?:not (?:working|fixed|solved|resolved|there|here|right|done|ok|credited|received)|missing|waiting for it|broken|the same|nothing|happening|wrong|doesn'?t work|isn'?t (?:working|fixed|there))|not (?:fixed|solved|resolved|working)(?: yet)?|(?:the )?same (?:problem|issue|thing)(?: again)?|it(?:'?s| has| is)? (?:happened again|happening again|back|broken again)|that did(?:n'?t| not) (?:help|work|fix it))(?: (?:yet|again|at all|for me))*|(?:ก็)?ยัง(?:คง)?(?:ไม่(?:ได้|หาย|เข้า|มา|ขึ้น|เดิน|เรียบร้อย|ดีขึ้น|ถูก|เสร็จ)|เหมือนเดิม|เป็น(?:อยู่|เหมือนเดิม)|ใช้ไม่ได้|มีปัญหา|พัง)(?:อยู่|เลย|อีก|เหมือนเดิม|เหมือนเก่า)*(?:น้อง|พี่|แอด(?:มิน)?)?|(?:ยัง)?(?:เหมือน|เท่า)เดิม(?:เลย)?|ไม่เห็น(?:จะ)?(?:เข้า|มา|ขึ้น|ได้|หาย)(?:เลย)?|ไม่หาย(?:เลย)?|เป็นอีก(?:แล้ว)?|(?:まだ|いまだに|やっぱり|やはり)(?:、)?(?:です|直り(?:ません|ません)|直って(?:い)?(?:ない|ません)|治って(?:い)?(?:ない|ません)|解決して(?:い)?(?:ない|ません)|できません|できない|だめ|ダメ|駄目|同じ|届きません|届いて(?:い)?(?:ない|ません)|反映され(?:ません|て(?:い)?ません)|使えません)|(?:直って|解決して)(?:い)?(?:ない|ません)|変わって(?:い)?(?:ない|ません)|変わりません|また同じ(?:問題|こと)?",
)
/** Somewhere in words that say more, too. */
const SAYS_STILL =
  /\bstill\b|\bagain\b|not (?:fixed|solved|resolved)|nothing (?:came|arrived|changed|happened)|no change|ยังไม่|(?:เหมือน|เท่า)เดิม|ยังเป็น|อีกแล้ว|ไม่หาย|ไม่เห็น(?:จะ)?(?:เข้า|มา|ขึ้น|ได้|หาย|เดิน|เปลี่ยน)|まだ|また|直って(?:い)?(?:ない|ません)|再び/i
const FORGET = whole(
  '(?:(?:thanks?|thank you|ok(?:ay)?|now|so|and|then|also)[.,!]? )*(?:please |can you |could you )*(?:(?:delete|erase|remove|wipe) (?:this|our|my|the)(?: whole| entire)? (?:chat|conversation|messages|chat history|history)(?: and (?:whatever|everything|anything|all)(?: that| else)?(?: you(?: have|.?ve)?(?: kept| saved| stored| got)?)?(?: (?:about|of|on) me)?)?|(?:delete|erase|remove) (?:everything|anything|whatever|all)(?: that)? you(?: have|.?ve)?(?: kept| saved| stored| got| know)?(?: (?:about|of|on) me)?)|(?:please )?(?:forget (?:about )?me|(?:delete|erase|remove) (?:all )?(?:of )?my (?:personal )?(?:data|information|details|info)|withdraw (?:my )?consent|i withdraw my consent|stop (?:storing|keeping) my (?:data|details))|(?:ขอ|ช่วย|กรุณา)*(?:ลบ|ลืม)(?:ข้อมูล(?:ส่วนตัว|ส่วนบุคคล)?(?:ทั้งหมด)?(?:ของ)?(?:ฉัน|ผม|หนู|เรา|ดิฉัน|พี่)?(?:ทั้งหมด|ด้วย|ออก|หน่อย|ให้)*|(?:ฉัน|ผม|หนู|เรา)(?:ไป)?)|(?:ขอ)?ถอน(?:ความ)?ยินยอม|(?:私の|自分の)?(?:個人)?(?:データ|情報)を?(?:全部|すべて)?(?:削除|消去|消)(?:し)?(?:て(?:ほしい)?|たい|を希望)?|私のことを忘れて|同意を?(?:撤回|取り消)(?:し)?(?:ます|たい|て)?',
)
const MISHEARD = whole(
  "(?:no,? |sorry,? )*(?:(?:that'?s|that is|it'?s) not (?:what i (?:said|meant)|it)|i (?:did ?n'?t|did not|never) sa(?:y|id) (?:that|it)|you(?:'?ve)? (?:mis ?heard|heard (?:me |it |that )?wrong)(?: me)?|wrong words)|(?:ไม่ใช่\\s*)?(?:ไม่ได้พูด(?:ว่า)?(?:อย่าง|แบบ)?(?:นี้|นั้น)?|(?:บอท|ระบบ|คุณ)?(?:ฟัง|ได้ยิน|จับใจความ)ผิด(?:แล้ว)?|ไม่ได้บอก(?:ว่า)?(?:อย่าง|แบบ)(?:นี้|นั้น))|(?:いいえ[、,。]?)?(?:そう(?:は|いう(?:こと|ふう)(?:は|に(?:は)?)?)?(?:言って|申して|話して)(?:い)?(?:ない|ません)|聞き(?:間違い|間違え|違い)(?:て(?:い)?ます)?|聞き取り(?:が)?(?:間違って|違って)(?:い)?(?:る|ます)|内容が違い(?:ます)?)",
)

const NO_ANSWER = whole(
  "(?:(?:no|sorry|but)[,.]? )*(?:that(?:’s|'s| is| was)? (?:not|no) (?:what i (?:asked|meant|wanted)|my question|an answer|the answer|it|helpful|right)|that (?:does|did)(?:n’t|n't| not) (?:help|answer (?:it|that|my question)|tell me)(?: me)?|not (?:what i (?:asked|meant)|my question|helpful)|i (?:asked|meant) something else|(?:that’s |that's )?not helpful)|(?:อันนี้|นี่|ยัง|ก็)*ไม่(?:ใช่(?:คำตอบ|ที่ถาม|เรื่องที่ถาม|เรื่องนี้|อันนี้)|ตรง(?:คำถาม|ที่ถาม|กับที่ถาม)?|ได้(?:ถามเรื่องนี้|ตอบคำถาม|ช่วย(?:อะไร)?)|เกี่ยว(?:กัน|กับที่ถาม)?)(?:เลย|นะ|อะ|อ่ะ)*|(?:それは|これは)?(?:質問|聞きたいこと|聞いたこと)(?:と(?:は)?違い|の答えになってい)(?:ます|ません)|答えになって(?:い)?(?:ません|ない)|(?:这)?(?:不是我问的|答非所问|没有回答我的问题)",
)
const WHEN_OR_WHO =
  '(?:(?:พอดี|คือ(?:ว่า)?|เมื่อวาน(?:นี้)?|วันนี้|เมื่อกี้|เมื่อเช้า|ตอนนี้|หนู|ผม|เรา|พี่|แอด|hi|hello|yesterday|today|this morning|just now|昨日|今日|先ほど|さっき|今)[\\s,、]*)*'
const WHERE_EVER =
  '(?:สนาม|ร้าน|โรงเรียน|โรงแรม|ออเดอร์|การจอง|ที่จอง|ทริป|คลาส|คอร์ส|บริการ|course|club|venue|restaurant|school|hotel|order|booking|trip|tour|class|service|コース|ホテル|学校|ツアー|注文|予約)'
/** That there is a trouble, and not a word of which. */
const VAGUE = whole(
  `${WHEN_OR_WHO}(?:(?:มี|เจอ|เกิด)ปัญหา(?:นิดหน่อย|หน่อย|เล็กน้อย|ใหญ่)*(?:(?:ที่|กับ|เรื่อง)${WHERE_EVER})?|(?:i|we|there)?(?:’ve|'ve| have| had|’s|'s| is| was)?(?: got)?(?: a| an| some)?(?: small| big| serious)? ?(?:problem|issue|trouble|complaint)s?(?: (?:with|at|about) (?:(?:my|the|our|your|an?) )?${WHERE_EVER})?|(?:(?:の)?${WHERE_EVER}(?:で|の|に))?(?:ちょっと)?(?:問題|トラブル|困ったこと)が(?:あり|起き|発生し)(?:ます|ました|ています))(?: ?${WHEN_OR_WHO})`,
)
const OPEN_CASE = whole(
  "(?:ok(?:ay)?,? |then,? |please |(?:can|could|will) you |(?:i|i’d|i'd) (?:want|like) (?:you )?to |just )*(?:open|create|raise|file|log|make|start)(?: up)?(?: me)? (?:a|the|an|my) (?:new )?(?:case|ticket|complaint|report)(?: (?:for (?:me|this|it|that)|about (?:it|this|that)|then))*|(?:งั้น|โอเค|ขอ|ช่วย|รบกวน|อยาก)*(?:เปิด|สร้าง|ทำ|ตั้ง)(?:เคส|เรื่อง|ทิกเก็ต|ทิกเกต|ticket|case)(?:ให้|ใหม่|ไว้|เลย|หน่อย|ด้วย|ที)*|(?:では|じゃあ?、?)?(?:ケース|チケット|問い合わせ)(?:を)?(?:作成|作って|開いて|登録|起票)(?:して)?(?:ください)?|(?:请|请你|帮我)?(?:开|建)(?:个|一个)?(?:工单|案件|case)",
)

const IN_ENGLISH = whole(
  "(?:ok(?:ay)?,? |sorry,? )*(?:(?:can|could|may|shall) (?:we|you|i) (?:please )?(?:continue|speak|talk|write|chat|switch|use|go on|reply|answer)?(?: to me)?(?: in| to)? ?english|(?:let'?s )?(?:in|speak|use) english|english)|(?:ขอ|พูด|คุย|ใช้|เป็น|ตอบ)*(?:ภาษา)?อังกฤษ(?:ได้ไหม|ได้มั้ย|หน่อย)?|英語(?:で(?:も)?)?(?:話せますか|いいですか|大丈夫ですか)?",
)
const IN_THAI = whole(
  '(?:(?:can|could) (?:we|you|i) (?:please )?(?:continue|speak|talk|write|switch)?(?: in| to)? ?thai|(?:in|speak) thai|thai)|(?:ผม|ฉัน|หนู|เรา|ขอ|พูด|คุย|ใช้|เป็น|ตอบ)*(?:ภาษาไทย|พูดไทย)(?:ได้ไหม|ได้มั้ย|หน่อย)?|タイ語(?:で)?(?:話せますか|いいですか|大丈夫ですか)?',
)
const IN_JAPANESE = whole(
  '(?:(?:can|could) (?:we|you|i) (?:please )?(?:continue|speak|talk|write|switch)?(?: in| to)? ?japanese|(?:in|speak) japanese|japanese)|(?:ขอ|พูด|คุย|ใช้|เป็น|ตอบ)*(?:ภาษา)?ญี่ปุ่น(?:ได้ไหม|ได้มั้ย|หน่อย)?|日本語(?:で(?:も)?)?(?:話せますか|いいですか|大丈夫ですか)?',
)

/** What people write in a chat when they want to be offered the trip that is made for them. */
export const TAILOR_MADE =
  /just for us|private|tailor|custom|plan one|จัดทริปส่วนตัว|ทริปส่วนตัว|จัดให้|オーダーメイド|希望に合わせ/i

/** …and nothing else, as the button says it: 希望に合わせて手配してください. */
export const saysTailorMade = (said: string): boolean => TAILOR_MADE_ALONE.test(plainly(said))
const TAILOR_MADE_ALONE = whole(
  "(?:(?:ok(?:ay)?|yes|please|can you|could you|i'?d like(?: you to)?|we'?d like(?: you to)?|rather)[,\\s]*)*(?:plan|make|design|build|arrange|do)(?: me| us)? (?:one|a trip|something|it)(?: just)? for us|(?:ขอ|ช่วย|อยากให้|ให้|รบกวน)*จัดทริปส่วนตัว(?:ให้)?(?:เลย|หน่อย|ด้วย)*|(?:(?:私たちの|こちらの)?ご?希望に合わせて|オーダーメイドで)(?:の)?(?:手配|作成|計画|プラン|アレンジ)?(?:を|で)?(?:する|します|して(?:ください|下さい|ほしいです|もらえますか|いただけますか)?|(?:お願い|希望)(?:(?:いた)?します)?)?",
)

const A_LINK = /https?:|www\.|bit\.ly|t\.me\/|line\.me|แอดไลน์|add line|@[a-z0-9_]{4,}/i
/** Of gambling nobody needs to see the link. */
const GAMBLING =
  /🎰|เว็บตรง|ไม่ผ่านเอเย่นต์|ถอนไม่อั้น|ฝากครั้งแรก|แจกเครดิตฟรี|สล็อต|บาคาร่า|แทงบอล|คาสิโน|\b(?:casino|slots?|jackpot|betting)\b|カジノ|博彩|老虎机/gi
const AN_OFFER =
  /\b(?:win|won|winner|prize|free|click|casino|bonus|loan|crypto|invest|earn money)\b|ปล่อยกู้|เงินกู้|ดอกต่ำ|คาสิโน|สล็อต|บาคาร่า|รับสมัครงาน|รายได้เสริม|副業|稼げ|当選|無料プレゼント|融資/gi

/** An advertisement: a way out of the chat, and at least two of the words such things are made of. */
export const isAdvertising = (said: string): boolean =>
  new Set(said.match(GAMBLING) ?? []).size >= 2 || advertises(said)

const advertises = (said: string): boolean =>
  A_LINK.test(said) && new Set((said.match(AN_OFFER) ?? []).map((it) => it.toLowerCase())).size >= 2

const plainly = (said: string): string => said.trim().replaceAll('’', "'")

export const isGreeting = (said: string): boolean => GREETING.test(plainly(said))
/** 'Ok', 'รับทราบค่ะ': heard, and nothing more. */
export const isAcknowledged = (said: string): boolean => ACKNOWLEDGED.test(plainly(said))
export const isThanks = (said: string): boolean => THANKS.test(plainly(said))
/** The language somebody asks to go on in. */
export function languageAsked(said: string): Language | undefined {
  const words = plainly(said)
  return IN_ENGLISH.test(words) ? 'en' : IN_THAI.test(words) ? 'th' : IN_JAPANESE.test(words) ? 'ja' : undefined
}

/** What was heard in a voice note is not what was said. */
export const isMisheard = (said: string): boolean => MISHEARD.test(plainly(said))
export const isRepeat = (said: string): boolean => REPEAT.test(plainly(said).replace(APOLOGY, ''))
export const isStillBroken = (said: string): boolean => STILL_BROKEN.test(plainly(said))
export const saysStill = (said: string): boolean => SAYS_STILL.test(said)
export const isForgetMe = (said: string): boolean => FORGET.test(plainly(said))
/** Said of an answer: it was none. */
export const isNoAnswer = (said: string): boolean => NO_ANSWER.test(plainly(said))
export const isVagueTrouble = (said: string): boolean => VAGUE.test(plainly(said))
/** 'Open a case', without saying what about. */
export const isOpenCase = (said: string): boolean => OPEN_CASE.test(plainly(said))
export const isResume = (said: string): boolean => RESUME.test(plainly(said))

const menus = (['th', 'en', 'ja'] as const).flatMap((language) =>
  Object.entries(copyIn(language).menu).map(([choice, label]) => ({ choice, label: label.toLowerCase() })),
)

/** The menu's own words, typed where quick replies cannot be seen. */
export const menuNamed = (said: string): string | undefined =>
  menus.find((it) => it.label === said.trim().toLowerCase())?.choice

/** Of several parts: `link instagram.com/p/x` and `link my_page` are what a customer says of an order. */
const LINKING = /^link\s+(\w{2,20}(?:-\w{1,20}){1,10}|(?=\S*\d)[a-z\d]{12,40})$/i
/** As `freshLinkCode` makes them, wherever they stand. */
const A_LINK_CODE = /(?<![\w-])[2-9a-z]{4}(?:-[2-9a-z]{4}){3}-[2-9a-z](?![\w-])/i
/** `link <code>` makes a LINE account a member of staff. */
export const linkCodeIn = (said: string): string | undefined =>
  LINKING.exec(said.trim())?.[1] ?? A_LINK_CODE.exec(said)?.[0]
/** Who reads it later could use a code that was not: the words stay, and it goes. */
export const withoutLinkCode = (said: string): string => {
  const code = linkCodeIn(said)
  return code === undefined ? said : said.replace(code, '····')
}
/** Somebody who works here, without the code. */
export const LINKING_WITHOUT_CODE = /^link[\s:]*$/i

const saysOneThing: ((said: string) => unknown)[] = [
  readCancel,
  isAdvertising,
  isForgetMe,
  isGreeting,
  isOpenCase,
  isRepeat,
  isResume,
  isStillBroken,
  isThanks,
  languageAsked,
  menuNamed,
  // a code that makes somebody staff is shown to nobody
  linkCodeIn,
]

/** They mean one thing wherever they are said. */
export const saysSetWords = (said: string): boolean => saysOneThing.some((reads) => reads(said))

/** Words that need no engine to be understood, or are none. */
export const isSetWords = (said: string): boolean => !/\p{L}/u.test(said) || saysSetWords(said)

/** The number of a case or booking: `ML-C-5521`, `ATP-5033`, `PB-26110196`, `C2-3399`. */
export const A_REFERENCE = /(?<![a-z0-9])(?:[a-z]{1,4}(?:-[a-z])?|[a-z]\d)-\d[\d-]{2,14}(?![a-z0-9])/i

/** A number and hardly another word: it is looked up, and says nothing of a trouble. */
export function referenceAlone(said: string): string | undefined {
  const number = A_REFERENCE.exec(said)?.[0]
  return number && said.trim().length <= number.length + 6 ? number : undefined
}

/** Written as a question is: by its mark, or by how it ends. */
export const looksAsked: (said: string) => boolean = lately((said) => ASKS.test(said.trim().replace(LEADS_IN, '')))
const LEADS_IN =
  /^(?:(?:(?:oh )?(?:one|another) (?:more |other )?(?:thing|question)|and|also|oh|btw|by the way|ok(?:ay)?|so|but|hi|hello|hey|thanks|thank you|sorry)[\s,.:!-]+)+/i

/** The same, also where more is told before or after it: 'แล้วเครดิตจะหายไหม มีอยู่สองพัน'. Thai has no mark for it. */
export const asksSomewhere = (said: string): boolean =>
  looksAsked(said) || said.split(/\s+/).some((clause) => THAI_CLAUSE.test(clause) && looksAsked(clause))
const THAI_CLAUSE = /[ก-๙]{4}/

/** 'What do we get for that?', ได้เงินคืนไหม, ต้องจ่ายเพิ่มไหม: what their own matter brings or costs them. What would be paid *if* is another question. */
export const asksMoneyBack = (said: string): boolean => MONEY_BACK.test(plainly(said)) && !ONLY_IF.test(plainly(said))
const MONEY_BACK =
  /\b(?:what|how much) (?:do|will|can|would|are|should) (?:i|we|you|they) (?:get|receive|offer|giv(?:e|ing)|pay(?:ing)?)\b|\bcompensat\w*|\b(?:do|will|can|would|could) (?:i|we) (?:get|have) (?:a |my |our |any |some |the )?(?:(?:full|partial) )?(?:refund|money|something back|discount)|\b(?:my|our|the) money back\b|\b(?:what|how) (?:will|would|are|can|do) (?:you|they) (?:going to |gonna )?(?:do|fix|solve|make up|handle)(?: for us)?(?: about)? (?:this|it|that)\b|\b(?:will|are|can|could) (?:you|they|somebody|someone|anybody|anyone) (?:going to |gonna |please )?do (?:something|anything)\b|\b(?:extra|additional|more) (?:cost|charge|fee|money)s?\b|\b(?:will|does|would) (?:it|this|that) cost (?:me |us )?(?:anything|something|extra|more)\b|(?:จ่าย|เสีย|คิด)(?:เงิน|ตังค์|ค่า[ก-๙]{2,12})?เพิ่ม[^\n]{0,12}(?:ไหม|มั้ย|มั๊ย|ปะ|ป่าว|เปล่า|เท่าไ|กี่)|追加(?:料金|費用)[^\n]{0,12}か|\bfor (?:the|this|our|my) (?:trouble|inconvenience)|\bmake (?:it|this) up to\b|(?:ได้(?:รับ)?(?:เงิน|ตังค์)?คืน|คืนเงิน|เงินคืน|คืนตังค์|ชดเชย|ชดใช้|รับผิดชอบ)[^\n]{0,20}(?:ไหม|มั้ย|มั๊ย|ปะ|ป่าว|เปล่า|เท่าไ|กี่|ยังไง|อย่างไร|อะไร|เมื่อไ)|กี่วัน(?:ถึง)?(?:จะ)?ได้(?:เงิน|ตังค์)?คืน|(?:補償|賠償|弁償|返金|お詫び|お金(?:は|が)?戻)[^\n]{0,16}か|(?:赔偿|補償|退(?:款|钱|錢)).{0,6}(?:吗|嗎|多少)/i
const ONLY_IF = /\bif\b|\bin case\b|ถ้า|หาก|กรณี|場合|たら|れば|如果/i

/** 'Could we make it five?', ขอเพิ่มอีกคนได้ไหม: put as a question, and no question. */
export const asksToChange = (said: string): boolean => WISH_AS_QUESTION.test(said)
const WISH_AS_QUESTION =
  /^(?:ขอ|อยาก|รบกวน|ช่วย)|เปลี่ยน|เลื่อน|ยกเลิก|(?:เพิ่ม|ลด)(?:เป็น|อีก|คน)|\b(?:can|could|may|shall) (?:we|i|you) (?:please )?(?:change|make|move|add|have|get|book|switch|come|bring|do)\b|\b(?:can|could|may) (?:a|an|my|our|another|one more) [a-z]{3,12} (?:also )?(?:come|join|play|tag along)\b|変更|追加|(?:に|で)(?:お願い)?(?:でき|して(?:もらえ|いただけ))/i

/** 'Is there wifi on the bus?' asks of what there is, whatever it reminds of. What was left or lost is looked for, and no such question. */
export const asksWhatThereIs = (said: string): boolean => looksAsked(said) && THERE_IS.test(said) && !MISSED.test(said)
const THERE_IS =
  /มี.{2,40}(?:ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|รึเปล่า|ป่าว)|\b(?:is|are) there (?:a |an |any )?\w|\bdo (?:you|they) have\b|(?:あります|ございます)か|有没有|有沒有/i
const MISSED =
  /ลืม|หาย|ตก|ทำหล่น|ค้าง|ปัญหา|แจ้ง|ชื่อ|\b(?:left|lost|forgot(?:ten)?|found|missing|dropped|problem|issue|update|news|my|our)\b|忘れ|落と|なくし|失く|問題|丢|丟|落下|我的|我们的/i

const ASKS =
  /[?？]\s*\S{0,3}$|(?:ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|รึเปล่า|หรือป่าว|ป่าว|หรือยัง|ยังไง|อย่างไร|อะไร|ไหน|เมื่อไร|เมื่อไหร่|เท่าไร|เท่าไหร่|กี่\S{1,12}|ใคร|ทำไม)(?:ไป|มา|ให้|ได้|อยู่|กัน|แล้ว|ต่อ(?:คน|ท่าน|หัว|คืน|ที่|วัน))*(?:\s*(?:คะ|ค่ะ|ครับ|คับ|นะ|อ่ะ|บ้าง|ดี))*\s*$|^(?:แล้ว)?(?:เมื่อไหร่|เมื่อไร|ทำไม)|(?:ไหน|อะไร|ใคร)[^\n]{1,30}บ้าง(?:\s*(?:คะ|ค่ะ|ครับ|คับ|นะ|อ่ะ|อะ))*\s*$|(?:ですか|ますか|でしょうか|ませんか|ですかね)[。.]?$|\b(?:anot|or not)\s*[.!]*$|[吗嗎呢]$|^(?:แล้ว)?(?:เมื่อไห?ร่|เมื่อไร|ตอนไหน|กี่โมง)|^(?:what(?:'|’)?s?|when|where|who|why|how|which|is|are|do(?! (?:it|that|so|this)(?![a-z?]| (?:include|cover|come|have|mean|work|cost|take|need)))|does|did|will|would|should|may|can (?!you (?:please )?(?:book|arrange|send|cancel|change|fix|check))|could (?!you))\b/i
