import { createHash } from 'node:crypto'
import type { Act, Card, Worded } from '../../api/outbox/schema.ts'
import type { Language } from '../../api/tenants/schema.ts'
import type { Choice } from '../../api/whatsapp/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { calendarDay } from '../copy/formats.ts'
import { cut } from '../cut.ts'
import { idOf } from './parse.ts'

/** One message on WhatsApp. `numbered`: its choices show numbers, which may be typed. `rows` say more about each choice, in the same order. */
export type Bubble = { choices: Choice[]; numbered: boolean } & (
  | { kind: 'text'; text: string }
  | { kind: 'buttons' | 'list'; text: string; rows: string[]; button: string }
  | { kind: 'media'; url: string }
)
export type Choosing = Extract<Bubble, { kind: 'buttons' | 'list' }>

// developers' limits of Twilio's Content types: https://www.twilio.com/docs/content/twiliolist-picker and …/twilioquick-reply
export const MOST_TEXT = 1_600
const MOST_WITH_CHOICES = 1_024
const MOST_BUTTONS = 3
const MOST_ROWS = 10
const MOST_BUTTON = 20
const MOST_ROW = 24
const MOST_ROW_DETAIL = 72
const MOST_ID = 200

/** Words, and what can be chosen under them: every neutral message is this here. */
type Said = { text: string; options: Option[]; days?: boolean; button?: string | undefined }
type Option = { label: string; detail?: string; act: Choice['act'] }

/** A parcel's messages for one chat. What follows words without choices joins them: one message is read in order, two may not be. */
export function renderForWhatsApp(messages: Worded[], language: Language): Bubble[] {
  const bubbles: Bubble[] = []
  let open: Said | undefined
  const close = () => {
    if (open) bubbles.push(...bubblesOf(open, language))
    open = undefined
  }
  for (const it of messages) {
    if (it.type === 'image') {
      close()
      bubbles.push({ kind: 'media', url: it.url, choices: [], numbered: false })
      continue
    }
    const said = saidIn(it, language)
    if (open && open.options.length === 0 && open.text.length + said.text.length < MOST_WITH_CHOICES - 2)
      open = { ...said, text: `${open.text}\n\n${said.text}` }
    else {
      close()
      open = said
    }
  }
  close()
  return bubbles
}

function saidIn(it: Exclude<Worded, { type: 'image' }>, language: Language): Said {
  switch (it.type) {
    case 'text':
      return withLinks(it.text, it.acts ?? [])
    case 'card':
      return withLinks(cardWords(it), it.acts)
    case 'list':
      return listed(it)
    case 'form':
      return withLinks(`${it.text}\n\n${it.label}: ${it.url}`, it.acts ?? [])
    case 'date':
      return daysOf(it, language)
  }
}

/** A page opens by its address: a button for it would need the platform's approval first. */
function withLinks(text: string, acts: Act[]): Said {
  const links = acts.flatMap((act) => (act.do === 'open' ? [`${act.label}: ${act.url}`] : []))
  return { text: [text, ...links].filter(Boolean).join('\n\n'), options: acts.flatMap(optionOf) }
}

const optionOf = (act: Act): Option[] =>
  act.do === 'open' ? [] : [{ label: act.label, act: act.do === 'tap' ? { tap: act.data } : { say: act.text } }]

const cardWords = (it: Card): string =>
  [
    [it.title && `*${it.title}*`, it.badge && `(${it.badge.text})`].filter(Boolean).join(' '),
    it.subtitle,
    ...it.facts.map((fact) => `${fact.label}: ${fact.value}`),
    it.body,
  ]
    .filter(Boolean)
    .join('\n')

/** A card that can be chosen in one way is a row under its own name; what it says stands in the text, whole. */
function listed(it: Extract<Worded, { type: 'list' }>): Said {
  const shown = it.cards.map((card) => withLinks(cardWords(card), card.acts))
  const options = it.cards.flatMap((card, index): Option[] => {
    const own = shown[index]?.options ?? []
    const [only] = own
    if (!only || own.length > 1) return own.map((one) => ({ ...one, detail: card.title }))
    return [{ label: card.title, detail: [card.subtitle, card.body].filter(Boolean).join(' · '), act: only.act }]
  })
  return {
    text: [it.text, ...shown.map((one) => one.text)].filter(Boolean).join('\n\n'),
    options: [...options, ...(it.acts ?? []).flatMap(optionOf)],
    // what every card says on its button is what the list's own button says
    button: it.cards[0]?.acts.find((act) => act.do !== 'open')?.label,
  }
}

