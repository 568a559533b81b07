import { z } from 'zod'

const LineTrouble = z.object({
  message: z.string().default(''),
  details: z.array(z.object({ property: z.string().default('') })).default([]),
})
const Body = z.looseObject({ messages: z.array(z.looseObject({ type: z.string() })) })
type LineMessage = z.infer<typeof Body>['messages'][number]

/** LINE counts from nought: `messages[1].altText` of what stands outside, `A message (messages[1]) …` of what is inside a card. */
const NAMED = /^messages\[(\d+)\]|\(messages\[(\d+)\]\)/

/**
 * The same call without what LINE refused of it: one message that is wrong does not keep the others from going. What was refused goes in its
 * plain words, or, where those are refused too or stand there already, not at all. Nothing when LINE names no message, or it was the only one.
 */
export function withoutRefused(body: Buffer, answer: string): Buffer | undefined {
  const { messages, ...rest } = Body.parse(JSON.parse(body.toString()))
  const refused = refusedIn(answer)
  if (messages.length < 2 || !messages.some((_, index) => refused.has(index))) return undefined
  const left = messages.flatMap((it, index) => (refused.has(index) ? inPlainWords(it, messages.slice(0, index)) : [it]))
  return left.length > 0 ? Buffer.from(JSON.stringify({ ...rest, messages: left })) : undefined
}

function refusedIn(answer: string): Set<number> {
  const { message, details } = LineTrouble.catch({ message: '', details: [] }).parse(jsonIn(answer))
  const named = [message, ...details.map((it) => it.property)].flatMap((said) => {
    const [, outside, inside] = NAMED.exec(said) ?? []
    return outside ?? inside ?? []
  })
  return new Set(named.map(Number))
}

function inPlainWords(it: LineMessage, before: LineMessage[]): LineMessage[] {
  const words = it['text'] ?? it['altText']
  const isPlain = it.type === 'text' && Object.keys(it).length === 2
  const isSaid = before.some((one) => one['text'] === words)
  return typeof words !== 'string' || words === '' || isPlain || isSaid ? [] : [{ type: 'text', text: words }]
}

function jsonIn(answer: string): unknown {
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}
