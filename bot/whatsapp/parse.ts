import { saidName } from '../../api/said-name.ts'
import type { Choice } from '../../api/whatsapp/schema.ts'
import { isWhatsAppId } from '../../api/whatsapp/queries.ts'
import type { Heard, Media, Place } from '../heard.ts'
import { consentSaid } from './stop-words.ts'

/** The form of a webhook. Names grow without notice: what we do not know is stored and ignored. */
export type Form = Record<string, string | string[]>

export function formOf(raw: Buffer): Form {
  // without a prototype: `constructor` is a name like any other
  const form = Object.create(null) as Form
  for (const [name, value] of new URLSearchParams(raw.toString('utf8'))) {
    const before = form[name]
    if (before === undefined) form[name] = value
    else if (typeof before === 'string') form[name] = [before, value]
    else before.push(value)
  }
  return form
}

/** Twilio sends some forty. A stranger's form is not even read: all of its fields would be sorted for each signature that is tried. */
const MOST_FIELDS = 1_000

export function hasTooManyFields(raw: Buffer): boolean {
  let fields = 1
  for (let at = raw.indexOf('&'); at >= 0 && fields <= MOST_FIELDS; at = raw.indexOf('&', at + 1)) fields += 1
  return fields > MOST_FIELDS
}

/** A field of the form; a person cannot type a NUL, and the database refuses one. */
export function field(form: Form, name: string): string {
  const value = form[name]
  const one = typeof value === 'string' ? value : (value?.[0] ?? '')
  return one.replaceAll('\u0000', '').toWellFormed()
}

const SID = /^(?:SM|MM)[0-9a-fA-F]{32}$/
export const isMessageSid = (said: string): boolean => SID.test(said)

const bare = (address: string): string => address.replace(/^whatsapp:/, '')

/** Who wrote: the business-scoped id first, then the number. Somebody may have either, or both. */
export function idsOf(form: Form): string[] {
  const ids = [bare(field(form, 'ExternalUserId')), bare(field(form, 'From'))]
  const number = field(form, 'WaId')
  if (ids[1] && !ids[1].startsWith('+') && /^\d+$/.test(number)) ids.push(`+${number}`)
  return [...new Set(ids)].filter(isWhatsAppId)
}

/** Which event of whom; nothing for what is no message of a person. */
export function eventOf(form: Form): { eventId: string; ids: string[]; bubble: boolean } | undefined {
  const [eventId, ids] = [field(form, 'MessageSid'), idsOf(form)]
  if (!isMessageSid(eventId) || ids.length === 0) return undefined
  return { eventId, ids, bubble: !payloadOf(form) && !consentIn(form) }
}

// ButtonPayload is documented. ListId is not in an official page: a choice of a list is also known by its title (see `recognise`).
const payloadOf = (form: Form): string => field(form, 'ButtonPayload') || field(form, 'ListId')

/** What an event says, in the desk's terms. */
export function hear(raw: Buffer, happenedAt: Date): Heard {
  const form = formOf(raw)
  const [userId, ...alsoKnownAs] = idsOf(form)
  const called = saidName(field(form, 'ProfileName'))
  const common = {
    userId,
    at: happenedAt,
    replyToken: undefined,
    messageId: field(form, 'MessageSid'),
    ...(alsoKnownAs.length && { alsoKnownAs }),
    ...(called && { called }),
  }
  const consent = consentIn(form)
  if (consent) return { ...common, ...consent }
  const payload = payloadOf(form)
  if (payload) return { ...common, ...actOf(payload) }
  const text = field(form, 'Body') || field(form, 'ButtonText') || field(form, 'ListTitle')
  if (text) return { ...common, kind: 'text', text, addressed: true }
  return { ...common, ...mediaIn(form) }
}

type Shown =
  | { kind: 'image' | 'video' | 'audio' | 'file'; media: Media }
  | { kind: 'location'; place: Place }
  | { kind: 'sticker' }
  | { kind: 'unknown'; what: string }
  | { kind: 'ignored' }

function mediaIn(form: Form): Shown {
  const [latitude, longitude] = [Number(field(form, 'Latitude')), Number(field(form, 'Longitude'))]
  if (field(form, 'Latitude') && Number.isFinite(latitude) && Number.isFinite(longitude)) {
    const [title, address] = [field(form, 'Label'), field(form, 'Address')]
    return { kind: 'location', place: { latitude, longitude, ...(title && { title }), ...(address && { address }) } }
  }
  if (!hasMedia(form)) return wordless(field(form, 'MessageType'))
  if (field(form, 'MessageType') === 'sticker') return { kind: 'sticker' }
  const [type] = field(form, 'MediaContentType0').split('/')
  const kind = type === 'image' || type === 'video' || type === 'audio' ? type : 'file'
  const origin = field(form, 'MediaUrl0')
  return { kind, media: { origin: origin && origin.length <= MOST_OF_AN_ADDRESS ? origin : undefined } }
}

/** As much as is kept of where a file lies. Twilio's own addresses are a tenth of it; a longer one is nobody's file. */
const MOST_OF_AN_ADDRESS = 2_000

/** A heart on a message is no message; words without a word are none either. */
const wordless = (what: string): Shown =>
  ['', 'text', 'reaction'].includes(what) ? { kind: 'ignored' } : { kind: 'unknown', what }

const hasMedia = (form: Form): boolean => Number(field(form, 'NumMedia')) > 0

const OF_MEDIA = /^(?:NumMedia|MediaUrl\d+|MediaContentType\d+)$/

/** A picture with words under it is two bubbles, as it is wherever pictures have no words: the picture, then what was said of it. */
export function bubblesIn(form: Form, raw: Buffer): { tail: string; raw: Buffer }[] {
  if (!hasMedia(form) || !field(form, 'Body') || payloadOf(form) || consentIn(form)) return [{ tail: '', raw }]
  const without = (left: (name: string) => boolean) => {
    const kept = [...new URLSearchParams(raw.toString('utf8'))].filter(([name]) => !left(name))
    return Buffer.from(new URLSearchParams(kept).toString())
  }
  return [
    { tail: '', raw: without((name) => name === 'Body') },
    { tail: ':words', raw: without((name) => OF_MEDIA.test(name)) },
  ]
}

const SAYS = 'say:'
const PICKS = /^d:(\d{4}-\d{2}-\d{2}):(.+)$/s

/** What comes back on a tap; `idOf` and this are each other's way back. */
export function idOf(act: Choice['act']): string {
  if ('say' in act) return SAYS + act.say
  return act.picked ? `d:${act.picked}:${act.tap}` : act.tap
}

export function actOf(
  id: string,
): { kind: 'tap'; data: string; picked: string | undefined } | { kind: 'text'; text: string; addressed: true } {
  if (id.startsWith(SAYS)) return { kind: 'text', text: id.slice(SAYS.length), addressed: true }
  const [, picked, data] = PICKS.exec(id) ?? []
  return { kind: 'tap', data: data ?? id, picked }
}

/** Twilio's own word on consent, else the person's. */
function consentIn(form: Form): { kind: 'stopped' | 'started'; wording: string; told: boolean } | undefined {
  // Twilio's own handling of STOP, where the account has it, has answered already
  const told = field(form, 'OptOutType').toUpperCase()
  if (told === 'STOP' || told === 'START')
    return { kind: told === 'STOP' ? 'stopped' : 'started', wording: told, told: true }
  const said = consentSaid(field(form, 'Body'))
  return said && { ...said, told: false }
}
