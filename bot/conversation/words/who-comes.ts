import { composed } from '../../../api/triage/slots/composed.ts'
/** Who comes along, where children are among them: their number and age decide price, room and seat, and a head-count alone says neither. */

const N_EN = '(?:\\d{1,2}|one|two|three|four|five|six)'
const KID_EN =
  '(?:(?:1[0-7]|[1-9])[- ]?(?:yo(?![a-z])|(?:yrs?|years?)[- ]?olds?)|\\d{1,2}[- ]?(?:months?|mths?)[- ]?olds?|kids?|child(?:ren)?|toddlers?|infants?|bab(?:y|ies)|sons?|daughters?|grand(?:kids?|children|sons?|daughters?)|teen(?:ager)?s?)'
const AGES_EN = '\\d{1,2}(?:(?:,| and| &|/)? ?\\d{1,2})*(?:[- ](?:years?[- ]olds?|yo|yrs?(?: old)?|months?(?: old)?))?'
const ENGLISH = `(?<![a-z0-9])(?:${N_EN} adults?(?:,| and| \\+| &| plus|,? with)? )?(?:(?:${N_EN}|an?|my|our|the) )?(?:small |little |young )?${KID_EN}(?:,? ?\\(?(?:(?:is|are|who is|who are|who's|he'?s|she'?s|they'?re|he is|she is|they are|both|only|just|aged?|ages) )*${AGES_EN}\\)?)?(?![a-z])`
const THAI =
  '(?:ผู้ใหญ่\\s?\\d{1,2}\\s?(?:คน|ท่าน)?[\\s,]*(?:และ|กับ|\\+)?\\s*|\\d{1,2}\\s?(?:คน)?ผู้ใหญ่[\\s,]*(?:และ|กับ|\\+)?\\s*(?:\\d{1,2}\\s?(?:คน)?)?)?(?:เด็ก(?:เล็ก|อ่อน)?|ลูก(?:สาว|ชาย|เล็ก)?|หลาน|ทารก)\\s?(?:(?:\\d{1,2}|หนึ่ง|สอง|สาม|สี่)\\s?คน|\\d{1,2}(?!\\s?(?:ขวบ|ปี|เดือน|[\\d,/และกับ])|[\\d.])|คนนึง|คนหนึ่ง)?(?:\\s?\\(?(?:อายุ)?\\s?\\d{1,2}(?:\\s?(?:ขวบ|ปี))?(?:\\s?(?:,|และ|กับ)?\\s?\\d{1,2})*\\s?(?:ขวบ|ปี|เดือน)\\)?)?(?:(?:ค่ะ|คะ|ครับ|คับ|[\\s,])*(?:คน(?:โต|เล็ก|กลาง|แรก|ที่สอง|น้อง|พี่))\\s?(?:อายุ)?\\s?\\d{1,2}\\s?(?:ขวบ|ปี))*'
const JAPANESE =
  '(?:大人\\s?[\\d一二三四五六七八九十]{1,2}[名人]?[、,とに\\s]*)?(?:子供|子ども|こども|お子(?:様|さん)|小人|幼児|赤ちゃん|息子|娘|孫)(?:[がはも])?\\s?(?:[\\d一二三四五六]{1,2}(?:[名人]|(?![\\d.,歳才ヶか月日時年分泊回])))?(?:\\s?[（(、]?\\s?\\d{1,2}\\s?(?:歳|才|ヶ月|か月)(?:[、,と・\\s]*\\d{1,2}\\s?(?:歳|才|ヶ月|か月))*\\s?[)）]?)?'
const CHINESE =
  '(?:[\\d一二两兩三四五六七八九十]{1,2}[个個位]?(?:大人|成人)[,，、和加\\s]*)?[\\d一二两兩三四五六]{1,2}[个個位]?(?:小孩|孩子|儿童|兒童|小朋友|婴儿|嬰兒)(?:[,，、（(\\s]?\\d{1,2}[岁歲](?:[和、,，]\\s?\\d{1,2}[岁歲])*[)）]?)?'
const PARTY = new RegExp([CHINESE, JAPANESE, THAI, ENGLISH].join('|'), 'gi')
const COUNTS = /\d|หนึ่ง|สอง|สาม|สี่|คนนึง|[一二两兩三四五六](?:[个個名人位])|(?<![a-z])(?:one|two|three|four|five|six) /i

/** 大人2人と子ども1人(5歳), 'two kids, 8 and 3': as it was said. */
export function whoComes(said: string): string | undefined {
  const found = composed(said).match(PARTY) ?? []
  const told = found.filter((it) => COUNTS.test(it)).map((it) => it.trim())
  return told.length > 0 ? told.join(', ') : undefined
}

/** Whether children come along, as far as it was told. */
export const bringsChildren = (
  { answers }: { answers: Record<string, string | number | boolean> },
  said = '',
): boolean => whoComes(`${String(answers['note'] ?? '')}\n${said}`) !== undefined

/** Told anew it takes the place of what was told of it before. */
export const withoutEarlier = (note: string): string =>
  note
    .split('\n')
    .filter((line) => line !== '' && whoComes(line) !== line)
    .join('\n')
