import { parseNumber } from './numbers.ts'
import { plain } from './plain.ts'
import type { Span } from './scan.ts'

/** How many more, or fewer, come than was said before. */
export type Joining = Span & { by: number }

const EN_N = '(\\d{1,2}|an?|another|one|two|three|four|five|six|seven|eight|nine|ten)'
const EN_HEADS =
  '(?:of us|people|persons?|pax|ppl|guests?|adults?|players?|golfers?|travell?ers?|seats?|places|friends?|kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|teens?|colleagues?|spots?|tickets?)(?! (?:chairs?|seats?|menus?|meals?|cots?|beds?)(?![a-z]))'
const EN_END =
  '(?=\\s*(?:$|[.,!?]|please|pls|plz|thanks|to (?:the|our|my|it)|on (?:the|my|our)|for (?:the|my|our)|(?:is|are|will be|who (?:is|are)|wants?)? ?(?:coming|joining|joined|going)|will (?:come|join)))'
const TH_N = '(\\d{1,2}|หนึ่ง|นึง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)'
const TH_WHO = '(?:เด็ก|ผู้ใหญ่|เพื่อน|แขก|ญาติ|หลาน|ลูก|คน|ที่นั่ง|ที่)?'
const TH_HEADS = '(?:คน|ท่าน|ที่นั่ง|ที่(?![ก-๙]))'
const JA_N = '(\\d{1,2}|[一二三四五六七八九十])'
const ZH_N = '(\\d{1,2}|[一二两兩三四五六七八九十])'

const more: RegExp[] = [
  `(?<![a-z0-9])${EN_N} (?:more|extra|additional)(?: ${EN_HEADS})?(?![a-z])${EN_END}`,
  `(?<![a-z])(?:add|plus|adding) ${EN_N} ${EN_HEADS}(?![a-z])`,
  `(?<![a-z])(another) (?:\\d |two |three )?(?:person|guest|friend|adult|kid|child|player|seat|one of us)(?![a-z])`,
  `เพิ่ม(?!เป็น)${TH_WHO}(?:มา|ให้|ไป)?(?:อีก)?\\s*${TH_N}\\s*${TH_HEADS}`,
  `เพิ่ม(?!เป็น)${TH_WHO}(?:มา)?(?:อีก)?\\s*คน(นึง|หนึ่ง)`,
  `เพิ่ม(?!เป็น)(?:มา|ให้|ไป)?(อีก)คน(?=\\s|นะ|ค่ะ|คะ|ครับ|คับ|ด้วย|จ้า|ได้|$)`,
  `(?:เด็ก|ผู้ใหญ่|เพื่อน|คน)(?:มา|ไป)?เพิ่ม(?!เป็น)(?:มา)?(?:อีก)?\\s*${TH_N}\\s*${TH_HEADS}`,
  `(?:^|มี|มา|ไป|ขอ)\\s*อีก\\s*${TH_N}\\s*${TH_HEADS}`,
  `(?:あと|もう|さらに|追加で)\\s*${JA_N}\\s*[人名](?:追加|増|来|参加|お願い|です|で$|$)`,
  `${JA_N}\\s*[人名](?:様)?(?:を|が|の)?\\s*(?:追加|増(?:え|や|員))`,
  `(?:再加|再来|再來|多加|多来|多來|增加|加)\\s*${ZH_N}\\s*(?:个人|個人|个小孩|个大人|位|名|个|人)`,
].map((it) => new RegExp(it, 'g'))

