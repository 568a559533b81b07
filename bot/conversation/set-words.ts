import { copyIn } from '../copy/copy.ts'

/** Words that mean one thing wherever they are said, and need no engine to be understood. */

const POLITE = '(?:ค่ะ|คะ|ครับ|คับ|นะ|เลย|please|です|ます|ください|お願いします|[\\s.,!?。、！~])*'
const whole = (source: string) => new RegExp(`^(?:${source})${POLITE}$`, 'i')

const GREETING = whole(
  'hi(?: there)?|hello(?: there)?|hey|good (?:morning|afternoon|evening)|สวัสดี|หวัดดี|ดี(?=ค่ะ|ครับ|จ้า)|こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして',
)
const THANKS = whole(
  '(?:ok(?:ay)?,? )?(?:thanks?|thank you|thx|ty|cheers|many thanks)(?: (?:you|so much|very much|a lot|again))*|ขอบ(?:คุณ|ใจ)(?:มาก)?(?:ๆ)?|どうも|(?:どうも)?ありがとう(?:ございます|ございました)?|感謝します',
)
const RESUME = whole(
  "continue|go on|resume|carry on|let'?s (?:continue|go on)|(?:go )?back to (?:my|the|our) booking|(?:ขอ)?(?:ต่อ|จองต่อ|ไปต่อ|ทำต่อ|กลับไปจองต่อ|ทำรายการต่อ)|続き(?:を)?|続け(?:る|て|ます|たい)|予約に戻(?:る|り|りたい)|予約の続き(?:を)?",
)

/** What people write in a chat when they want to be offered the trip that is made for them. */
export const TAILOR_MADE =
  /just for us|private|tailor|custom|plan one|จัดทริปส่วนตัว|ทริปส่วนตัว|จัดให้|オーダーメイド|希望に合わせ/i

const A_LINK = /https?:|www\.|bit\.ly|t\.me\/|line\.me|แอดไลน์|add line|@[a-z0-9_]{4,}/i
const AN_OFFER =
  /\b(?:win|won|winner|prize|free|click|casino|bonus|loan|crypto|invest|earn money)\b|ปล่อยกู้|เงินกู้|ดอกต่ำ|คาสิโน|สล็อต|บาคาร่า|รับสมัครงาน|รายได้เสริม|副業|稼げ|当選|無料プレゼント|融資/gi

/** An advertisement: a way out of the chat, and at least two of the words such things are made of. */
export const isAdvertising = (said: string): boolean =>
  A_LINK.test(said) && new Set((said.match(AN_OFFER) ?? []).map((it) => it.toLowerCase())).size >= 2

export const isGreeting = (said: string): boolean => GREETING.test(said.trim())
export const isThanks = (said: string): boolean => THANKS.test(said.trim())
export const isResume = (said: string): boolean => RESUME.test(said.trim())

const menus = (['th', 'en', 'ja'] as const).flatMap((language) =>
  Object.entries(copyIn(language).menu).map(([choice, label]) => ({ choice, label: label.toLowerCase() })),
)

/** The menu's own words, typed where quick replies cannot be seen. */
export const menuNamed = (said: string): string | undefined =>
  menus.find((it) => it.label === said.trim().toLowerCase())?.choice

/** `link <code>` makes a LINE account a member of staff. */
export const LINKING = /^link\s+(\S{3,100})$/i
