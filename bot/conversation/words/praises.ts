/** Kind words about those who looked after somebody: whole messages of the kind that end up on a wall in the office. */

const OURS_ENGLISH =
  'guides?|drivers?|chauffeurs?|chefs?|cooks?|teachers?|instructors?|caddies?|caddy|concierges?|staff|teams?|crew|boatm[ae]n|hosts?|waiters?|waitress(?:es)?|masseuses?|therapists?|receptionists?|admins?|agents?|service|support|class(?:es)?|lessons?|courses?|trips?|tours?|hotel|course|everyone|everybody|he|she|they|you(?: guys| all)?'
const GOOD_ENGLISH =
  'amazing|awesome|wonderful|fantastic|brilliant|lovely|excellent|superb|incredible|outstanding|terrific|delightful|marvell?ous|perfect|great|patient|kind|thoughtful|the (?:best|nicest|kindest)|best (?:guide|driver|chef|teacher|caddie|class|trip|tour|service)[a-z ]*ever|an? (?:angel|star|legend|gem|treasure|delight|joy|rock ?star|hero|pro|life ?saver)|went (?:above and beyond|out of (?:his|her|their) way)|deserves? (?:an? )?(?:raise|bonus|medal|prize|award|promotion|tip|hug)|(?:looked after|took (?:such |so )?(?:good|great) care of) (?:us|me|my|our)'
const OF_OURS = new RegExp(
  `(?<![a-z])(?:(?:${OURS_ENGLISH})(?![a-z]).{0,60}?|(?:he|she|they|you(?: guys| all)?)(?:'s|'re| is| was| are| were)?(?: (?:all|so|really|just|simply|truly|such))* )(?<![a-z])(?<!not )(?:${GOOD_ENGLISH})(?![a-z])|(?<![a-z])(?:best|nicest|loveliest|kindest) [a-z ]{0,30}ever(?![a-z])`,
)
const SET_ENGLISH =
  /(?<![a-z])(?:kudos|props|hats off|full marks|ten out of ten|10\s?(?:\/|out of)\s?10|five stars?|5 stars?|(?:big |two )?thumbs up|shout ?out|compliments|big hug|a big thank you) (?:to|for)(?![a-z])|(?<![a-z])pass (?:on )?(?:my|our) (?:thanks|compliments|regards|best)(?: on)? to|(?<![a-z])(?:wanted|writing|want|like) to (?:praise|compliment)(?![a-z])/

const OURS_THAI =
  'ไกด์|คนขับ|พี่คนขับ|โชเฟอร์|หัวหน้าทัวร์|เชฟ|ครู|อาจารย์|แคดดี้|แคดดี|คอนเซียร์จ|พนักงาน|เจ้าหน้าที่|แอดมิน|แอด(?!มิท)|ทีม(?:งาน)?|พี่ๆ|พี่ ๆ|น้องๆ|น้อง ๆ|หมอนวด|บริการ|ทริป|ทัวร์|คลาส|คอร์ส|โรงแรม|ที่นี่'
const GOOD_THAI =
  'น่ารัก|ดีมาก|ดีสุด|ดีเยี่ยม|เก่ง|ใจดี|ใจเย็น|สุภาพ|ประทับใจ|ดูแลดี|ดูแล.{0,12}ดี|สอน(?:ดี|สนุก|เข้าใจง่าย|เก่ง)|เยี่ยม|สุดยอด|เป็นกันเอง|มือดี|ขับ(?:ดี|นิ่ม)|ตอบไว|ปลื้ม|เลิศ|สนุกมาก|สนุกสุด'
const THAI = new RegExp(
  `(?:${OURS_THAI}).{0,40}?(?<!ไม่)(?<!ไม่ค่อย)(?:${GOOD_THAI})|ฝาก(?:คำ)?ชม|(?:ขอ|อยาก)ชม(?=\\s|ค่ะ|ครับ|เชย|เลย|มาก|พี่|น้อง|คน|ทีม|$|${OURS_THAI})|ฝาก(?:ขอบคุณ|กอด)|ฝากบอก.{0,20}(?:ขอบคุณ|ว่า.{0,10}(?:${GOOD_THAI}))|ให้(?:เลย)?\\s?(?:ห้า|5|สิบ|10)\\s?ดาว|เต็มสิบ|10/10`,
)

const OURS_JAPANESE =
  'ガイド|運転手|ドライバー|シェフ|先生|講師|キャディ|コンシェルジュ|スタッフ|担当|添乗員|皆さま|皆様|皆さん|サービス|対応|クラス|レッスン|教室|ツアー|旅'
const GOOD_JAPANESE =
  '親切|優し|やさし|素晴らし|すばらし|感じ(?:が|の)(?:とても)?(?:良|よ)|最高|楽し(?:かった|く)|分かりやす|わかりやす|丁寧|感激|感動|感謝|気配り|気を配|心遣い|良かった|よかった|上手'
const JAPANESE = new RegExp(
  `(?:${OURS_JAPANESE}).{0,40}?(?:${GOOD_JAPANESE})(?!くない|くなかった|ではな|じゃな)|(?:お礼|ありがとう|感謝|よろしく)(?:と|を|の(?:気持ち|言葉)を)?お?(?:伝え|申し伝え)`,
)

const BUT =
  /(?<![a-z])(?:but|however|though|except|unfortunately|only problem)(?![a-z])|แต่|เสียดาย|ติดที่|(?:です|した|った)(?:が|けど|けれど)|ただ[、し]|しかし/
const LONGEST = 400

/** 'Our guide Nid was an angel', เชฟสอนดีมาก, お礼をお伝えください: praise, with nothing that went wrong behind it. */
export function praises(said: string): boolean {
  const words = said.toLowerCase().replaceAll('’', "'")
  if (words.length > LONGEST || BUT.test(words) || /[?？]/.test(words)) return false
  return OF_OURS.test(words) || SET_ENGLISH.test(words) || THAI.test(words) || JAPANESE.test(words)
}
