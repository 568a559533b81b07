import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import { withoutSort } from './kinds-of-things.ts'
import { likelyMeant, waysToCall } from './things-meant.ts'

const SAYS_RATHER =
  /ไม่เอา(?:แล้ว)?|เปลี่ยน(?:เป็น)?|ขอเป็น|เอาเป็น|แทน|\b(?:instead|rather|change (?:it )?to|make (?:it|that)|switch to|not that)\b|やっぱり|ではなく|じゃなくて|に変更|換成|换成|改成/i
/** 'The Saturday one' says when, and names no thing. */
const WHICH =
  /\b(?:ones?|two|three|four|five|it|the|that|this|day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?)\b|(?:วัน|รอบ)?(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์)|(?:รอบ|ตอน)?(?:เช้า|บ่าย|เย็น|ค่ำ)|[月火水木金土日]曜日?|午前|午後|夕方|夜/gi
const LEAST_WEIGHT = 0.08

/** 'Make it 500 likes', of a request for followers: what is named now, where that is others than the thing they had; one of them or several. */
export function ratherThan(
  said: string,
  item: CatalogueItem,
  items: readonly CatalogueItem[],
): CatalogueItem[] | undefined {
  if (!SAYS_RATHER.test(said)) return undefined
  const alike = items.filter((it) => it.type === item.type)
  const words = withoutSort(said).replace(SAYS_RATHER, ' ').replace(WHICH, ' ')
  const meant = likelyMeant(words, alike.map(waysToCall))
  const [first] = meant
  if (!first || first.weight < LEAST_WEIGHT || meant.some((it) => it.key === item.key)) return undefined
  return alike.filter((it) => meant.some(({ key }) => key === it.key))
}
