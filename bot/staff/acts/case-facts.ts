import { caseAnsweredOutside } from '../../../api/cases/commands/answered-outside.ts'
import { assignCase } from '../../../api/cases/commands/assign-case.ts'
import { escalateCase } from '../../../api/cases/commands/escalate-case.ts'
import { linkOrder, unlinkOrder } from '../../../api/cases/commands/link-order.ts'
import { noteOnCase } from '../../../api/cases/commands/note-on-case.ts'
import { retypeCase } from '../../../api/cases/commands/retype-case.ts'
import { setProvider } from '../../../api/cases/commands/set-provider.ts'
import { setSeverity } from '../../../api/cases/commands/set-severity.ts'
import { activeCaseTypes } from '../../../api/cases/queries/case-types.ts'
import { severities } from '../../../api/cases/schema.ts'
import { Refusal } from '../../../api/errors.ts'
import { activeProviders, providersByIds } from '../../../api/providers/queries.ts'
import { staffNames } from '../../../api/staff/queries.ts'
import { tapsOf } from '../../messages.ts'
import { nameIn } from '../cards.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { isOver } from '../card-acts.ts'
import { choose, since, staleCase, theCase, withCaseCard } from './present.ts'

/** The button for 'nobody outside'. */
export const NO_PROVIDER = '-'

export async function giveCase(turn: StaffTurn, caseId: string, staffId: string, seen?: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const before = await theCase(turn, caseId)
  const news = since(before.ownerId ?? '', seen, staffId)
  if (isOver(before) || news === 'overtaken') return staleCase(turn, before)
  const to = (await staffNames(ctx, [staffId])).get(staffId) ?? copy.staff.nobody
  if (news === 'same') return withCaseCard(turn, caseId, copy.acts.hasIt({ reference: before.reference, owner: to }))
  const it = await assignCase(ctx, { caseId, staffId })
  return withCaseCard(turn, caseId, copy.acts.given({ reference: it.reference, who: who.name, to }))
}

export async function askSeverity(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const it = await theCase(turn, caseId)
  if (isOver(it)) return staleCase(turn, it)
  const tap = tapsOf(turn.reader)
  const acts = severities
    .filter((one) => one !== it.severity)
    .map((one) => tap(turn.copy.severity[one], 'severity', caseId, one, it.severity))
  return { say: choose(it.reference, turn.copy.acts.whichSeverity, acts) }
}

export async function changeSeverity(turn: StaffTurn, caseId: string, to: string, seen?: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const severity = severities.find((it) => it === to)
  if (!severity) throw new Refusal('not_found')
  const before = await theCase(turn, caseId)
  if (isOver(before) || since<string>(before.severity, seen, severity) === 'overtaken') return staleCase(turn, before)
  const it = await setSeverity(ctx, { caseId, severity })
  const words = copy.acts.severitySet({ reference: it.reference, who: who.name, severity: copy.severity[it.severity] })
  const loud = it.severity === 'critical' && before.severity !== 'critical'
  return withCaseCard(turn, caseId, loud ? `${copy.news.becameCritical(it.reference)}\n${words}` : words)
}

export async function askType(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const it = await theCase(turn, caseId)
  if (isOver(it)) return staleCase(turn, it)
  const tap = tapsOf(reader)
  const acts = (await activeCaseTypes(ctx))
    .filter((type) => type.id !== it.caseTypeId)
    .map((type) => tap(nameIn(type.names, reader.language), 'type', caseId, type.key, it.caseTypeId))
  return { say: choose(it.reference, copy.acts.whichType, acts) }
}

export async function changeType(turn: StaffTurn, caseId: string, key: string, seen?: string): Promise<StaffAnswer> {
  const { copy, ctx, reader, who } = turn
  const before = await theCase(turn, caseId)
  const type = (await activeCaseTypes(ctx)).find((it) => it.key === key)
  if (!type) throw new Refusal('case_type_unknown')
  if (isOver(before) || since(before.caseTypeId, seen, type.id) === 'overtaken') return staleCase(turn, before)
  const it = await retypeCase(ctx, { caseId, type: key })
  const words = copy.acts.retyped({
    reference: it.reference,
    who: who.name,
    type: nameIn(type.names, reader.language),
  })
  const loud = it.severity === 'critical' && before.severity !== 'critical'
  return withCaseCard(turn, caseId, loud ? `${copy.news.becameCritical(it.reference)}\n${words}` : words)
}

