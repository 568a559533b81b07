import { record } from '../../activities/commands.ts'
import { hasNone, isNobodyElses, noteOne } from '../../contacts/queries/standing.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { nextReference } from '../../tenants/commands/next-reference.ts'
import { tenantById } from '../../tenants/queries.ts'
import type { Language } from '../../tenants/schema.ts'
import { Case, type CaseType } from '../model.ts'
import { caseTypeByKey } from '../queries/case-types.ts'
import type { Severity } from '../schema.ts'
import { withOrders } from '../order-reference.ts'
import { dueAt } from '../sla.ts'
import { armSla } from './arm-sla.ts'
import { asSubject, newsOf, startInterval } from './timeline.ts'

export type NewCase = {
  type: string
  contactId?: string
  conversationId?: string
  severity?: Severity
  slots?: Record<string, unknown>
  /** the orders it is about beside the one among its slots, as the customer named them */
  orders?: readonly string[]
  /** when the customer first spoke of it: the SLA runs from there */
  openedAt: Date
  source: string
  language: Language
  /** by ourselves, before the customer wrote: they are told so */
  found?: boolean
}

/** Opens a case; the same trouble from the same person joins the one that is open. */
export async function openCase(ctx: Ctx, input: NewCase): Promise<{ case: Case; type: CaseType; joined: boolean }> {
  const type = await caseTypeByKey(ctx, input.type)
  if (!type) throw new Refusal('case_type_unknown', { type: input.type }, 'type')
  const open = input.contactId ? await sameTrouble(ctx, input.contactId, type.id, input.slots) : undefined
  if (open) return { case: await joinCase(ctx, open, input), type, joined: true }

  const tenant = await tenantById(ctx.tenantId)
  const severity = input.severity ?? type.severity
  const due = dueAt(input.openedAt, {
    minutes: type.slaMinutes,
    clock: severity === 'critical' ? 'calendar' : type.slaClock,
    zone: tenant.zone,
    hours: tenant.settings.hours,
    holidays: tenant.settings.holidays,
  })
  const opened = await Case.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      reference: await nextReference(ctx, tenant.settings.references.case, tenant.zone),
      caseTypeId: type.id,
      severity,
      status: 'new',
      contactId: input.contactId ?? null,
      conversationId: input.conversationId ?? null,
      source: input.source,
      language: input.language,
      slots: input.slots ?? {},
      orderRefs: withOrders([], input.orders ?? []),
      openedAt: input.openedAt,
      statusSince: ctx.now,
      slaMinutes: type.slaMinutes,
      slaStartedAt: input.openedAt,
      slaDueAt: due,
    })
    .returning('*')
  if (input.contactId) noteOne(ctx, 'case', input.contactId)
  startInterval(ctx, opened)
  armSla(ctx, opened, tenant.settings.slaWarnAt)
  record(ctx, asSubject(opened), 'case.opened', {
    type: type.key,
    severity,
    source: input.source,
    dueAt: due.toISOString(),
  })
  await notifyStaff(ctx, newsOf(opened, 'case.opened'))
  await notifyCustomer(
    ctx,
    opened.conversationId,
    opened.language,
    newsOf(opened, input.found ? 'case.found' : 'case.opened'),
  )
  return { case: opened, type, joined: false }
}

async function sameTrouble(
  ctx: Ctx,
  contactId: string,
  typeId: string,
  slots: NewCase['slots'],
): Promise<Case | undefined> {
  if (isNobodyElses(ctx, contactId) && hasNone(ctx, 'case', contactId)) return undefined
  // two messages of one person on two channels at once must not open two cases
  await ctx.trx.raw('select 1 from contacts where id = ? for no key update', [contactId])
  const open = await Case.query(ctx.trx)
    .where({ contact_id: contactId, case_type_id: typeId })
    .whereNotIn('status', ['resolved', 'closed'])
    .orderBy('opened_at', 'desc')
    .forNoKeyUpdate()
  const order = orderOf(slots)
  return open.find((it) => !order || !orderOf(it.slots) || orderOf(it.slots) === order)
}

const orderOf = (slots: NewCase['slots']): string | undefined => {
  const named = slots?.['order_id'] ?? slots?.['reference']
  return typeof named === 'string' ? named : undefined
}

async function joinCase(ctx: Ctx, open: Case, input: NewCase): Promise<Case> {
  const joined = await open.$query(ctx.trx).patchAndFetch({
    slots: { ...open.slots, ...input.slots },
    orderRefs: withOrders(open.orderRefs, input.orders ?? []),
    // a case that staff opened after a call has a chat to be answered in now
    conversationId: open.conversationId ?? input.conversationId ?? null,
    updatedAt: ctx.now,
  })
  record(ctx, asSubject(joined), 'case.reported_again', {})
  await notifyStaff(ctx, newsOf(joined, 'case.reported_again'))
  return joined
}
