import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import { namesOf } from '../copy/places.ts'

const words = new Intl.Segmenter('th', { granularity: 'word' })
/** Words around a choice that say nothing of which one. */
const AROUND =
  /[\s.,!?~。、！]+|(?<![a-z'])(?:the|that|this|one|ones|please|pls|plz|ok|okay|yes|yep|hmm|i|we|i'd|we'd|i'll|we'll|would|will|do|let's|lets|take|want|like|love|prefer|choose|pick|book|go|with|for|to|in|at|on|of|a|an|and|then|maybe|around|near|nearby|somewhere|area|side|course|courses|club|tour|trip|class|place)(?![a-z'])|เอา|ขอ|เลือก|จอง|สนใจ|อยากได้|อัน(?!ดา)|แถวๆ|แถว|แถบ|ใกล้ๆ|ใกล้|โซน|ย่าน|สนาม|คอร์ส|คลาส|ทริป|ทัวร์|ดีกว่า|แล้วกัน|ก็ได้|ก็พอ|หน่อย|เลย|ค่ะ|คะ|ค่า|ครับผม|ครับ|คับ|งับ|นะ|น้า|จ้า|อ่ะ|(?<!เ[ก-ฮ]{1,2})อะ|お願いします|でお願い|を希望(?:します)?|がいいです|がいい|にします|のほう|の方|あたり|コース|ツアー|です|ます/g
const LONGEST = 60
const LEAST_BEGUN = 4

/**
 * The one of what was put before them that a few words name, by a word of its name or by where it is: 'the northern one', 'แถวปทุม'.
 * Nothing when two would fit, or when the words say more than that.
 */
export function namedOffer(said: string, offered: CatalogueItem[]): CatalogueItem | undefined {
  const spoken = spokenIn(said)
  if (spoken.length === 0 || said.length > LONGEST) return undefined
  const fitting = offered.filter((item) => {
    const own = wordsOf(item)
    return spoken.every((word) => own.some((one) => means(word, one)))
  })
  // 'Hanoi', of one whose name begins with it and one that only passes through
  const called = fitting.filter((item) =>
    titlesOf(item).some((title) => spoken.every((word, index) => means(word, title[index] ?? ''))),
  )
  const meant = fitting.length > 1 ? called : fitting
  return meant.length === 1 ? meant[0] : undefined
}

const spokenIn = (said: string): string[] => segments(said.toLowerCase().replaceAll('’', "'").replace(AROUND, ' '))

const wordsOf = (item: CatalogueItem): string[] => [
  ...titlesOf(item).flat(),
  ...item.destinations.flatMap(namesOf).flatMap((it) => segments(it.toLowerCase())),
]

const titlesOf = ({ name, names }: CatalogueItem): string[][] =>
  [name, ...Object.values(names)].map((it) => segments(it.toLowerCase()))

const segments = (text: string): string[] =>
  [...words.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)

/** The same word, or so much of its beginning that it can be no other. */
const means = (said: string, word: string): boolean =>
  said === word ||
  (Math.min(said.length, word.length) >= LEAST_BEGUN && (word.startsWith(said) || said.startsWith(word)))
