import { lately } from './lately.ts'

/** Where one thing ends and another begins: after a full stop, a polite ending in Thai, a Japanese 'but', and before a word that asks. */
const CLAUSE_ENDS =
  /\n+|(?<=[!?。！？])\s*|(?<=[\p{L})])[.]\s+|(?<=ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ|น้า|ค่า)\s+|(?<=(?:です|ます|たい)(?:の|ん)?(?:です)?(?:が|けど|けれど|ので(?!す)))、?|[,;]\s+(?=(?:and |but |also |so )?(?:is|are|am|do|does|did|can|could|will|would|should|what|when|where|which|how|who|why)\b)/iu

/** What is said in several breaths, breath by breath. */
export const clausesOf: (said: string) => readonly string[] = lately((said) =>
  said
    .split(CLAUSE_ENDS)
    .map((it) => (it ?? '').trim())
    .filter((it) => /\p{L}{2}|\p{N}/u.test(it)),
)