const fewer: RegExp[] = [
  `(?<![a-z0-9])${EN_N} (?:fewer|less)(?: ${EN_HEADS})?(?![a-z])${EN_END}`,
  `(?<![a-z0-9])${EN_N} (?:person|people|guests?|of us) (?:fewer|less)(?![a-z])`,
  `(?<![a-z0-9])${EN_N} (?:(?:person|people|guests?|friends?|players?|of us) )?(?:can'?t (?:make it|come|join)|cannot (?:make it|come|join)|(?:has |have )?dropped out|(?:isn'?t|aren'?t|is not|are not|won'?t be) (?:coming|joining))`,
  `ลด(?!เป็น|เหลือ)(?:ลง|ไป|คน)*\\s*${TH_N}\\s*${TH_HEADS}`,
  `${TH_N}\\s*${TH_HEADS}\\s*(?:มาไม่ได้|ไปไม่ได้|ไม่มาแล้ว|ไม่ไปแล้ว)`,
  `${JA_N}\\s*[人名](?:様)?(?:を|が|は)?\\s*(?:減|来られな|行けな|参加できな|キャンセル)`,
  `(?:少|减|減)(?:了)?\\s*${ZH_N}\\s*(?:个人|個人|位|名|个|人)`,
].map((it) => new RegExp(it, 'g'))

const EN_SOMEBODY =
  '(?:friend|mate|buddy|pal|wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|son|daughter|kid|brother|sister|m[uo]m|dad|mother|father|colleague|co-?worker|flat-?mate|room-?mate|house-?mate|cousin|aunt|uncle|gran(?:ny|dma|dpa|dmother|dfather)?|niece|nephew|neighbou?r|boss|client|guest|someone|somebody)'
/** 'Can a friend come too?', พาเพื่อนไปด้วยได้ไหม, 友達も一緒に: one more, who was not counted. */
const comesToo: RegExp[] = [
  `(?<![a-z])(?:a|my|our|another|one more) ${EN_SOMEBODY}(?:'s| is|'ll be| will be| wants to| would like to)? (?:also |now |actually )?(?:joining|coming|tagging along|come along|join)(?: us| me| too| along| as well)*(?![a-z]| (?:from|by|on|at|to|back|home|in)(?![a-z]))`,
  `(?<![a-z])(?:can|could|may|is it (?:ok(?:ay)?|fine) if|ok(?:ay)? if) (?:a|an|my|our|another|one more) ${EN_SOMEBODY}s? (?:also )?(?:comes?|joins?|plays?|tags? along|be added)(?![a-z])`,
  `(?<![a-z])(?:can|could|may) (?:i|we) (?:also )?bring (?:a|an|my|our|another|one more|along a) ${EN_SOMEBODY}(?!s)(?![a-z])`,
  `(?:พา|ชวน|ให้|เอา)(?:เพื่อน|แฟน|ภรรยา|สามี|ภรรยา|พ่อ|แม่|ลูก|เจ้านาย|ลูกค้า)(?:มา|ไป|เล่น|ร่วม)(?:ด้วย|อีกคน|เพิ่ม)(?:อีกคน)?`,
  `(?:友達|友人|妻|夫|主人|彼女|彼|同僚|上司|お客様)(?:も|を)(?:一緒に|連れて|誘って)`,
  `(?:带|帶)(?:一个|一個|个|個|我)?(?:朋友|太太|老婆|先生|老公|同事|客户|客戶)(?:一起)?(?:来|來|去)`,
].map((it) => new RegExp(it))

const numberOf = (said: string): number | undefined => (/^(?:an?|another|นึง|อีก)$/.test(said) ? 1 : parseNumber(said))

/** 'Add 2 more', เพิ่มอีกคนนึง, あと2人追加, 'one of us can't come': said of a party whose size is known. */
export function readJoining(text: string): Joining | undefined {
  const low = plain(text)
  for (const [patterns, sign] of [
    [fewer, -1],
    [more, 1],
  ] as const)
    for (const pattern of patterns) {
      pattern.lastIndex = 0
      const match = pattern.exec(low)
      const count = numberOf(match?.slice(1).find((it) => it !== undefined) ?? '')
      if (match && count)
        return { index: match.index, text: text.slice(match.index, match.index + match[0].length), by: sign * count }
    }
  for (const pattern of comesToo) {
    const match = pattern.exec(low)
    if (match) return { index: match.index, text: text.slice(match.index, match.index + match[0].length), by: 1 }
  }
  return undefined
}
