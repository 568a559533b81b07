import { putBookingKind } from '../api/bookings/commands/put-booking-kind.ts'
import { putCaseType } from '../api/cases/commands/put-case-type.ts'
import { putRootCause } from '../api/cases/commands/put-root-cause.ts'
import { putItem } from '../api/catalogue/commands.ts'
import { importContact } from '../api/contacts/commands.ts'
import type { Ctx } from '../api/context.ts'
import { putOrganisation } from '../api/organisations/commands.ts'
import { putProvider } from '../api/providers/commands.ts'
import { type Business, type Departure, type Item, minorUnits } from './business.ts'
import type { Catalogue, Taxonomy } from './catalogue.ts'
import { insertAll } from './insert-all.ts'
import { bookingKindTerms } from './words/booking-kinds.ts'
import { alsoNeeded, caseTypesInJapanese, concernsOf, slotWordsOf } from './words/case-types.ts'
import { itemWords } from './words/items.ts'
import { itemWordsInEastAsia } from './words/items-in-east-asia.ts'
import { providerWords } from './words/providers.ts'
import { rootCauses } from './words/root-causes.ts'

/** Ids by the catalogue's keys; a departure's key is its item's and its instant. */
export type Known = {
  caseTypes: Map<string, { id: string; slaMinutes: number; severity: 'critical' | 'high' | 'normal' | 'low' }>
  kinds: Map<string, { id: string; slaMinutes: number }>
  items: Map<string, string>
  departures: Map<string, string>
  contacts: Map<string, { id: string; language: 'th' | 'en' | 'ja' }>
}

export const departureKey = (item: string, startsAt: Date): string => `${item}@${startsAt.getTime()}`

export async function putMasterData(
  ctx: Ctx,
  it: { tenant: string; catalogue: Catalogue; business: Business; labels: Taxonomy },
): Promise<Known> {
  for (const { key, name, type, default_sla_minutes, active, ...data } of it.catalogue.providers)
    await putProvider(ctx, {
      key,
      name,
      type,
      slaMinutes: default_sla_minutes,
      active,
      data: { ...data, aliases: providerWords[it.tenant]?.[key] ?? [] },
    })
  for (const [position, cause] of (rootCauses[it.tenant] ?? []).entries())
    await putRootCause(ctx, { ...cause, position: position + 1 })
  const items = await putItems(ctx, it.tenant, it.business.items)
  return {
    caseTypes: await putCaseTypes(ctx, it.tenant, it.labels),
    kinds: await putKinds(ctx, it.tenant, it.labels),
    items,
    departures: await putDepartures(ctx, it.business.items, items),
    contacts: await importContacts(ctx, it.business),
  }
}

async function putCaseTypes(ctx: Ctx, tenant: string, labels: Taxonomy): Promise<Known['caseTypes']> {
  const known: Known['caseTypes'] = new Map()
  for (const it of labels.tenants[tenant]?.case_types ?? []) {
    const terms = { severity: it.default_severity, slaMinutes: it.default_sla_minutes }
    const urgent = it.default_severity === 'critical' || it.default_severity === 'high'
    const id = await putCaseType(ctx, {
      ...terms,
      key: it.key,
      names: { en: it.name_en, th: it.name_th, ja: inJapanese(it.key) },
      category: it.category,
      slaClock: urgent || it.default_sla_minutes < 240 ? 'calendar' : 'business',
      stopsForCustomer: it.default_severity !== 'critical',
      requiredSlots: [...(it.require_order_id ? ['order_id'] : []), ...(alsoNeeded[it.key] ?? [])],
      requireProvider: it.require_provider,
      slotWords: slotWordsOf(tenant, it.key),
      concerns: concernsOf[it.key] ?? [],
    })
    known.set(it.key, { id, ...terms })
  }
  return known
}

function inJapanese(key: string): string {
  const name = caseTypesInJapanese[key]
  if (!name) throw new Error(`The case type ${key} has no Japanese name`)
  return name
}

async function putKinds(ctx: Ctx, tenant: string, labels: Taxonomy): Promise<Known['kinds']> {
  const known: Known['kinds'] = new Map()
  for (const it of labels.tenants[tenant]?.booking_kinds ?? []) {
    const terms = bookingKindTerms[tenant]?.[it.key]
    if (!terms) throw new Error(`The booking kind ${it.key} of ${tenant} has no terms`)
    const id = await putBookingKind(ctx, {
      key: it.key,
      names: { en: it.name_en, th: it.name_th, ja: terms.ja },
      requiredSlots: it.required_slots,
      optionalSlots: it.optional_slots,
      itemTypes: terms.itemTypes,
      slaMinutes: terms.slaMinutes,
      cancelRule: terms.cancelRule ?? null,
    })
    known.set(it.key, { id, slaMinutes: terms.slaMinutes })
  }
  return known
}

async function putItems(ctx: Ctx, tenant: string, items: Item[]): Promise<Known['items']> {
  const known: Known['items'] = new Map()
  for (const it of items) {
    const words = itemWords[tenant]?.[it.key]
    const id = await putItem(ctx, {
      key: it.key,
      code: it.code ?? null,
      type: it.type,
      name: it.name,
      names: { en: it.name, th: it.nameTh, ...(words?.ja && { ja: words.ja }) },
      aliases: [...(words?.aliases ?? []), ...(itemWordsInEastAsia[tenant]?.[it.key] ?? [])],
      destinations: it.destinations ?? [],
      nights: it.nights ?? null,
      priceMinor: it.price === undefined ? null : minorUnits(it.price),
      currency: it.price === undefined ? null : (it.currency ?? null),
      pricePer: it.price === undefined ? null : (it.pricePer ?? null),
      minPeople: it.minPeople ?? null,
      maxPeople: it.maxPeople ?? null,
      data: it.data,
      active: it.active ?? true,
    })
    known.set(it.key, id)
  }
  return known
}

/** Only what can still be booked: a day of the week's beginning is over when the desk is filled at its end. */
async function putDepartures(ctx: Ctx, items: Item[], ids: Known['items']): Promise<Known['departures']> {
  const known: Known['departures'] = new Map()
  const rows = items.flatMap((item) =>
    (item.departures ?? [])
      .filter((it) => it.startsAt > ctx.now)
      .map((it) => {
        const id = ctx.newId()
        known.set(departureKey(item.key, it.startsAt), id)
        return slotRow(ctx, { ...it, id, itemId: ids.get(item.key) as string })
      }),
  )
  await insertAll(ctx, 'slots', rows)
  return known
}

const slotRow = (ctx: Ctx, it: Departure & { id: string; itemId: string }) => ({
  id: it.id,
  tenant_id: ctx.tenantId,
  item_id: it.itemId,
  key: it.key ?? null,
  starts_at: it.startsAt,
  ends_at: it.endsAt ?? null,
  place: it.place ?? null,
  capacity: it.capacity,
  booked: it.booked,
})

async function importContacts(ctx: Ctx, business: Business): Promise<Known['contacts']> {
  const known: Known['contacts'] = new Map()
  const companies = new Map<string, string>()
  for (const it of business.organisations ?? []) companies.set(it.key, await putOrganisation(ctx, it))
  for (const { key, language, organisation, ...it } of business.contacts) {
    const organisationId = organisation && companies.get(organisation)
    known.set(key, {
      id: await importContact(ctx, { ...it, language, ...(organisationId && { organisationId }) }),
      language,
    })
  }
  return known
}
