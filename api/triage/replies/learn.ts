import { readFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { type PlainModel, trainPlain } from '../local/plain.ts'
import { readBuilt } from '../training/built.ts'
import type { Reply } from './queries.ts'

/** The file of the build. */
export const REPLIES = 'replies.model'

export const learnReplies = (): PlainModel =>
  trainPlain(repliesIn('lessons.jsonl').map(({ text, reply }) => ({ text, label: reply })))

export const bytesOf = (model: PlainModel): Uint8Array => serialize(model)

export function builtReplies(): PlainModel | undefined {
  const bytes = readBuilt(REPLIES)
  return bytes && (deserialize(bytes) as PlainModel)
}

/** `lessons.jsonl` teaches; `held.jsonl` is of another hand and only measures. */
export const repliesIn = (file: string): { language: string; reply: Reply; text: string }[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { language: string; reply: Reply; text: string })
