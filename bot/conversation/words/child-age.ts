import { plain } from '../../../api/triage/slots/plain.ts'

const AGES = [
  /(?<!\d)(\d{1,2})\s*(?:ขวบ|歳|才|岁|歲|yo(?![a-z])|y\/o|(?:-| )?(?:yrs?|years?)(?:-| )?olds?)/,
  /(?:อายุ|aged?|age of)\s*(\d{1,2})(?!\d|:|,|\s*(?:คน|วัน|บาท))/,
  /(?:he|she|daughter|son|kid|child|boy|girl|mine|niece|nephew|one)(?:'s| is|,| \()\s?(?:only |just |almost )?(\d{1,2})(?!\d|:|,|[./]\d|\s?(?:am|pm|th|st|nd|rd|baht|thb|usd|people|of us|days?|hours?))/,
]
const YOUNGEST = 2
export const GROWN_UP = 18

/** How old the child is that is spoken of. */
export function childAge(said: string): number | undefined {
  const low = plain(said)
  const found = AGES.map((it) => Number(it.exec(low)?.[1])).find((it) => it >= YOUNGEST && it < GROWN_UP)
  return found
}
