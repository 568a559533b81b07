import type { Understanding } from '../../api/triage/understanding.ts'
import { answerFollowing } from '../dialogues/answer-from-catalogue.ts'
import { answerIfKnown, answerQuestion } from '../dialogues/answer-question.ts'
import { asksOfOpenCase } from './asks-of-case.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { askedOfDay } from './words/following-day.ts'

const LONGEST = 70
const THAI =
  /^(?:(?:แล้ว|งั้น|ส่วน|ถ้า).{1,60}(?:ล่ะ|หล่ะ|ละ)|(?:แล้ว|งั้น)(?:ถ้า|กรณี|ของ|แบบ|ที่).{2,60})(?:\s*(?:คะ|ค่ะ|ครับ|คับ|จ๊ะ|เนี่ย))*[\s?？]*$/
const ENGLISH =
  /^(?:ok(?:ay)?[\s,.]+|thanks[\s,.!]+|hmm+[\s,.]+)*(?:(?:and |so |but )?(?:what|how) about\b.{2,60}|(?:and|but|so) .{2,60}\?|(?:and |but |so )?(?:what )?if (?:i|we|it|they|he|she|you|the|my|our|there)\b.{2,60})$/i
const JAPANESE =
  /^(?:では|じゃあ?|それでは|ちなみに|なら|あと)?[、\s]*.{1,40}(?:場合は?|(?:は|だと)(?:どう(?:です|でしょう|なります)か|いかが(?:です|でしょう)か)?)[?？。]*$/
const CHINESE = /^(?:那|那么|那麼).{1,30}呢[?？]?$/

/** 'And in winter?', แล้วถ้า…ล่ะ, …の場合は: hardly a sentence without the question before it. */
export function followsUp(said: string): boolean {
  const words = said.trim().replaceAll('’', "'")
  return words.length <= LONGEST && [THAI, ENGLISH, JAPANESE, CHINESE].some((it) => it.test(words))
}

/** Said right after a question was answered: one more question of the same kind, whatever it is like by itself. */
export async function answeredFollowUp(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { help } = turn.state
  if (!help || !followsUp(turn.said) || it.intent === 'handoff') return undefined
  const at = { now: turn.ctx.now, zone: turn.tenant.zone }
  const onDay = askedOfDay(turn.said, help.text, at)
  const then = onDay === undefined ? undefined : await answerIfKnown({ ...turn, said: onDay }, 'no guess')
  if (then) return then
  const isWish = it.intent === 'booking_request' && it.intentConfidence >= SURELY_WISHED
  // 'if I do 15k a month' asks what would be then
  if (isWish && !ONLY_IF.test(turn.said)) return undefined
  const both = { ...turn, said: `${help.text}\n${turn.said}` }
  return (
    (await answerFollowing(turn, help.text)) ??
    (await answerIfKnown(turn, 'no guess')) ??
    (await answerIfKnown(both, 'no guess')) ??
    (await asksOfOpenCase(turn)) ??
    answerQuestion(both)
  )
}
const ONLY_IF = /^\s*(?:and |but |so )?(?:what )?if\b/i
const SURELY_WISHED = 0.75
