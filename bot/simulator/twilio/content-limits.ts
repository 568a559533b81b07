import { type Fields, isFields } from '../line/shape.ts'

/** What is wrong with a Content resource, in a few words; undefined when nothing is. */
type Fault = string | undefined

const firstOf = (...faults: (Fault | Fault[])[]): Fault => faults.flat().find((it) => it !== undefined)

function tooLong(it: unknown, name: string, max: number, min = 1): Fault {
  if (it === undefined && min === 0) return undefined
  if (typeof it !== 'string') return `${name} is required`
  if (it.length < min) return `${name} must not be empty`
  return it.length > max ? `${name} must not be longer than ${max} characters` : undefined
}

function listOf(it: unknown, name: string, min: number, max: number, check: (one: Fields, at: string) => Fault): Fault {
  if (!Array.isArray(it) || it.length < min || it.length > max) return `${name} must hold ${min} to ${max} entries`
  const entries: unknown[] = it
  return firstOf(
    entries.map((one, at) => (isFields(one) ? check(one, `${name}[${at}]`) : `${name}[${at}] is no object`)),
  )
}

const onlyKnown = (it: Fields, name: string, ...known: string[]): Fault => {
  const strange = Object.keys(it).find((field) => !known.includes(field))
  return strange && `${name}.${strange} is not a known field`
}

const repeated = (it: unknown, field: string): Fault => {
  const values = (Array.isArray(it) ? it : []).map((one: unknown) => (isFields(one) ? one[field] : undefined))
  return new Set(values).size === values.length ? undefined : `two entries have the same ${field}`
}

const quickReply = (one: Fields, at: string): Fault =>
  firstOf(
    onlyKnown(one, at, 'type', 'title', 'id'),
    tooLong(one.title, `${at}.title`, 20),
    tooLong(one.id, `${at}.id`, 200, 0),
  )

const listItem = (one: Fields, at: string): Fault =>
  firstOf(
    onlyKnown(one, at, 'id', 'item', 'description'),
    tooLong(one.item, `${at}.item`, 24),
    tooLong(one.id, `${at}.id`, 200),
    tooLong(one.description, `${at}.description`, 72),
  )

function action(one: Fields, at: string): Fault {
  const kinds = ['URL', 'PHONE_NUMBER', 'COPY_CODE', 'QUICK_REPLY', 'VOICE_CALL']
  if (typeof one.type !== 'string' || !kinds.includes(one.type)) return `${at}.type must be one of ${kinds.join(', ')}`
  if (one.type === 'URL' && !/^https?:\/\/\S+$/.test(String(one.url))) return `${at}.url must be a web address`
  return tooLong(one.title, `${at}.title`, 20)
}

const card = (it: Fields, at: string): Fault =>
  firstOf(
    tooLong(it.body ?? it.title, `${at}.body`, 1024),
    it.actions === undefined ? undefined : listOf(it.actions, `${at}.actions`, 1, 10, action),
  )

/**
 * Twilio's limits of each content type. Where a length counts, it is that of the text as it is given: of a skeleton when it is
 * made, of the filled one when it is sent.
 */
const TYPES: Record<string, (it: Fields) => Fault> = {
  'twilio/text': (it) => tooLong(it.body, 'body', 1600),
  'twilio/media': (it) =>
    firstOf(
      tooLong(it.body, 'body', 1024, 0),
      Array.isArray(it.media) && it.media.length === 1 ? undefined : 'one media',
    ),
  'twilio/location': (it) =>
    typeof it.latitude === 'number' && typeof it.longitude === 'number'
      ? undefined
      : 'latitude and longitude are needed',
  'twilio/quick-reply': (it) =>
    firstOf(
      onlyKnown(it, 'quick-reply', 'body', 'actions'),
      tooLong(it.body, 'body', 1024),
      listOf(it.actions, 'actions', 1, 10, quickReply),
      repeated(it.actions, 'title'),
    ),
  'twilio/list-picker': (it) =>
    firstOf(
      onlyKnown(it, 'list-picker', 'body', 'button', 'items'),
      tooLong(it.body, 'body', 1024),
      tooLong(it.button, 'button', 20),
      listOf(it.items, 'items', 1, 10, listItem),
      repeated(it.items, 'id'),
    ),
  'twilio/call-to-action': (it) =>
    firstOf(tooLong(it.body, 'body', 1024), listOf(it.actions, 'actions', 1, 10, action)),
  'twilio/card': (it) => card(it, 'card'),
  'whatsapp/card': (it) => card(it, 'card'),
  'twilio/carousel': (it) => firstOf(tooLong(it.body, 'body', 1024), listOf(it.cards, 'cards', 2, 10, card)),
}

/** From the poorest to the richest: of several the last one that WhatsApp takes is sent. */
const BY_WEALTH = [
  'twilio/text',
  'twilio/media',
  'twilio/location',
  'twilio/quick-reply',
  'twilio/call-to-action',
  'twilio/list-picker',
  'twilio/card',
  'twilio/carousel',
  'whatsapp/card',
]

export type ContentTypes = Record<string, Fields>

export function whatIsWrong(types: unknown): string | undefined {
  if (!isFields(types) || Object.keys(types).length === 0) return 'types must hold at least one content type'
  return firstOf(
    Object.entries(types).map(([name, it]) => {
      const check = TYPES[name]
      if (!check) return `${name} is not a content type that this simulator knows`
      const fault = isFields(it) ? check(it) : 'is no object'
      return fault && `${name}: ${fault}`
    }),
  )
}

export function richestOf(types: ContentTypes): { type: string; content: Fields } {
  const type = BY_WEALTH.findLast((one) => types[one] !== undefined) ?? 'twilio/text'
  return { type, content: types[type] ?? {} }
}

const NEVER_APPROVED = new Set(['twilio/list-picker', 'twilio/location'])
const ALWAYS_APPROVED = new Set(['twilio/card', 'whatsapp/card', 'twilio/carousel'])
const MOST_BUTTONS_IN_WINDOW = 3
const MOST_IN_APPROVED = 1024

export const canBeApproved = (types: ContentTypes): boolean => !NEVER_APPROVED.has(richestOf(types).type)

/** Why this filled content does not go out, by Twilio's number; undefined when it does. */
export function refusedContent(type: string, content: Fields, isApproved: boolean): number | undefined {
  if (TYPES[type]?.(content) !== undefined) return 63021
  if (isApproved) return typeof content.body === 'string' && content.body.length > MOST_IN_APPROVED ? 63021 : undefined
  if (ALWAYS_APPROVED.has(type)) return 63016
  const buttons = Array.isArray(content.actions) ? content.actions.length : 0
  return buttons > MOST_BUTTONS_IN_WINDOW ? 63021 : undefined
}
