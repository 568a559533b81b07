import { contactNames } from '../contacts/queries.ts'
import type { Actor, Ctx } from '../context.ts'
import type { FileView } from '../files/schema.ts'
import { signLink } from '../links.ts'
import { providersByIds } from '../providers/queries.ts'
import { publicUrl } from '../public-url.ts'
import { staffNames } from '../staff/queries.ts'
import type { Tenant } from '../tenants/schema.ts'
import { isOpen } from './lifecycle.ts'
import type { Case, CaseType } from './model.ts'
import { ordersOf } from './queries/cases-by-order.ts'
import { casePolicy } from './policy.ts'
import { caseTypesOf } from './queries/case-types.ts'
import type { CaseStatus, CaseView, TrackView } from './schema.ts'

type Person = { id: string; name: string | null }

const presentCase = (
  it: Case,
  about: {
    type: CaseType
    contact: Person | null
    owner: Person | null
    provider: { id: string; key: string; name: string } | null
    viewer: Actor
  },
): CaseView => ({
  id: it.id,
  reference: it.reference,
  type: { key: about.type.key, names: about.type.names, labels: ownLabels(it.slots, about.type) },
  severity: it.severity,
  status: it.status,
  contact: about.contact,
  owner: about.owner,
  provider: about.provider && { id: about.provider.id, key: about.provider.key, name: about.provider.name },
  orders: ordersOf(it),
  source: it.source,
  slots: it.slots,
  openedAt: it.openedAt.toISOString(),
  claimedAt: it.claimedAt?.toISOString() ?? null,
  slaDueAt: it.slaDueAt?.toISOString() ?? null,
  slaStoppedAt: it.slaStoppedAt?.toISOString() ?? null,
  slaBreachedAt: it.slaBreachedAt?.toISOString() ?? null,
  rootCause: it.rootCause,
  resolvedAt: it.resolvedAt?.toISOString() ?? null,
  closedAt: it.closedAt?.toISOString() ?? null,
  reopened: it.reopened,
  trackUrl: trackUrl(it),
  can: casePolicy.actions(about.viewer, it),
})

function ownLabels(slots: Case['slots'], { slotWords }: CaseType): CaseView['type']['labels'] {
  return Object.fromEntries(
    Object.entries(slotWords).flatMap(([slot, { label }]) =>
      label && Object.hasOwn(slots, slot) ? [[slot, label]] : [],
    ),
  )
}

/** With the names of everybody and everything on them, in four queries however many they are. */
export async function presentCases(ctx: Ctx, cases: Case[]): Promise<CaseView[]> {
  const types = new Map(
    (await caseTypesOf(ctx, [...new Set(cases.map((it) => it.caseTypeId))])).map((it) => [it.id, it]),
  )
  const contacts = await contactNames(
    ctx,
    cases.map((it) => it.contactId),
  )
  const owners = await staffNames(
    ctx,
    cases.map((it) => it.ownerId),
  )
  const providers = await providersByIds(
    ctx,
    cases.map((it) => it.providerId),
  )
  return cases.flatMap((it) => {
    const type = types.get(it.caseTypeId)
    if (!type) return []
    const contact = it.contactId ? { id: it.contactId, name: contacts.get(it.contactId) ?? null } : null
    const owner = it.ownerId ? { id: it.ownerId, name: owners.get(it.ownerId) ?? null } : null
    const provider = (it.providerId && providers.get(it.providerId)) || null
    return [presentCase(it, { type, contact, owner, provider, viewer: ctx.actor })]
  })
}

export async function presentOne(ctx: Ctx, it: Case): Promise<CaseView> {
  const [view] = await presentCases(ctx, [it])
  if (!view) throw new Error(`Case ${it.id} has no type`)
  return view
}

const trackUrl = (it: Case): string =>
  publicUrl(`/t/${signLink({ kind: 'track', tenantId: it.tenantId, subjectId: it.id })}`)

export const presentTrack = (
  it: Case,
  about: {
    now: Date
    tenant: Tenant
    type: CaseType
    owner: string | null
    history: { status: CaseStatus; at: Date }[]
    files: FileView[]
  },
): TrackView => ({
  now: about.now.toISOString(),
  reference: it.reference,
  tenant: about.tenant.name,
  language: it.language,
  type: about.type.names,
  status: it.status,
  openedAt: it.openedAt.toISOString(),
  // a clock that stands promises no instant
  dueAt: isOpen(it.status) && !it.slaStoppedAt ? (it.slaDueAt?.toISOString() ?? null) : null,
  resolvedAt: it.resolvedAt?.toISOString() ?? null,
  owner: about.owner,
  history: about.history.map(({ status, at }) => ({ status, at: at.toISOString() })),
  files: about.files,
  zone: about.tenant.zone,
})
