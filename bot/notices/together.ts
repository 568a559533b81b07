import type { Act, Card, Notice, Worded } from '../../api/outbox/schema.ts'
import type { Copy } from '../copy/copy.ts'

/** One call carries five objects on LINE; a list is two of them, its text and its cards. */
export const MOST_OBJECTS = 5
const MOST_LINES = 20
const MOST_CARDS = 10

export const objectsIn = (words: readonly { type: string }[]): number =>
  words.reduce((sum, it) => sum + (it.type === 'list' ? 2 : 1), 0)

const MOST_TEXT = 5_000

/** Texts that stand beside each other become one, from the last, until all fit: nothing of them is left out. */
export function inBubbles(words: Worded[], most: number): Worded[] {
  let fitted = words
  while (objectsIn(fitted) > most) {
    const at = fitted.findLastIndex((it, index) => joinable(it, fitted[index + 1]))
    const [one, next] = [fitted[at], fitted[at + 1]]
    if (one?.type !== 'text' || next?.type !== 'text') return fitted
    fitted = [...fitted.slice(0, at), { type: 'text', text: `${one.text}\n\n${next.text}` }, ...fitted.slice(at + 2)]
  }
  return fitted
}

const isPlain = (it: Worded | undefined): it is Extract<Worded, { type: 'text' }> =>
  it?.type === 'text' && !it.acts?.length

const joinable = (one: Worded, next: Worded | undefined): boolean =>
  isPlain(one) && isPlain(next) && one.text.length + next.text.length + 2 <= MOST_TEXT

/** What is worth saying first when one thing was in the news several times. */
const rank = [
  'case.sla_breach',
  'case.became_critical',
  'case.risk_suggested',
  'conversation.risk_suggested',
  'case.provider_silent',
  'case.sla_warning',
  'booking.sla_breach',
  'case.kept',
  'case.withdrawn',
  'case.reopened',
  'case.opened',
  'case.found',
  'booking.requested',
  'conversation.handed_over',
  'conversation.voice_unheard',
]

/** What no card of a case, booking or chat says as well. */
const standsAlone = new Set([
  'message.failed',
  'customer.unreachable',
  'conversation.window_closing',
  'conversation.answer_waits',
  'conversation.answer_left',
])

/** One piece of news for each case, booking or chat: its card shows what is true now, so an older one has nothing to add. */
export function oneForEach(notices: Notice[]): (Notice & { times: number })[] {
  const about = new Map<string, Notice[]>()
  for (const [index, it] of notices.entries()) {
    const subject = standsAlone.has(it.event) ? undefined : (it.caseId ?? it.bookingId ?? it.conversationId)
    const key = `${it.audience} ${subject ?? index}`
    about.set(key, [...(about.get(key) ?? []), it])
  }
  return [...about.values()].flatMap((those) => {
    const told = rank.flatMap((event) => those.find((it) => it.event === event) ?? [])[0] ?? those.at(-1)
    return told ? [{ ...told, times: those.length }] : []
  })
}

/** Everything one after the other if there is room, else one list: a line for each, and the cards that can be worked on. */
export function together(said: Worded[][], room: number, it: { copy: Copy; heading: string; fold: boolean }): Worded[] {
  const all = said.flat()
  if (all.length === 0) return []
  if (objectsIn(all) <= room && !(it.fold && said.length > 1)) return all
  const lines = said.flatMap(lineOf)
  const shown = lines.slice(0, MOST_LINES)
  const rest = lines.length - shown.length
  const cards = said.flatMap((words) => words.filter((one): one is Card => one.type === 'card').slice(-1))
  return [
    {
      type: 'list',
      text: [it.heading, ...shown, ...(rest > 0 ? [it.copy.news.more(rest)] : [])].join('\n'),
      // what is finished comes last: ten cards should be ten things to do
      cards: [...cards]
        .sort((a, b) => Number(a.badge?.tone === 'good') - Number(b.badge?.tone === 'good'))
        .slice(0, MOST_CARDS),
    },
  ]
}

function lineOf(words: Worded[]): string[] {
  const [first] = words
  if (!first) return []
  if (first.type === 'card')
    return [`• ${[first.title, first.subtitle ?? first.badge?.text].filter(Boolean).join(' · ')}`]
  return 'text' in first ? [`• ${first.text.split('\n')[0]}`] : []
}

/** For somebody who may look and not touch. */
export const withoutTaps = (words: Worded[]): Worded[] =>
  words.map((it) => ('acts' in it && it.acts ? { ...it, acts: it.acts.filter((act: Act) => act.do !== 'tap') } : it))
