import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'
import { type NewBookingKind, putBookingKind } from '../api/bookings/commands/put-booking-kind.ts'
import type { Booking } from '../api/bookings/model.ts'
import { requestBooking } from '../api/bookings/commands/request-booking.ts'
import type { NewBooking } from '../api/bookings/commands/request-booking.ts'
import { type NewCaseType, putCaseType } from '../api/cases/commands/put-case-type.ts'
import { putRootCause } from '../api/cases/commands/put-root-cause.ts'
import type { Case } from '../api/cases/model.ts'
import { type NewCase, openCase } from '../api/cases/commands/open-case.ts'
import { putItem } from '../api/catalogue/commands.ts'
import { Slot } from '../api/catalogue/model.ts'
import { connectChannel } from '../api/channels/commands.ts'
import { contactOf } from '../api/contacts/commands.ts'
import type { Contact } from '../api/contacts/model.ts'
import { type Actor, type Ctx, inTenant, type StaffRole, system } from '../api/context.ts'
import { openConversation } from '../api/conversations/commands/open-conversation.ts'
import { Conversation } from '../api/conversations/model.ts'
import type { ConversationState } from '../api/conversations/schema.ts'
import { connectDatabase, disconnectDatabase } from '../api/db/connection.ts'
import { enterGroup } from '../api/groups/commands/enter-group.ts'
import { type Purpose, setGroupPurpose } from '../api/groups/commands/set-purpose.ts'
import { newId } from '../api/ids.ts'
import { hashOf, useMasterKey } from '../api/secrets.ts'
import { addStaff, issueLinkCode, linkStaff } from '../api/staff/commands.ts'
import type { Language, TenantSettings } from '../api/tenants/schema.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

/** A migrated database of its own with the desk connected to it; `owner` is bound by nothing. */
export async function aDatabase() {
  useMasterKey(Buffer.alloc(32, 7))
  const fresh: FreshDatabase = await freshDatabase()
  await connectDatabase({ appUrl: fresh.appUrl, machineryUrl: fresh.machineryUrl, poolSize: 8 })
  const owner = new pg.Client({ connectionString: fresh.ownerUrl })
  await owner.connect()
  return {
    ...fresh,
    owner,
    async end() {
      await owner.end()
      await disconnectDatabase()
      await fresh.drop()
    },
  }
}

/** One for all tests of a file, until the last of them has ended. To be awaited at the file's top, where a test file may set up what it shares. */
export async function aDatabaseForThisFile(): Promise<TestDatabase> {
  const database = await aDatabase()
  afterAll(() => database.end())
  return database
}
export type TestDatabase = Awaited<ReturnType<typeof aDatabase>>

/** Moves the desk's clock; the next transaction reads it. */
export const moveClock = (database: TestDatabase, by: string) =>
  database.owner.query('update desk_clock set shift = shift + $1::interval', [by])

const some = (prefix: string) => `${prefix}-${randomBytes(4).toString('hex')}`
export const aLineUserId = (): string => `U${randomBytes(16).toString('hex')}`

export type TestTenant = {
  id: string
  key: string
  channelId: string
  channelKey: string
  loginChannelId: string
  apiKey: string
}

/** A business with a LINE channel and an admin's API key. */
export async function aTenant(
  database: TestDatabase,
  it: { key?: string; name?: string; zone?: string; language?: Language; settings?: Partial<TenantSettings> } = {},
): Promise<TestTenant> {
  const id = newId()
  const key = it.key ?? some('tenant')
  await database.owner.query(
    'insert into tenants (id, key, name, zone, currency, language, settings) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, key, it.name ?? key, it.zone ?? 'Asia/Bangkok', 'THB', it.language ?? 'th', it.settings ?? {}],
  )
  const channelKey = `${key}-line`
  const loginChannelId = String(2_000_000_000 + randomBytes(3).readUIntBE(0, 3))
  const channelId = await inTenant(id, system, (ctx) =>
    connectChannel(ctx, {
      key: channelKey,
      kind: 'line',
      name: key,
      secret: `${key}-secret`,
      token: `${key}-token`,
      loginChannelId,
    }),
  )
  const apiKey = await anApiKey(database, { tenantId: id })
  return { id, key, channelId, channelKey, loginChannelId, apiKey }
}

export async function anApiKey(
  database: TestDatabase,
  it: { tenantId: string; role?: StaffRole; revoked?: boolean },
): Promise<string> {
  const key = some('api-key')
  await database.owner.query(
    'insert into api_keys (id, tenant_id, name, key_hash, role, revoked_at) values ($1, $2, $3, $4, $5, $6)',
    [newId(), it.tenantId, 'test', hashOf(key), it.role ?? 'admin', it.revoked ? new Date() : null],
  )
  return key
}

/** Work in a tenant's transaction, as the desk itself unless somebody is named. */
export const on = <T>(tenant: { id: string }, work: (ctx: Ctx) => PromiseLike<T>, actor: Actor = system): Promise<T> =>
  inTenant(tenant.id, actor, async (ctx) => work(ctx))

export type TestStaff = { id: string; userId: string; actor: Extract<Actor, { kind: 'staff' }> }