export async function askProvider(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const it = await theCase(turn, caseId)
  if (isOver(it)) return staleCase(turn, it)
  const tap = tapsOf(reader)
  const seen = it.providerId ?? NO_PROVIDER
  const acts = (await activeProviders(ctx))
    .filter((one) => one.id !== it.providerId)
    .map((one) => tap(one.name, 'provider', caseId, one.key, seen))
  const none = it.providerId ? [tap(copy.acts.noProvider, 'provider', caseId, NO_PROVIDER, seen)] : []
  return { say: choose(it.reference, copy.acts.whichProvider, [...none, ...acts]) }
}

export async function changeProvider(
  turn: StaffTurn,
  caseId: string,
  key: string,
  seen?: string,
): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const before = await theCase(turn, caseId)
  const now = before.providerId ?? NO_PROVIDER
  const named = (await providersByIds(ctx, [before.providerId])).get(before.providerId ?? '')
  const same = (named?.key ?? NO_PROVIDER) === key
  if (isOver(before) || (!same && seen !== undefined && seen !== now)) return staleCase(turn, before)
  const it = await setProvider(ctx, { caseId, provider: key === NO_PROVIDER ? null : key })
  const provider = (await providersByIds(ctx, [it.providerId])).get(it.providerId ?? '')
  const words = { reference: it.reference, who: who.name }
  return withCaseCard(
    turn,
    caseId,
    provider ? copy.acts.providerSet({ ...words, provider: provider.name }) : copy.acts.providerCleared(words),
  )
}

export async function addOrder(turn: StaffTurn, caseId: string, order: string): Promise<StaffAnswer> {
  const it = await linkOrder(turn.ctx, { caseId, order })
  const words = { reference: it.reference, who: turn.who.name, order: it.orderRefs.at(-1) ?? order }
  return withCaseCard(turn, caseId, turn.copy.acts.orderLinked(words))
}

export async function dropOrder(turn: StaffTurn, caseId: string, order: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const before = await theCase(turn, caseId)
  const it = await unlinkOrder(ctx, { caseId, order })
  const gone = before.orderRefs.find((one) => !it.orderRefs.includes(one))
  if (!gone) {
    const words = { reference: it.reference, order: order.trim().toUpperCase(), linked: it.orderRefs.join(', ') }
    return withCaseCard(turn, caseId, copy.acts.orderNotLinked(words))
  }
  return withCaseCard(turn, caseId, copy.acts.orderUnlinked({ reference: it.reference, who: who.name, order: gone }))
}

export async function addCaseNote(turn: StaffTurn, caseId: string, words: string): Promise<StaffAnswer> {
  const it = await noteOnCase(turn.ctx, { caseId, text: words })
  return withCaseCard(turn, caseId, turn.copy.acts.noted({ reference: it.reference, who: turn.who.name }))
}

export async function askWhyEscalate(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const it = await theCase(turn, caseId)
  if (isOver(it)) return staleCase(turn, it)
  const tap = tapsOf(turn.reader)
  const acts = Object.entries(turn.copy.acts.escalateWhy).map(([key, words]) => tap(words, 'escalate', caseId, key))
  return { say: choose(it.reference, turn.copy.acts.whyEscalate, acts) }
}

/** `because` is the key of a set reason (a button), `why` free words (typed). */
export async function escalate(
  turn: StaffTurn,
  caseId: string,
  reason: { because: string } | { why: string },
): Promise<StaffAnswer> {
  const { copy, ctx } = turn
  const before = await theCase(turn, caseId)
  if (isOver(before)) return staleCase(turn, before)
  const it = await escalateCase(ctx, { caseId, ...reason })
  const to = (await staffNames(ctx, [it.ownerId])).get(it.ownerId ?? '') ?? copy.staff.nobody
  const words = { reference: it.reference, to }
  return withCaseCard(
    turn,
    caseId,
    it.ownerId === before.ownerId ? copy.acts.escalatedAlready(words) : copy.acts.escalated(words),
  )
}

export async function caseOutside(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const before = await theCase(turn, caseId)
  if (isOver(before)) return staleCase(turn, before)
  const it = await caseAnsweredOutside(turn.ctx, { caseId })
  return withCaseCard(turn, caseId, turn.copy.acts.answeredOutside({ reference: it.reference, who: turn.who.name }))
}
