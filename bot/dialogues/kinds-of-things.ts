import type { Kind } from './booking-script.ts'

/** 'The ramen course' is none of the workshops: a kind that is called what they call it. */
const KINDS_OF_THINGS = [
  /\bcourses?\b|คอร์ส|หลักสูตร|コース|课程|課程/i,
  /\bworkshops?\b|เวิร์[กค]|ワークショップ/i,
  /\b(?:tours?|trips?)\b|ทัวร์|ทริป|ツアー|旅行|团|團|行程/i,
  /\b(?:half[- ])?day (?:trips?|tours?|activit|out\b)|\bone[- ]day\b|วันเดียว|วันเดย์|ครึ่งวัน|เช้าเย็นกลับ|日帰り|半日|一日游|半日游/i,
  /\bspa\b|massage|สปา|นวด|スパ|マッサージ|按摩/i,
]

/** Whether their words call what this kind is about by its own name: a workshop, a tour. */
export const isCalledSo = (said: string, { names }: Pick<Kind, 'names'>): boolean =>
  KINDS_OF_THINGS.some((it) => it.test(said) && Object.values(names).some((name) => it.test(name)))

/** 'A class' says which sort of thing is meant, and never which one of them, though one may be called 和菓子のクラス and another not. */
export const withoutSort = (said: string): string => said.replace(SORTS, ' ')
const SORTS =
  /(?<![a-z])(?:class(?:es)?|courses?|workshops?|lessons?|tours?|trips?|activit(?:y|ies))(?![a-z])|คลาส(?:เรียน)?|คอร์ส(?:เรียน)?|เวิร์[กค]ช[็]?อป|ทริป|ทัวร์|クラス|教室|講座|コース|レッスン|ワークショップ|体験|ツアー|课程|課程|课|課|工作坊|体验|體驗|行程/gi