/** A member of staff, linked to a LINE user. */
export async function aStaff(
  ctx: Ctx,
  it: { channelId: string; name?: string; role?: StaffRole; team?: string; userId?: string },
): Promise<TestStaff> {
  const name = it.name ?? some('staff')
  const role = it.role ?? 'agent'
  const userId = it.userId ?? aLineUserId()
  const id = await addStaff(ctx, { key: some('staff'), name, role, language: 'th', ...(it.team && { team: it.team }) })
  const code = some('code')
  await issueLinkCode(ctx, { staffId: id, code })
  await linkStaff(ctx, { code, channelId: it.channelId, externalId: userId })
  return { id, userId, actor: { kind: 'staff', id, name, role } }
}

const namesOf = (key: string) => ({ en: key, th: key, ja: key })

export async function aCaseType(ctx: Ctx, it: Partial<NewCaseType> = {}): Promise<{ id: string; key: string }> {
  const key = it.key ?? some('type')
  const usual = {
    names: namesOf(key),
    category: 'other',
    severity: 'critical',
    slaMinutes: 15,
    slaClock: 'calendar',
  } as const
  const more = { stopsForCustomer: false, requiredSlots: [], requireProvider: false }
  return { id: await putCaseType(ctx, { ...usual, ...more, ...it, key }), key }
}

export async function aRootCause(ctx: Ctx, key = some('cause')): Promise<string> {
  await putRootCause(ctx, { key, names: namesOf(key), position: 1 })
  return key
}

/** A customer who has written on a channel: the contact and the chat. */
export async function aCustomer(
  ctx: Ctx,
  it: { channelId: string; name?: string; userId?: string; language?: Language; state?: ConversationState },
): Promise<{ contact: Contact; userId: string; conversationId: string }> {
  const userId = it.userId ?? aLineUserId()
  const contact = await contactOf(ctx, {
    kind: 'line',
    value: userId,
    name: it.name ?? 'Tukta',
    language: it.language ?? 'th',
  })
  const conversationId = await openConversation(ctx, {
    channelId: it.channelId,
    kind: 'direct',
    sourceId: userId,
    contactId: contact.id,
  })
  if (it.state) await Conversation.query(ctx.trx).findById(conversationId).patch({ state: it.state })
  return { contact, userId, conversationId }
}

/** A group on a channel; with a purpose it is said at once what it is for. */
export async function aGroup(
  ctx: Ctx,
  it: { channelId: string; sourceId?: string; name?: string } & ({ purpose?: undefined } | Purpose),
): Promise<string> {
  const { channelId, sourceId = `C${randomBytes(16).toString('hex')}`, name, ...purpose } = it
  const conversationId = await openConversation(ctx, { channelId, kind: 'group', sourceId })
  await enterGroup(ctx, { conversationId, ...(name && { name }) })
  if (purpose.purpose) await setGroupPurpose(ctx, { conversationId, ...purpose })
  return conversationId
}

/** An open case; its type is made if none is named. */
export async function aCase(ctx: Ctx, it: Partial<NewCase> = {}): Promise<Case> {
  const type = it.type ?? (await aCaseType(ctx)).key
  const opened = await openCase(ctx, { openedAt: ctx.now, source: 'line', language: 'th', ...it, type })
  return opened.case
}

export async function aBookingKind(ctx: Ctx, it: Partial<NewBookingKind> = {}): Promise<{ id: string; key: string }> {
  const key = it.key ?? some('kind')
  const slots = { requiredSlots: ['item', 'date', 'party_size'], optionalSlots: ['name', 'phone'], itemTypes: ['tour'] }
  return { id: await putBookingKind(ctx, { names: namesOf(key), ...slots, slaMinutes: 60, ...it, key }), key }
}

/** An item that can be booked, with a dated slot for each number of seats, a day apart from tomorrow on. */
export async function anItem(
  ctx: Ctx,
  it: { type?: string; name?: string; seats?: number[]; priceMinor?: number } = {},
): Promise<{ id: string; slotIds: string[] }> {
  const id = await putItem(ctx, {
    key: some('item'),
    type: it.type ?? 'tour',
    name: it.name ?? 'Temples by bicycle',
    priceMinor: it.priceMinor ?? 150_000,
    currency: 'THB',
    pricePer: 'person',
  })
  const slotIds: string[] = []
  for (const [index, capacity] of (it.seats ?? []).entries())
    slotIds.push(
      await aSlot(ctx, { itemId: id, startsAt: new Date(ctx.now.getTime() + (index + 1) * 86_400_000), capacity }),
    )
  return { id, slotIds }
}

/** A date of an item as it may stand some day: over, closed, partly booked. */
export async function aSlot(
  ctx: Ctx,
  it: {
    itemId: string
    key?: string
    startsAt: Date
    endsAt?: Date
    place?: string
    capacity: number
    booked?: number
    open?: boolean
  },
): Promise<string> {
  const added = await Slot.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    itemId: it.itemId,
    key: it.key ?? null,
    startsAt: it.startsAt,
    endsAt: it.endsAt ?? null,
    place: it.place ?? null,
    capacity: it.capacity,
    booked: it.booked ?? 0,
    open: it.open ?? true,
  })
  return added.id
}

/** A request to book; its kind is made if none is named. */
export async function aBooking(ctx: Ctx, it: Partial<NewBooking> = {}): Promise<Booking> {
  const kind = it.kind ?? (await aBookingKind(ctx)).key
  return requestBooking(ctx, {
    slots: { party_size: 2 },
    requestedAt: ctx.now,
    source: 'line',
    language: 'th',
    ...it,
    kind,
  })
}
