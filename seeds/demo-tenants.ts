import { connectChannel } from '../api/channels/commands.ts'
import { type Ctx, inTenant, system } from '../api/context.ts'
import { database } from '../api/db/connection.ts'
import { hashOf } from '../api/secrets.ts'
import { addStaff, issueApiKey, issueLinkCode } from '../api/staff/commands.ts'
import { continueReferences, createTenant, updateSettings } from '../api/tenants/commands.ts'
import { putTemplate } from '../api/whatsapp/commands/templates.ts'
import type { Business } from './business.ts'
import { asiatravelplan } from './businesses/asiatravelplan.ts'
import { chapter2 } from './businesses/chapter2.ts'
import { meelike } from './businesses/meelike.ts'
import { prime } from './businesses/prime.ts'
import { vschool } from './businesses/vschool.ts'
import { type Calendar, calendar } from './calendar.ts'
import { type Catalogue, catalogueOf, type Example, examples, type Taxonomy, taxonomy } from './catalogue.ts'
import { type DemoTenant, demoTenants, linkCodeOf } from './demo.ts'
import { teachTriage } from './examples.ts'
import { putKnowledge } from './knowledge.ts'
import { putMasterData } from './master-data.ts'
import { writePast } from './past.ts'
import { staffOf } from './staff.ts'
import { whatsAppTemplates } from './words/whatsapp-templates.ts'

const businesses: Record<string, (catalogue: Catalogue, calendar: Calendar) => Business> = {
  meelike,
  prime,
  vschool,
  asiatravelplan,
  chapter2,
}

/**
 * Fills the desk with the demo's businesses, each in one transaction; answers the keys of those it filled. One that is there already
 * stays as it is. The desk's database is connected; the owner's login makes the tenants.
 */
export async function seedDemo(ownerUrl: string): Promise<string[]> {
  const missing = await notYetThere()
  if (missing.length === 0) return []
  const [all, labels] = [examples(), taxonomy()]
  const filled: string[] = []
  for (const tenant of missing) if (await fill(ownerUrl, tenant, { examples: all, labels })) filled.push(tenant.key)
  return filled
}

/** A business is whole when its API key is there: it is written by the same transaction as everything else. */
async function notYetThere(): Promise<DemoTenant[]> {
  const { rows } = await database().machinery.query<{ key_hash: Buffer }>(
    'select key_hash from api_keys where key_hash = any($1)',
    [demoTenants.map((it) => hashOf(it.apiKey))],
  )
  const there = new Set(rows.map((it) => it.key_hash.toString('hex')))
  return demoTenants.filter((it) => !there.has(hashOf(it.apiKey).toString('hex')))
}

async function fill(
  ownerUrl: string,
  it: DemoTenant,
  lessons: { examples: Example[]; labels: Taxonomy },
): Promise<boolean> {
  const make = businesses[it.key]
  if (!make) throw new Error(`There is no catalogue for the demo tenant ${it.key}`)
  const catalogue = catalogueOf(it.key)
  const { settings } = make(catalogue, calendar(new Date(), it.zone))
  const tenant = await createTenant(ownerUrl, { ...it, settings })
  return inTenant(tenant.id, system, async (ctx) => {
    if (!(await isOurs(ctx, it))) return false
    const business = make(catalogue, calendar(ctx.now, it.zone))
    await updateSettings(ctx, business.settings)
    await connectChannels(ctx, it)
    const staff = await hire(ctx, it)
    for (const one of business.references) await continueReferences(ctx, one)
    const known = await putMasterData(ctx, { tenant: it.key, catalogue, business, labels: lessons.labels })
    await putKnowledge(ctx, it.key, lessons.labels)
    await writePast(ctx, business, { ...known, staff })
    await teachTriage(
      ctx,
      lessons.examples.filter((one) => one.tenant === it.key),
    )
    await issueApiKey(ctx, { name: 'Demo', key: it.apiKey, role: 'admin' })
    return true
  })
}

/** Of two processes that start at once one fills the tenant; the other waits here and finds it filled. */
async function isOurs(ctx: Ctx, it: DemoTenant): Promise<boolean> {
  await ctx.trx.raw('select pg_advisory_xact_lock(727003, hashtext(?))', [ctx.tenantId])
  const { rows } = (await ctx.trx.raw('select 1 from api_keys where key_hash = ?', [hashOf(it.apiKey)])) as {
    rows: unknown[]
  }
  return rows.length === 0
}

async function connectChannels(ctx: Ctx, it: DemoTenant): Promise<void> {
  const { line, whatsapp } = it
  await connectChannel(ctx, {
    key: line.key,
    kind: 'line',
    name: it.name,
    externalId: line.botUserId,
    secret: line.secret,
    token: line.token,
    ...(line.liffId && { liffId: line.liffId }),
    ...(line.loginChannelId && { loginChannelId: line.loginChannelId }),
  })
  const channelId = await connectChannel(ctx, {
    key: whatsapp.key,
    kind: 'whatsapp',
    name: whatsapp.name,
    externalId: whatsapp.sender,
    secret: whatsapp.authToken,
    token: whatsapp.accountSid,
  })
  for (const one of whatsAppTemplates) await putTemplate(ctx, { channelId, ...one })
}

async function hire(ctx: Ctx, it: DemoTenant): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const member of staffOf(it.key)) {
    const staffId = await addStaff(ctx, member)
    await issueLinkCode(ctx, { staffId, code: linkCodeOf(member.key), reusable: true })
    ids.set(member.key, staffId)
  }
  return ids
}
