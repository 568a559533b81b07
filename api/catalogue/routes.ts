import { z } from 'zod'
import { OwnKey } from '../asks.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { mustSee } from '../policy.ts'
import { tenantById } from '../tenants/queries.ts'
import { renewTriageOf } from '../triage/queries.ts'
import { putItem, putSlot } from './commands.ts'
import type { CatalogueItem, Slot } from './model.ts'
import { itemByKey } from './queries.ts'
import { listItems, slotsFrom, sortableItems } from './queries/list-items.ts'
import { ItemFilters, ItemInput, ItemView, SlotInput, SlotView } from './schema.ts'
import { instantSchema } from '../instant.ts'

const about = { tag: 'set-up', access: 'staff' } as const
const change = { also: { 403: 'For admins and managers', ...changedMeanwhile } } as const
const params = z.object({ key: OwnKey })

const present = (it: CatalogueItem): z.input<typeof ItemView> => ({
  id: it.id,
  key: it.key,
  type: it.type,
  code: it.code,
  name: it.name,
  names: it.names,
  aliases: it.aliases,
  destinations: it.destinations,
  nights: it.nights,
  priceMinor: it.priceMinor,
  currency: it.currency,
  pricePer: it.pricePer,
  minPeople: it.minPeople,
  maxPeople: it.maxPeople,
  data: it.data,
  active: it.active,
})

const presentSlot = (it: Slot): z.input<typeof SlotView> => ({
  id: it.id,
  startsAt: it.startsAt.toISOString(),
  endsAt: it.endsAt?.toISOString() ?? null,
  place: it.place,
  capacity: it.capacity,
  held: it.held,
  booked: it.booked,
  open: it.open,
})

async function item(ctx: Ctx, key: string): Promise<CatalogueItem> {
  mustSee(ctx)
  const found = await itemByKey(ctx, key)
  if (!found) throw new Refusal('not_found')
  return found
}

export const catalogueRoutes: Endpoint[] = [
  endpoint('GET /v1/items', {
    ...about,
    summary: 'List what is on sale, and what is not any more',
    query: listQuery(ItemFilters.shape, sortableItems, 'name'),
    answer: pageOf(ItemView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listItems(ctx, query)
      return asPage(rows.map(present), total, query)
    },
  }),
  endpoint('GET /v1/items/:key', {
    ...about,
    summary: 'Show an item of the catalogue',
    params,
    answer: ItemView,
    shared: true,
    handle: async (ctx, { params: { key } }) => present(await item(ctx, key)),
  }),
  endpoint('PUT /v1/items/:key', {
    ...about,
    ...change,
    summary: 'Put something on sale, or change it',
    description: `The whole of it: what is left out is as a new one would have it. Offered and answered within seconds. ${SEEN} \`If-None-Match: *\` keeps it only where there is none yet.`,
    params,
    body: ItemInput,
    answer: ItemView,
    shared: async (ctx, { params: { key } }) => {
      mustSee(ctx)
      const found = await itemByKey(ctx, key)
      return found && present(found)
    },
    handle: async (ctx, { params: { key }, body }) => {
      const { currency } = await tenantById(ctx.tenantId)
      const priced =
        body.priceMinor === null ? { currency: null, pricePer: null } : { currency: body.currency ?? currency }
      await putItem(ctx, { ...body, ...priced, key })
      ctx.afterCommit(() => renewTriageOf(ctx.tenantId))
      return present(await item(ctx, key))
    },
  }),
  endpoint('GET /v1/items/:key/slots', {
    ...about,
    summary: 'The dates of an item, soonest first',
    params,
    query: z.strictObject({
      from: instantSchema
        .optional()
        .meta({ description: 'From this instant on; from now, where it is left out. 500 at most' }),
    }),
    answer: z.object({ items: z.array(SlotView) }),
    handle: async (ctx, { params: { key }, query }) => {
      const { id } = await item(ctx, key)
      const slots = await slotsFrom(ctx, { itemId: id, from: query.from ? new Date(query.from) : ctx.now })
      return { items: slots.map(presentSlot) }
    },
  }),
  endpoint('PUT /v1/items/:key/slots', {
    ...about,
    summary: 'Put a date on sale, or change the one at this instant',
    description:
      'What is held and booked of it stays. `open: false` sells no more of it; `POST /v1/bookings/{bookingId}/move` moves who has booked.',
    params,
    body: SlotInput,
    answer: SlotView,
    also: { 403: 'For admins and managers', 409: 'More is taken than the new `capacity`' },
    handle: async (ctx, { params: { key }, body }) =>
      presentSlot(await putSlot(ctx, { ...body, itemId: (await item(ctx, key)).id })),
  }),
]
