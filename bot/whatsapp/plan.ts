import type { Channel } from '../../api/channels/queries.ts'
import type { Parcel, Worded } from '../../api/outbox/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import type { Language } from '../../api/tenants/schema.ts'
import { keepContent } from '../../api/whatsapp/commands/contents.ts'
import { contentSidOf, templateFor } from '../../api/whatsapp/queries.ts'
import { nothingOffered, type Offered, type PartRequest } from '../../api/whatsapp/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { cut } from '../cut.ts'
import { plainWords } from '../plain-words.ts'
import { type Base, createContent } from './client.ts'
import { hashOf, skeletonOf, variablesOf } from './contents.ts'
import { type Bubble, type Choosing, inWords, renderForWhatsApp } from './render.ts'

export type Plan =
  | { state: 'planned'; requests: PartRequest[]; offered: Offered }
  | { state: 'not now'; why: string }
  | { state: 'no template' }

/** Inside the 24 hours: as it is, with stored contents for what can be tapped. */
export async function planFreely(base: Base, channel: Channel, said: Worded[], language: Language): Promise<Plan> {
  const requests: PartRequest[] = []
  let offered = nothingOffered
  for (const bubble of renderForWhatsApp(said, language)) {
    const shown = await shownAs(base, channel, bubble, language)
    if ('why' in shown) return { state: 'not now', why: shown.why }
    requests.push(...shown.requests)
    if (shown.offered.choices.length > 0) offered = shown.offered
  }
  return { state: 'planned', requests, offered }
}

type Shown = { requests: PartRequest[]; offered: Offered }

async function shownAs(
  base: Base,
  channel: Channel,
  bubble: Bubble,
  language: Language,
): Promise<Shown | { why: string }> {
  if (bubble.kind === 'media') return { requests: [{ mediaUrl: bubble.url }], offered: nothingOffered }
  if (bubble.kind === 'text') return { requests: [{ body: bubble.text }], offered: offeredBy(bubble) }
  const content = await contentFor(base, channel, bubble, language)
  if (content.state === 'ready')
    return {
      requests: [{ contentSid: content.sid, contentVariables: variablesOf(bubble) }],
      offered: offeredBy(bubble),
    }
  if (content.state === 'not now') return { why: content.why }
  const bubbles = inWords(bubble, language)
  return {
    requests: bubbles.flatMap((it) => (it.kind === 'text' ? [{ body: it.text }] : [])),
    offered: offeredBy(bubbles.at(-1)),
  }
}

const offeredBy = (it: Bubble | undefined): Offered =>
  it ? { numbered: it.numbered && it.choices.length > 1, choices: it.choices } : nothingOffered

type Content = { state: 'ready'; sid: string } | { state: 'not now'; why: string } | { state: 'cannot' }

/** The stored content of this shape, made when it is first needed. An account that may not keep contents gets numbers instead. */
async function contentFor(base: Base, channel: Channel, it: Choosing, language: Language): Promise<Content> {
  const skeleton = skeletonOf({ kind: it.kind, count: it.choices.length }, language)
  const hash = hashOf(skeleton)
  const known = await contentSidOf(channel.id, hash)
  if (known) return { state: 'ready', sid: known }
  const made = await createContent(base, channel, skeleton)
  if (made.state === 'refused') return { state: 'cannot' }
  // made twice is no harm: contents cost nothing and the first one kept is used
  if (made.state !== 'done') return { state: 'not now', why: made.why }
  await keepContent({ tenantId: channel.tenantId, channelId: channel.id, hash, sid: made.value })
  return { state: 'ready', sid: made.value }
}

const MOST_NEWS = 600

/** Outside the 24 hours: the approved template that means the same. */
export async function planTemplate(parcel: Parcel, said: Worded[]): Promise<Plan> {
  const found = await templateFor(parcel)
  if (!found) return { state: 'no template' }
  const tenant = await tenantById(parcel.tenantId)
  const news = said.map((it) => plainWords(it).text).join(' ')
  const known: Record<string, string> = {
    name: found.name ?? copyIn(parcel.language).customer,
    reference: found.reference ?? '',
    business: tenant.name,
    // a variable holds one line
    news: cut(news.replace(/\s+/g, ' ').trim(), MOST_NEWS),
  }
  const values = found.variables.map((name, index) => [String(index + 1), known[name] || '·'])
  const contentVariables = Object.fromEntries(values) as Record<string, string>
  return {
    state: 'planned',
    requests: [{ contentSid: found.contentSid, ...(values.length > 0 && { contentVariables }) }],
    offered: nothingOffered,
  }
}
