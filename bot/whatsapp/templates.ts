import { createHash } from 'node:crypto'
import { type Channel, channelsOf } from '../../api/channels/queries.ts'
import { type Ctx, inTenant, system } from '../../api/context.ts'
import { noteTemplate } from '../../api/whatsapp/commands/templates.ts'
import { templatesToLookAt } from '../../api/whatsapp/queries.ts'
import { type TemplateStatus, templateStatuses, type WaitingTemplate } from '../../api/whatsapp/schema.ts'
import { approvalOf, askApproval, type Base, createContent } from './client.ts'

/** Hands in the templates that were not handed in yet, and asks what became of the others; for every WhatsApp channel. */
export async function lookAfterTemplates(base: Base): Promise<void> {
  for (const channel of await channelsOf('whatsapp')) {
    const waiting = await inTenant(channel.tenantId, system, (ctx) => templatesToLookAt(ctx, channel.id))
    for (const template of waiting) if (!(await lookAfter(base, channel, template))) break
  }
}

/** Asks what became of those handed in that would do for this news: true when one was approved meanwhile. */
export async function heardOfWaiting(base: Base, channel: Channel, event: string): Promise<boolean> {
  const of = (ctx: Ctx) => templatesToLookAt(ctx, channel.id)
  const known = await inTenant(channel.tenantId, system, of)
  const waiting = known.filter((it) => it.status === 'pending' && it.contentSid && ['*', event].includes(it.event))
  for (const it of waiting) if (!(await lookAfter(base, channel, it))) return false
  if (waiting.length === 0) return false
  const now = await inTenant(channel.tenantId, system, of)
  return now.some((it) => it.status === 'approved' && waiting.some(({ id }) => id === it.id))
}

const GONE = 20_404

/** False when the platform cannot be asked now: the rest can wait too. */
async function lookAfter(base: Base, channel: Channel, it: WaitingTemplate): Promise<boolean> {
  const contentSid = it.contentSid ?? (await stored(base, channel, it))
  if (!contentSid) return false
  const said = it.contentSid
    ? await approvalOf(base, channel, contentSid)
    : await askApproval(base, channel, { contentSid, name: nameOf(it), category: it.category })
  // the platform has lost it, or another account is connected now: it is handed in again
  if (it.contentSid && said.state === 'refused' && said.code === GONE)
    return lookAfter(base, channel, { ...it, contentSid: null, status: 'unsubmitted' })
  const status = said.state === 'done' ? statusOf(said.value.status) : it.status
  const reason = (said.state === 'done' && said.value.reason?.trim()) || null
  if (contentSid !== it.contentSid || status !== it.status)
    await inTenant(channel.tenantId, system, (ctx) => noteTemplate(ctx, { id: it.id, contentSid, status, reason }))
  return said.state === 'done' || said.state === 'refused'
}

async function stored(base: Base, channel: Channel, it: WaitingTemplate): Promise<string | undefined> {
  const samples = it.variables.map((name, index) => [String(index + 1), name])
  const made = await createContent(base, channel, {
    friendly_name: nameOf(it),
    language: it.language,
    variables: Object.fromEntries(samples) as Record<string, string>,
    types: { 'twilio/text': { body: it.body } },
  })
  return made.state === 'done' ? made.value : undefined
}

/** Small letters, digits and _ only, and never the same for another wording. */
const nameOf = (it: WaitingTemplate): string => {
  const wording = createHash('sha256').update(it.body).digest('hex').slice(0, 8)
  const event = it.event === '*' ? 'news' : it.event.replace(/[^a-z0-9]+/g, '_')
  return `${event}_${it.language}_${wording}`
}

const statusOf = (said: string): TemplateStatus => templateStatuses.find((it) => it === said) ?? 'pending'
