import { type Reply, replyIn } from '../../../api/triage/replies/queries.ts'

const SURELY = 0.8

/** Whether words are such a reply to what was read back, as sure as said: learnt, for what no list of words foresees. */
export function saysReply(said: string, reply: Reply, from: number = SURELY): boolean {
  const heard = replyIn(said)
  return heard.reply === reply && heard.confidence >= from
}