const DAY_MS = 86_400_000

/** There is no date picker: the next days to tap, and any other day may be typed. */
function daysOf(it: Extract<Worded, { type: 'date' }>, language: Language): Said {
  const said = withLinks(it.text, it.acts ?? [])
  const first = it.initial ?? it.min
  const days: Option[] = []
  for (
    let at = Date.parse(`${first}T00:00:00Z`);
    first && !it.daysInActs && days.length < MOST_ROWS - said.options.length;
    at += DAY_MS
  ) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (it.max && day > it.max) break
    days.push({ label: calendarDay(day, language), act: { tap: it.data, picked: day } })
  }
  return {
    text: `${said.text}\n\n${copyIn(language).whatsapp.otherDay()}`,
    options: [...days, ...said.options],
    days: true,
  }
}

function bubblesOf(said: Said, language: Language): Bubble[] {
  const { options } = said
  if (options.length === 0) return pieces(said.text, MOST_TEXT).map(plainText)
  const fitButtons = options.length <= MOST_BUTTONS && options.every((it) => it.label.length <= MOST_BUTTON)
  const choices = choicesOf(options, fitButtons ? MOST_BUTTON : MOST_ROW)
  // '6' as the answer to 'which day?' is a day, not the sixth row
  const button = cut(said.button ?? copyIn(language).whatsapp.choose, MOST_BUTTON)
  const list = { kind: fitButtons ? 'buttons' : 'list', numbered: !fitButtons && !said.days, button } as const
  const rows = options.map((it, index) => detailOf(it, index, list.numbered))
  if (options.length > MOST_ROWS) return inWords({ ...list, text: said.text, choices, rows }, language)
  const texts = pieces(said.text, MOST_WITH_CHOICES)
  const last = texts.pop() ?? ''
  return [...texts.map(plainText), { ...list, text: last, choices, rows }]
}

const plainText = (text: string): Bubble => ({ kind: 'text', text, choices: [], numbered: false })

/** The same choices in words: for more of them than a list holds, and for a channel that cannot keep contents. */
export function inWords(it: Choosing, language: Language): Bubble[] {
  const copy = copyIn(language).whatsapp
  const [only] = it.choices
  // one choice gets no number: a bare 1 is rather the answer to what was asked
  const single = it.choices.length === 1 && only
  const lines = it.choices.map((choice, index) => `${index + 1}. ${choice.label}`)
  const list = single ? copy.orSay(only.label) : `${lines.join('\n')}\n\n${copy.byNumber()}`
  const texts = pieces(`${it.text}\n\n${list}`, MOST_TEXT)
  const last = texts.pop() ?? ''
  return [...texts.map(plainText), { kind: 'text', text: last, choices: it.choices, numbered: !single }]
}

function choicesOf(options: Option[], most: number): Choice[] {
  const taken = new Set<string>()
  return options.map(({ label, act }) => {
    let title = cut(oneLine(label), most)
    // the platform refuses two buttons of one name
    for (let n = 2; taken.has(title); n += 1) title = `${cut(oneLine(label), most - 3)} ${n}`
    taken.add(title)
    return { id: shortId(idOf(act)), title, label, act }
  })
}

/** Our signed data is the id itself; what is too long is looked up among what was offered. */
const shortId = (id: string): string =>
  id.length <= MOST_ID ? id : `o:${createHash('sha256').update(id).digest('base64url')}`

/** A row's second line: its number, and what its title had no room for. It may not be empty. */
function detailOf(it: Option, index: number, numbered: boolean): string {
  const label = oneLine(it.label)
  const said = [numbered ? String(index + 1) : '', label.length > MOST_ROW ? label : '', it.detail ?? '']
  return cut(oneLine(said.filter(Boolean).join(' · ')), MOST_ROW_DETAIL) || '·'
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Long words in pieces, at a paragraph or a line where there is one. */
export function pieces(words: string, most: number): string[] {
  const found: string[] = []
  let rest = words.trim()
  while (rest.length > most) {
    const head = rest.slice(0, most)
    const at = [head.lastIndexOf('\n\n'), head.lastIndexOf('\n'), head.lastIndexOf(' ')].find((it) => it > most / 3)
    // cut() keeps characters whole and adds the sign of a cut, which a piece does not need
    const piece = at === undefined ? cut(rest, most).slice(0, -1) : head.slice(0, at)
    found.push(piece.trim())
    rest = rest.slice(piece.length).trim()
  }
  return rest ? [...found, rest] : found
}
