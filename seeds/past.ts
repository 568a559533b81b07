import { record, type Subject } from '../api/activities/commands.ts'
import { Booking } from '../api/bookings/model.ts'
import { armSla } from '../api/cases/commands/arm-sla.ts'
import { Case } from '../api/cases/model.ts'
import type { CaseStatus } from '../api/cases/schema.ts'
import { type Actor, as, type Ctx, system } from '../api/context.ts'
import { keepNote } from '../api/conversations/commands/keep-note.ts'
import { staffActor } from '../api/staff/queries.ts'
import { Staff } from '../api/staff/model.ts'
import { armTimer } from '../api/timers/commands.ts'
import { type Business, minorUnits, type PastBooking, type PastCase } from './business.ts'
import { insertAll } from './insert-all.ts'
import { departureKey, type Known } from './master-data.ts'

type People = Known & { staff: Map<string, string>; actors: Map<string, Actor> }

/**
 * What the business has done so far. The commands only know the present and number their work themselves, so this is the one
 * place that writes cases and bookings without them: rows, timeline and timers as the commands would have left them.
 */
export async function writePast(
  ctx: Ctx,
  business: Business,
  known: Known & { staff: Map<string, string> },
): Promise<void> {
  const members = await Staff.query(ctx.trx)
  const people = { ...known, actors: new Map(members.map((it) => [it.id, staffActor(it)])) }
  for (const it of business.cases) await writeCase(ctx, it, people)
  for (const it of business.bookings) await writeBooking(ctx, it, people)
}

const at = (ctx: Ctx, now: Date, actor: Actor): Ctx => ({ ...as(ctx, actor), now })
const FIVE_MINUTES = 300_000

async function writeCase(ctx: Ctx, it: PastCase, known: People): Promise<void> {
  const type = known.caseTypes.get(it.type)
  if (!type) throw new Error(`${it.reference} is of the unknown type ${it.type}`)
  const contact = it.contact ? known.contacts.get(it.contact) : undefined
  const ownerId = (it.owner && known.staff.get(it.owner)) || null
  const severity = it.severity ?? type.severity
  const due = new Date(it.openedAt.getTime() + type.slaMinutes * 60_000)
  const isClosed = it.status === 'closed'
  const isLate = it.breached || (!isClosed && due <= ctx.now)
  const steps = stepsOf(it)
  const written = await Case.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      reference: it.reference,
      caseTypeId: type.id,
      severity,
      status: it.status,
      contactId: contact?.id ?? null,
      ownerId,
      source: it.source,
      language: contact?.language ?? 'th',
      slots: it.slots,
      openedAt: it.openedAt,
      claimedAt: steps[1]?.at ?? null,
      statusSince: it.statusSince,
      slaMinutes: type.slaMinutes,
      slaStartedAt: it.openedAt,
      slaDueAt: due,
      slaBreachedAt: isLate ? due : null,
      rootCause: it.rootCause ?? null,
      resolvedAt: steps.find((step) => step.status === 'resolved')?.at ?? null,
      closedAt: isClosed ? it.statusSince : null,
    })
    .returning('*')
  await insertAll(ctx, 'status_intervals', intervalsOf(ctx, written, steps))
  const actor = (ownerId && known.actors.get(ownerId)) || system
  const subject: Subject = { kind: 'case', id: written.id, chainHead: null, chainCount: 0 }
  const lines = [
    ...steps.map((step, index) => ({
      ...step,
      ...lineOf(it, step, steps[index - 1]?.status, { due, severity, isLate }),
    })),
    ...(isLate ? [{ at: due, type: 'case.sla_breached', facts: { dueAt: due.toISOString() } }] : []),
  ].sort((one, other) => one.at.getTime() - other.at.getTime())
  for (const line of lines)
    record(
      at(ctx, line.at, line.type === 'case.opened' || line.type === 'case.sla_breached' ? system : actor),
      subject,
      line.type,
      line.facts,
    )
  if (it.note) {
    const noted = at(ctx, it.statusSince, actor)
    record(noted, subject, 'case.noted', { noteId: await keepNote(noted, { caseId: written.id, text: it.note }) })
  }
  armSla(ctx, written, 0.8)
}

type Step = { status: CaseStatus; at: Date }

