import { clausesOf } from './clauses.ts'
import { looksAsked } from './set-words.ts'

/** '… and can we pay by card?', '…ไหมคะ แล้ว…', '…ですか、…': where one question ends and the next begins. */
const BETWEEN =
  /(?<=[a-z]),?\s+(?:and|also|plus|or)\s+(?:also\s+)?(?=(?:is|are|am|do|does|did|can|could|will|would|should|what|when|where|which|how|who|why)\s+(?:i|we|you|it|they|he|she|there|the|this|that|my|our|your|much|many|long|far|is|are|do|does|can|will|should|a|an|[a-z]+)\b)|(?<=ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|ป่าว|เท่าไหร่|เท่าไร|กี่โมง|ยังไง|บ้าง|คะ|ค่ะ|ครับ|คับ)\s*(?:แล้วก็|แล้ว|และ|กับ)(?=[ก-๙]{3})|(?<=ですか|ますか|でしょうか|ませんか)[、,\s]*(?:あと|また|それと|それから)?[、,\s]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/iu

/** What is asked, question by question: several where a message asks more than once, none where it does not ask. */
export const questionsIn = (said: string): string[] =>
  said.length > LONGEST
    ? []
    : clausesOf(said)
        .flatMap((it) => it.split(BETWEEN))
        .map((it) => it.trim().replace(LEADS_IN, ''))
        .filter((it) => it.length >= LEAST && looksAsked(it))
const LEADS_IN = /^(?:and|also|plus|แล้วก็|แล้ว|あと|それと|また)[\s,、]*(?=\S)/i
const LONGEST = 400
const LEAST = 4
