import { vi } from 'vitest'
import type { Desk } from '../test/desk.ts'

/** Everything that was said is answered and everything that must leave has left: now silence means silence. */
export async function allQuiet(desk: Desk): Promise<void> {
  await vi.waitUntil(
    async () => {
      await desk.bot.engine.idle()
      const [open] = await desk.ask(
        `select (select count(*) from inbox where state = 'waiting') + (select count(*) from outbox where state in ('ready', 'sending', 'again')) as count`,
      )
      return Number(open?.['count']) === 0
    },
    { timeout: 60_000, interval: 10 },
  )
}

/** One message after the other: each is answered before the next is said. */
export async function saysInTurn(
  desk: Desk,
  person: { says: (words: string) => Promise<unknown> },
  said: readonly string[],
): Promise<void> {
  for (const words of said) {
    await person.says(words)
    await allQuiet(desk)
  }
}

/** How many of them there are, over all businesses. */
export async function howMany(desk: Desk): Promise<Record<string, number>> {
  const [row] = await desk.ask(
    `select (select count(*)::int from cases) as cases, (select count(*)::int from bookings) as bookings`,
  )
  return row as Record<string, number>
}

type Bubble = { from: string; text: string; altText: string }
type Chat = { messages: () => Bubble[] }

/** What the bot said in a chat since `from` bubbles. */
export const saidSince = (chat: Chat, from: number): string[] =>
  chat
    .messages()
    .slice(from)
    .filter((it) => it.from === 'bot')
    .map((it) => it.text)

export const referenceIn = (words: string, pattern: RegExp): string => pattern.exec(words)?.[0] ?? ''

/** Where a customer's words are kept, by whichever of their names the channel knows them. */
export async function conversationOf(desk: Desk, person: { channelKey: string; userId: string }): Promise<string> {
  const [row] = await desk.ask(
    `select c.id from conversations c join channels h on h.id = c.channel_id and h.key = $1
     where c.source_id = $2 or c.contact_id in (select contact_id from contact_identities where value = $2)`,
    [person.channelKey, person.userId.replace(/^whatsapp:/, '')],
  )
  return row?.['id'] as string
}

/** One message after the other, and what was answered to the last. */
export async function answeredToLast(
  desk: Desk,
  person: Chat & { says: (words: string) => Promise<unknown> },
  said: readonly string[],
): Promise<string> {
  await saysInTurn(desk, person, said.slice(0, -1))
  const from = person.messages().length
  await saysInTurn(desk, person, said.slice(-1))
  return saidSince(person, from).join('\n')
}
