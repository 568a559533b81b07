const KIN_ENGLISH =
  '(?:(?:my|our|his|her|the) )?(?:(?:grand|step)?(?:mother|father|mom|mum|dad|ma|pa|son|daughter)|(?:grand)?parents?|wife|husband|partner|fianc[eé]e?|sister|brother|(?:mother|father|sister|brother)-in-law|aunt(?:ie)?|uncle|nan|gran|granny|grandpa|grandad|granddad|baby|child|friend|boss|colleague)'
const ENGLISH = new RegExp(
  `(?<![a-z])(?:passed away|${KIN_ENGLISH}(?: has| just| sadly| suddenly)* (?:died|passed)|${KIN_ENGLISH}'?s? (?:funeral|death)|(?:death|bereavement) in (?:the|my|our) family)(?![a-z])`,
)
const KIN_THAI =
  '(?:คุณ)?(?:แม่|พ่อ|ยาย|ตา|ปู่|ย่า|ป้า|ลุง|สามี|ภรรยา|เมีย|พี่ชาย|พี่สาว|น้องชาย|น้องสาว|ลูกชาย|ลูกสาว|ญาติ|ท่าน|หลาน)(?:ของ)?(?:ผม|หนู|เรา|ดิฉัน|แฟน|เขา|สามี|ภรรยา)?'
const THAI = new RegExp(
  `เสียชีวิต|ถึงแก่กรรม|สิ้น(?:ใจ|ลม)|(?<!ของ)${KIN_THAI}(?:เพิ่ง|ก็|มา)*(?:เสีย(?=แล้ว|ไปแล้ว|เมื่อ|กะทันหัน|วัน|เช้า|ค่ะ|ครับ|\\s|$)|จากไป(?=แล้ว|เมื่อ|กะทันหัน|อย่าง)|ไม่อยู่แล้ว)|${KIN_THAI}[^\n]{0,40}\\sเสีย(?:แล้ว|ไปแล้ว)?เมื่อ(?:คืน|เช้า|วาน|กี้)|งานศพ|งานฌาปนกิจ`,
)
const JAPANESE = /亡くな(?:り|っ)|他界|逝去|永眠|葬儀|お葬式|お通夜/
/** Somebody close to them has died: the first word is of that. Accounts, batteries and phones die, too. */
export const tellsOfDeath = (said: string): boolean => {
  const words = said.toLowerCase().replaceAll('’', "'")
  return ENGLISH.test(words) || THAI.test(words) || JAPANESE.test(words)
}
