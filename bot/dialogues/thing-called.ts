import { plain } from '../../api/triage/slots/plain.ts'

const BEFORE_IT = '(?:คลาส|คอร์ส|ทัวร์|ทริป|เวิร์?[กค]ช[็๊้]?อปป?|หลักสูตร)(?:เรียน|สอน|การ)?'
const AFTER_IT =
  '[\\s-]?(?:making[ -]|baking[ -]|cooking[ -])?(?:(?:class(?:es)?|courses?|workshops?|lessons?|tours?|trips?|packages?)(?![a-z])|(?:作り)?の?(?:クラス|コース|講座|教室|ワークショップ|ツアー)|(?:课程?|課程?|团|團|行程))'
/** By which one makes it, or where it is taught, and not what it is. */
const ROUND_IT = /^(?:การ)?(?:ทำ|สอน|เรียน)(?=[ก-๙]{2,})|(?:作り)?(?:の)?(?:教室|講座)$|作り$/g
const LONGEST = 24

/** What the class or tour is called that a word of a question names: 'bread' of 'the bread class', ขนมปัง of คลาสทำขนมปัง. */
export function thingCalled(said: string, word: string): string | undefined {
  const low = plain(said)
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const isCalled = new RegExp(
    `${BEFORE_IT}${literal}|(?<![a-z])${literal}(?:${AFTER_IT})|${literal}(?<=教室|講座)`,
  ).test(low)
  const called = word.replace(ROUND_IT, '')
  // as they wrote it themselves: Iceland
  const at = said.toLowerCase().indexOf(called)
  const name = at < 0 ? called : said.slice(at, at + called.length)
  return isCalled && name !== '' && name.length <= LONGEST ? name : undefined
}