/** The shortest way through the life of a case to where it stands. */
function stepsOf(it: PastCase): Step[] {
  const claimed = new Date(Math.min(it.openedAt.getTime() + FIVE_MINUTES, it.statusSince.getTime()))
  const start: Step[] = [{ status: 'new', at: it.openedAt }]
  if (it.status === 'new') return start
  start.push({ status: 'investigating', at: claimed })
  if (it.status === 'investigating') return start
  if (it.status !== 'closed') return [...start, { status: it.status, at: it.statusSince }]
  const resolved = new Date(Math.max(claimed.getTime(), it.statusSince.getTime() - 3_600_000))
  return [...start, { status: 'resolved', at: resolved }, { status: 'closed', at: it.statusSince }]
}

const intervalsOf = (ctx: Ctx, it: Case, steps: Step[]) =>
  steps.map((step, index) => ({
    id: ctx.newId(),
    tenant_id: ctx.tenantId,
    case_id: it.id,
    status: step.status,
    owner_id: step.status === 'new' ? null : it.ownerId,
    started_at: step.at,
    ended_at: steps[index + 1]?.at ?? null,
  }))

function lineOf(
  it: PastCase,
  step: Step,
  from: CaseStatus | undefined,
  sla: { due: Date; severity: string; isLate: boolean },
): { type: string; facts: Record<string, unknown> } {
  if (!from)
    return {
      type: 'case.opened',
      facts: { type: it.type, severity: sla.severity, source: it.source, dueAt: sla.due.toISOString() },
    }
  if (step.status === 'resolved')
    return { type: 'case.resolved', facts: { from, rootCause: it.rootCause, withinSla: !sla.isLate } }
  if (step.status === 'closed') return { type: 'case.closed', facts: { rootCause: it.rootCause } }
  return from === 'new'
    ? { type: 'case.claimed', facts: { from } }
    : { type: 'case.moved', facts: { from, to: step.status } }
}

async function writeBooking(ctx: Ctx, it: PastBooking, known: People): Promise<void> {
  const kind = known.kinds.get(it.kind)
  const contact = known.contacts.get(it.contact)
  if (!kind || !contact) throw new Error(`${it.reference} is of an unknown kind or person`)
  const ownerId = (it.owner && known.staff.get(it.owner)) || null
  const slotId = (it.item && it.departsAt && known.departures.get(departureKey(it.item, it.departsAt))) || null
  const due = new Date(it.requestedAt.getTime() + kind.slaMinutes * 60_000)
  const written = await Booking.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      reference: it.reference,
      bookingKindId: kind.id,
      stage: it.stage,
      contactId: contact.id,
      ownerId,
      itemId: (it.item && known.items.get(it.item)) || null,
      slotId,
      seats: it.people ?? null,
      seatsState: slotId ? seatsOf(it) : 'none',
      source: it.source,
      language: contact.language,
      slots: it.slots,
      valueMinor: it.value === undefined ? null : minorUnits(it.value),
      currency: it.value === undefined ? null : (it.currency ?? null),
      requestedAt: it.requestedAt,
      stageSince: it.stageSince,
      slaDueAt: it.stage === 'new' ? due : null,
      endedWhy: it.why ?? null,
    })
    .returning('*')
  if (it.stage === 'new') armTimer(ctx, 'booking.sla_breach', written.id, due)
  const subject: Subject = { kind: 'booking', id: written.id, chainHead: null, chainCount: 0 }
  const facts = { kind: it.kind, source: it.source, seats: it.people ?? null }
  record(at(ctx, it.requestedAt, { kind: 'contact', id: contact.id }), subject, 'booking.requested', facts)
  const actor = (ownerId && known.actors.get(ownerId)) || system
  const [type, moved] = lastMoveOf(it)
  if (type) record(at(ctx, it.stageSince, actor), subject, type, moved)
}

/** The catalogue's taken seats count these bookings already; a hold that was not confirmed in time has run out. */
const seatsOf = (it: PastBooking): Booking['seatsState'] =>
  ['accepted', 'confirmed', 'in_progress', 'completed'].includes(it.stage) ? 'booked' : 'released'

function lastMoveOf(it: PastBooking): [string | undefined, Record<string, unknown>] {
  if (it.stage === 'new') return [undefined, {}]
  if (it.stage === 'confirmed') return ['booking.confirmed', { from: 'new' }]
  if (it.stage === 'cancelled') return ['booking.cancelled', { from: 'confirmed', why: it.why }]
  return ['booking.moved', { from: 'new', to: it.stage }]
}
