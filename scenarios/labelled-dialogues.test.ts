import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, saidSince } from './all-quiet.ts'

/** What a turn of a customer should come to; slots are only those that this turn adds or replaces. */
type Expected = {
  intent: string
  booking_kind?: string
  case_type?: string
  action: string
  secondary?: string
  slots?: Record<string, string | number>
}
type Dialogue = {
  id: string
  tenant: string
  language: 'th' | 'en' | 'ja' | 'mixed'
  channel: 'line' | 'whatsapp' | 'line_group'
  tags: string[]
  turns: { from: 'customer' | 'bot' | 'staff'; text: string; expect?: Expected }[]
}
type State = {
  /** how often the bot spoke to words that were nobody's business */
  intruded: number
  bookings: { kind: string; slots: Record<string, string | number> }[]
  cases: string[]
  mode: string
}

const dialoguesIn = (file: string): Dialogue[] =>
  readFileSync(new URL(`../seeds/data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Dialogue)

const BOOKS = ['create_booking', 'create_order']
const OPENS = ['create_case', 'create_case_and_alert', 'reopen_case', 'wait_authority']
const ANY = 'any type'
const CHANGE = 'a change'
const AT_ONCE = 6

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

/**
 * The records that should be there after the last turn. Four things are read as this desk means them:
 * - a case opens with the first words of a trouble, not after the last question: a 'create_case' on 'yes, do it' is of the type spoken of before;
 * - somebody who writes for the first time owns no case that could be reopened (a reference proves nothing), and no booking that could be
 *   changed: what they say of one opens a case of theirs, `CHANGE` where the label names no type;
 * - a case whose type is not labelled may be of any;
 * - a wish that waits for somebody with authority is kept in a case meanwhile, as those dialogues say themselves.
 */
function wantedOf(it: Dialogue): State {
  const wanted: State = { intruded: 0, bookings: [], cases: [], mode: 'bot' }
  let kind = ''
  let type = ANY
  let slots: Record<string, string | number> = {}
  for (const { expect: turn } of it.turns) {
    if (!turn) continue
    if (turn.booking_kind && turn.booking_kind !== 'unknown') kind = turn.booking_kind
    if (turn.case_type && turn.case_type !== 'unknown') type = turn.case_type
    if (turn.intent === 'booking_request' || BOOKS.includes(turn.action)) slots = { ...slots, ...turn.slots }
    if (BOOKS.includes(turn.action)) {
      wanted.bookings.push({ kind, slots })
      slots = {}
    }
    if (OPENS.includes(turn.action)) wanted.cases.push(type)
    if (turn.action === 'create_case_x2') wanted.cases.push(type, turn.secondary ?? ANY)
    if (turn.action === 'update_booking' && !wanted.cases.includes(CHANGE)) wanted.cases.push(CHANGE)
    if (turn.action === 'handoff') wanted.mode = 'staff'
  }
  return wanted
}

/** A customers' group with one of them in it; who mentions the bot names it as its channel does, whatever the dialogue calls it. */
async function inGroup(it: Dialogue, userId: string) {
  const { tenant, call } = desk.business(it.tenant)
  const channelKey = tenant.line.key
  const made = desk.simulator.addGroup(channelKey, { name: it.id, members: [userId], botIn: false })
  const group = desk.simulator.group(channelKey, made.groupId)
  await group.join()
  await allQuiet(desk)
  const [row] = await desk.ask('select id from conversations where source_id = $1', [made.groupId])
  const id = String(row?.['id'])
  const vip = await call(`/v1/groups/${id}/purpose`, { method: 'POST', body: JSON.stringify({ purpose: 'vip' }) })
  expect(vip.status, await vip.text()).toBe(200)
  await allQuiet(desk)
  const speaker = group.as(userId)
  const named = `@${tenant.line.botName}`
  return { id, chat: group, says: (words: string) => speaker.says(words.replace(/^@\S+/, named)) }
}

/** Says the customer's part as it is written, whatever the desk asks meanwhile, and tells what is there then. */
async function played(it: Dialogue): Promise<State> {
  const app = it.channel === 'whatsapp' ? 'whatsapp' : 'line'
  const { newcomer } = desk.business(it.tenant, app)
  const person = newcomer(it.id, it.language === 'mixed' ? 'th' : it.language)
  const group = it.channel === 'line_group' ? await inGroup(it, person.userId) : undefined
  const { chat, says } = group ?? { chat: person, says: person.says }
  let intruded = 0
  for (const turn of it.turns) {
    if (turn.from !== 'customer') continue
    const before = chat.messages().length
    await says(turn.text)
    await allQuiet(desk)
    if (group && turn.expect?.action === 'ignore') intruded += saidSince(chat, before).length
  }
  const id = group?.id ?? (await conversationOf(desk, person))
  const [row] = await desk.ask(
    `select k.mode,
       (select coalesce(json_agg(json_build_object('kind', y.key, 'slots',
          b.slots || jsonb_strip_nulls(jsonb_build_object('item', i.name)))), '[]')
        from bookings b join booking_kinds y on y.id = b.booking_kind_id left join catalogue_items i on i.id = b.item_id where b.conversation_id = k.id) as bookings,
       (select coalesce(json_agg(y.key), '[]') from cases c join case_types y on y.id = c.case_type_id where c.conversation_id = k.id) as cases
     from conversations k where k.id = $1`,
    [id],
  )
  return { ...(row as Omit<State, 'intruded'>), intruded }
}

/** 'Instagram followers' names a family of things: the one of it that was chosen is as good. */
const isSaid = (name: string, wanted: string, got: string): boolean =>
  got === wanted || (name === 'item' && got.startsWith(`${wanted} (`))

/** Each of those wanted is there, the named ones first, and nothing else is. */
function sameTypes(wanted: string[], got: string[]): boolean {
  const left = [...got]
  for (const type of wanted.toSorted((a, b) => Number(a === ANY) - Number(b === ANY))) {
    const at = left.findIndex(
      (it) => type === ANY || it === type || (type === CHANGE && /change|cancel|resched|edit/.test(it)),
    )
    if (at < 0) return false
    left.splice(at, 1)
  }
  return left.length === 0
}

function wrongIn(wanted: State, got: State): string[] {
  const kinds = (it: State) => it.bookings.map((one) => one.kind).sort()
  return [
    ...(String(kinds(wanted)) === String(kinds(got))
      ? []
      : [`bookings ${kinds(wanted).join()} were ${kinds(got).join()}`]),
    ...(sameTypes(wanted.cases, got.cases) ? [] : [`cases ${wanted.cases.join()} were ${got.cases.join()}`]),
    ...(got.intruded > 0 ? [`the bot spoke ${got.intruded} times where nobody spoke to it`] : []),
    ...(wanted.mode === 'staff' && got.mode !== 'staff' ? ['no person was called'] : []),
    ...wanted.bookings.flatMap(({ kind, slots }) => {
      const same = got.bookings.find((one) => one.kind === kind)
      if (!same) return []
      return Object.entries(slots)
        .filter(
          ([name, value]) => !isSaid(name, String(value).toLowerCase(), String(same.slots[name] ?? '').toLowerCase()),
        )
        .map(([name, value]) => `${name} ${value} was ${same.slots[name]}`)
    }),
  ]
}

it.each([
  { file: 'dialogues.jsonl', floor: 0.74 },
  { file: 'dialogues-more.jsonl', floor: 0.9 },
])(
  'the dialogues of $file end in the records they should',
  async ({ file, floor }) => {
    const left = dialoguesIn(file)
    const ended: { it: Dialogue; wrong: string[]; missedCase: boolean }[] = []
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let it = left.shift(); it; it = left.shift()) {
          const [wanted, got] = [wantedOf(it), await played(it)]
          const missedCase = wanted.cases.length > 0 && got.cases.length === 0
          ended.push({ it, wrong: wrongIn(wanted, got), missedCase })
        }
      }),
    )
    const wrong = ended.filter((one) => one.wrong.length > 0)
    const told = wrong.map((one) => `${one.it.id}: ${one.wrong.join('; ')}`).join('\n')
    expect(1 - wrong.length / ended.length, told).toBeGreaterThanOrEqual(floor)
    const interrupted = ended.filter((one) => one.it.tags.includes('interruption') && one.missedCase)
    expect(interrupted.map((one) => one.it.id)).toEqual([])
    expect(desk.troubles).toEqual([])
  },
  120_000,
)
