import { type Ctx, perTransaction } from '../context.ts'
import type { Hold } from '../outbox/schema.ts'
import { tenantById } from '../tenants/queries.ts'
import type { OwnQuietHours } from '../tenants/schema.ts'
import { type Plan, planOf } from './queries/plan.ts'
import { quietUntil } from './quiet-hours.ts'
import { ruling } from './rules.ts'
import { type Audience, isCritical } from './schema.ts'

/** How news leaves for a chat: at once, or held for a reason until an instant. */
export type Manner = { mayWait?: boolean; held?: { for: Hold; until: Date } }

type About = { event: string; caseId?: string; severity?: string; caseTypeId?: string }
export type Chat = {
  id: string
  channelId: string
  /** the chat of one member of staff: told only where a rule says so */
  alone?: boolean
}

/**
 * Whether a chat is told, and when; nothing when it is switched off there. Critical news leaves at once. The rest waits out quiet hours, and
 * in a group a moment for more to go with it.
 */
export async function mannerOf(ctx: Ctx, news: About, chat: Chat, audience: Audience): Promise<Manner | undefined> {
  const plan = await planOf(ctx)
  const { severity, caseTypeId } = await itsCase(ctx, news)
  const told = { event: news.event, audience, channelId: chat.channelId, conversationId: chat.id, caseTypeId }
  if (!(ruling(plan.rules, told) ?? !chat.alone)) return undefined
  if (isCritical({ event: news.event, audience, severity })) return {}
  const { zone, settings } = await tenantById(ctx.tenantId)
  const usual = settings.quietHours[audience === 'customer' ? 'customers' : 'groups']
  const quietEnds = quietUntil(ctx.now, await ownHours(ctx, plan, chat.id, audience), usual, zone)
  if (quietEnds) return { mayWait: true, held: { for: 'quiet', until: quietEnds } }
  if (audience === 'customer' || settings.gatherMs === 0) return { mayWait: true }
  return { mayWait: true, held: { for: 'gather', until: new Date(ctx.now.getTime() + settings.gatherMs) } }
}

type Known = { severity?: string | undefined; caseTypeId?: string | undefined }
const casesMet = perTransaction(() => new Map<string, Known>())

/** Who tells of a case says how urgent it is; who does not makes us look: a critical one must not wait because of that. */
async function itsCase(ctx: Ctx, news: About): Promise<Known> {
  if (!news.caseId || news.severity) return news
  const cases = casesMet(ctx)
  const known = cases.get(news.caseId)
  if (known) return known
  const { rows } = (await ctx.trx.raw('select severity, case_type_id as "caseTypeId" from cases where id = ?', [
    news.caseId,
  ])) as { rows: Known[] }
  const found = rows[0] ?? {}
  cases.set(news.caseId, found)
  return found
}

/** Hardly anybody has hours of their own: nothing is looked up unless somebody has. */
async function ownHours(ctx: Ctx, plan: Plan, conversationId: string, audience: Audience): Promise<OwnQuietHours> {
  const ofChat = plan.quietChats.get(conversationId)
  if (ofChat || audience === 'staff' || !plan.peopleHaveHours) return ofChat ?? null
  const { rows } = (await ctx.trx.raw(
    'select p.quiet_hours from contacts p join conversations c on c.contact_id = p.id where c.id = ?',
    [conversationId],
  )) as { rows: { quiet_hours: OwnQuietHours }[] }
  return rows[0]?.quiet_hours ?? null
}
