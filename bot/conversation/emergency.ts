import type { Tenant } from '../../api/tenants/schema.ts'

/** Whom to call for an ambulance where a business is at home: Thailand's medical emergency line (niems.go.th), Japan's fire and ambulance (fdma.go.jp). */
const AMBULANCE: Readonly<Record<string, string>> = { 'Asia/Bangkok': '1669', 'Asia/Tokyo': '119' }

export const emergencyAt = ({ zone }: Pick<Tenant, 'zone'>): { emergency?: string } => {
  const emergency = AMBULANCE[zone]
  return emergency ? { emergency } : {}
}

const SHOULD_EN = '(?:should|shall|ought|must|do (?:we|i|you think)|is it (?:better|time)|need(?: we| i)? to)'
const CALLS_HELP = new RegExp(
  `(?<![a-z])${SHOULD_EN}(?![a-z])[^.?!]{0,40}(?<![a-z])(?:ambulance|emergency (?:line|number|services?)|hospital|doctor|1669|911|119)(?![a-z])` +
    '|(?:ต้อง|ควร|ดีกว่า|ดีไหม|ดีมั้ย|ให้)?[ก-๙\\s]{0,10}(?:โทร|เรียก|พา|ไป|ส่ง)[ก-๙\\s]{0,12}(?:รถพยาบาล|1669|กู้ภัย|โรงพยาบาล|หมอ)[ก-๙\\s]{0,12}(?:ไหม|มั้ย|มั๊ย|ดี|หรือเปล่า|รึเปล่า|ปะ|ป่ะ)' +
    '|(?:救急車|119|1669|病院|医者)[^。？?]{0,14}(?:ほうが|方が|べき|必要|(?:呼び|行き|かけ|電話し)(?:ましょうか|ますか))',
  'i',
)
/** 'Should we call an ambulance?', in the middle of it; not 'who pays the hospital?'. */
export const asksToCallHelp = (said: string): boolean => CALLS_HELP.test(said)
