import { z } from 'zod'
import { OwnKey } from '../asks.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import { renewTriageOf } from '../triage/queries.ts'
import { written } from '../written.ts'
import { putProvider } from './commands.ts'
import type { Provider } from './model.ts'
import { listProviders, providerByKey } from './queries.ts'

const A_YEAR_IN_MINUTES = 525_600
const about = { tag: 'set-up', access: 'staff' } as const
const params = z.object({ key: OwnKey })

const ProviderInput = z
  .strictObject({
    name: written(120),
    type: written(60).meta({ description: 'In your own words: api, manual, hotel, guide …' }),
    aliases: z
      .array(written(80))
      .max(40)
      .default([])
      .meta({ description: 'Other words people have for it, in any language' }),
    slaMinutes: z
      .int()
      .min(1)
      .max(A_YEAR_IN_MINUTES)
      .nullable()
      .default(null)
      .meta({ description: 'Until it should have answered; null = not watched' }),
    active: z.boolean().default(true),
  })
  .meta({ id: 'ProviderInput' })

const ProviderView = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    type: z.string(),
    aliases: z.array(z.string()),
    slaMinutes: z.int().nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'Provider' })

const present = (it: Provider): z.input<typeof ProviderView> => ({
  id: it.id,
  key: it.key,
  name: it.name,
  type: it.type,
  aliases: z.array(z.string()).catch([]).parse(it.data['aliases']),
  slaMinutes: it.slaMinutes,
  active: it.active,
})

async function provider(ctx: Ctx, key: string): Promise<Provider> {
  mustSee(ctx)
  const found = await providerByKey(ctx, key)
  if (!found) throw new Refusal('not_found')
  return found
}

export const providerRoutes: Endpoint[] = [
  endpoint('GET /v1/providers', {
    ...about,
    summary: 'Who fulfils what is sold here',
    answer: z.object({ items: z.array(ProviderView) }),
    handle: async (ctx) => {
      mustSee(ctx)
      return { items: (await listProviders(ctx)).map(present) }
    },
  }),
  endpoint('GET /v1/providers/:key', {
    ...about,
    summary: 'Show a provider',
    params,
    answer: ProviderView,
    shared: true,
    handle: async (ctx, { params: { key } }) => present(await provider(ctx, key)),
  }),
  endpoint('PUT /v1/providers/:key', {
    ...about,
    summary: 'Add a provider, or change the one with this key',
    description: `${SEEN} \`If-None-Match: *\` keeps it only where there is none yet.`,
    params,
    body: ProviderInput,
    answer: ProviderView,
    also: { 403: 'For admins and managers', ...changedMeanwhile },
    shared: async (ctx, { params: { key } }) => {
      mustSee(ctx)
      const found = await providerByKey(ctx, key)
      return found && present(found)
    },
    handle: async (ctx, { params: { key }, body: { aliases, ...it } }) => {
      const known = await providerByKey(ctx, key)
      await putProvider(ctx, { ...it, key, data: { ...known?.data, aliases } })
      ctx.afterCommit(() => renewTriageOf(ctx.tenantId))
      return present(await provider(ctx, key))
    },
  }),
]
