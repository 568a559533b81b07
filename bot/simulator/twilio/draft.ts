import { isWhatsAppAddress, type Sender } from '../cast.ts'
import type { RawMessage } from '../world.ts'
import { type Answer, refused } from './answer.ts'
import { refusedContent, richestOf } from './content-limits.ts'
import type { Content } from './templates.ts'
import { filled, placeholdersIn, readVariables } from './variables.ts'

/** What a create asks for, understood. */
export type Draft = {
  sender: Sender
  to: string
  body: string
  mediaUrls: string[]
  contentSid?: string
  statusCallback?: string
  /** Written as a template that Meta approved: it may go at any time. */
  isTemplate: boolean
  /** Twilio's number of what is wrong with the content itself; told after it was accepted. */
  trouble: number | undefined
  shown: RawMessage
}

type Read = { draft: Draft } | { refusal: Answer }

const MOST_BODY = 1600
const no = (code: number, message?: string): { refusal: Answer } => ({ refusal: refused(code, message) })

/** The form of a create, refused where Twilio would refuse it at once. */
export function readDraft(
  form: URLSearchParams,
  senders: Sender[],
  contentOf: (sid: string) => Content | undefined,
): Read {
  const to = form.get('To') ?? ''
  if (!to) return no(21604)
  const from = form.get('From') ?? ''
  const service = form.get('MessagingServiceSid')
  if (!from && !service) return no(21603)
  const sender = senders.find((it) => (from ? it.address === from : it.messagingServiceSid === service))
  if (!sender) return no(63007)
  if (!to.startsWith('whatsapp:')) return no(21910)
  if (!isWhatsAppAddress(to)) return no(21211, `Invalid 'To' Phone Number: ${to}`)
  const statusCallback = form.get('StatusCallback') ?? undefined
  if (statusCallback && !isCallback(statusCallback)) return no(21609)
  const told = { sender, to, ...(statusCallback && { statusCallback }) }

  const body = form.get('Body') ?? ''
  if (body.length > MOST_BODY) return no(21617)
  const mediaUrls = form.getAll('MediaUrl')
  if (mediaUrls.length > 1) return no(21623, 'WhatsApp takes one file a message')
  if (mediaUrls.some((url) => !/^https?:\/\/\S+$/.test(url))) return no(21620)
  const contentSid = form.get('ContentSid')
  if (contentSid) return withContent(form, { ...told, contentSid, body, mediaUrls }, contentOf(contentSid))
  if (form.get('ContentVariables')) return no(21654)
  const place = form.get('PersistentAction')?.replace(/^geo:/, '')
  if (!body.trim() && mediaUrls.length === 0 && !place) return no(21602)
  const [mediaUrl] = mediaUrls
  const shown: RawMessage = place
    ? { type: 'location', ...placeIn(place), text: body }
    : mediaUrl
      ? { type: kindOf(mediaUrl), text: body, mediaUrl }
      : { type: 'text', text: body }
  return { draft: { ...told, body, mediaUrls, isTemplate: false, trouble: undefined, shown } }
}

type WithContent = {
  sender: Sender
  to: string
  contentSid: string
  statusCallback?: string
  body: string
  mediaUrls: string[]
}

function withContent(form: URLSearchParams, given: WithContent, content: Content | undefined): Read {
  if (!content) return no(21655)
  const own = readVariables(form.get('ContentVariables'))
  if (!own) return no(21656)
  const variables = { ...content.variables, ...own }
  const { type, content: skeleton } = richestOf(content.types)
  if (placeholdersIn(skeleton).some((name) => variables[name] === undefined)) return no(21656)
  const isApproved = content.approval?.status === 'approved'
  const whole = filled(skeleton, variables)
  const { body: words = whole.title, ...rest } = whole
  const isMixed = given.body !== '' || given.mediaUrls.length > 0
  const draft: Draft = {
    ...given,
    body: typeof words === 'string' ? words : '',
    // Words or files beside a template make a free message of it.
    isTemplate: isApproved && !isMixed,
    trouble: hasBadSpaces(Object.values(own), isApproved) ? 63013 : refusedContent(type, whole, isApproved),
    shown: { type, text: typeof words === 'string' ? words : '', ...rest },
  }
  return { draft }
}

/** Meta takes no long runs of spaces in a variable, and in a template no line breaks or tabs either. */
const hasBadSpaces = (values: string[], isApproved: boolean): boolean =>
  values.some((value) => / {5,}/.test(value) || (isApproved && /[\n\t]/.test(value)))

const isCallback = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && !new URL(url).hostname.includes('_')

function placeIn(place: string): { latitude: number; longitude: number; title: string } {
  const [point = '', title = ''] = place.split('|')
  const [latitude = 0, longitude = 0] = point.split(',').map(Number)
  return { latitude, longitude, title }
}

const kindOf = (url: string): string =>
  /\.pdf($|\?)/i.test(url) ? 'file' : /\.(mp4|3gp)($|\?)/i.test(url) ? 'video' : 'image'
