import { parseArgs } from 'node:util'
import { z } from 'zod'
import { inTenant, system } from '../api/context.ts'
import { addStaff, issueLinkCode } from '../api/staff/commands.ts'
import { createTenant } from '../api/tenants/commands.ts'
import { giveFirstTerms } from '../api/tenants/commands/give-first-terms.ts'
import { languages } from '../api/tenants/schema.ts'
import { freshLinkCode } from '../api/fresh-codes.ts'
import { main, withDesk } from './open-desk.ts'

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

const Wanted = z.object({
  key: z.string('is needed').regex(/^[a-z][a-z0-9-]{1,39}$/, 'is 2 to 40 lower-case letters, digits and hyphens'),
  name: z.string('is needed').trim().min(1).max(100),
  zone: z.string('is needed').refine(isZone, 'is a time zone such as Asia/Bangkok'),
  currency: z
    .string('is needed')
    .refine((it) => Intl.supportedValuesOf('currency').includes(it), 'is an ISO code such as THB'),
  language: z.enum(languages, 'is th, en or ja'),
  admin: z.string('is needed').trim().min(1).max(100),
})

function wanted() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { key: text, name: text, zone: text, currency: text, language: text, admin: text },
  })
  const { data, error } = Wanted.safeParse(values)
  if (data) return data
  throw new Error(error.issues.map((it) => `--${it.path.join('.')} ${it.message}`).join('\n'))
}

const USAGE = `npm run tenant -- --key acme --name "Acme" --zone Asia/Bangkok --currency THB --language th|en|ja --admin "Somchai Jaidee"`

await main(USAGE, async () => {
  const it = wanted()
  const code = freshLinkCode()
  await withDesk(async (ownerUrl) => {
    const tenant = await createTenant(ownerUrl, it)
    if (!tenant.isNew) throw new Error(`There is a tenant with the key ${it.key} already.`)
    await inTenant(tenant.id, system, async (ctx) => {
      await giveFirstTerms(ctx)
      const staffId = await addStaff(ctx, { key: 'admin', name: it.admin, role: 'admin', language: it.language })
      await issueLinkCode(ctx, { staffId, code })
    })
  })
  console.log(`${it.name} (${it.key}) is there, and ${it.admin} is its admin.

Once its LINE channel is connected, ${it.admin} says this to the bot in a 1:1 chat, once, within 24 hours:

  link ${code}
`)
})
