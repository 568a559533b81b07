/** What people write when they notice that they have just said it wrong: what comes after it counts. ไม่ใช่ alone says what it is not. */
const SLIPS =
  'เอ๊ย|เอ้ย|เฮ้ย|อุ๊ย|อุ้ย|(?<![a-z])(?:i mean|no,? wait|wait,? no|scratch that|sorry,? (?:make that|i mean)|no,? sorry|correction|oops|whoops)(?![a-z])|ไม่ใช่สิ|ไม่สิ|โทษที|พิมพ์ผิด|いや、|いえ、|じゃなくて|ではなくて?|間違え|不对|不對|说错了'

export const SLIP_OF_THE_TONGUE = new RegExp(SLIPS, 'g')

/** Between two numbers there may be more of it: 'เอ้ยไม่ใช่ 4', '3... actually, 4', 3人いや4人. */
const BETWEEN_NUMBERS = `(?:${SLIPS}|(?:ไม่ใช่|ผิด)(?:สิ|ละ|ล่ะ|แล้ว|ๆ)|(?<![a-z])(?:actually|sorry|wait|er+m?|hang on|hold on|rather|make (?:it|that)|no(?=[,.]))(?![a-z])|いや|違う|違った|違いました|失礼(?:しました)?|すみません|ごめん(?:なさい)?|もとい|あ、)`
const GAP = '[\\s,、。.…!！;:~-]*'
export const SLIP_BETWEEN_NUMBERS = `${GAP}(?:${BETWEEN_NUMBERS})(?:${GAP}(?:${BETWEEN_NUMBERS}|ไม่ใช่|no|เป็น|it's|ました))*${GAP}`
