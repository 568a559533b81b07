import { z } from 'zod'
import { AsksInput, AsksView, Key, Names, NamesView, refuseUnaskable, WordsIn } from '../asks.ts'
import { itemTypes } from '../catalogue/queries.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import { renewTriageOf } from '../triage/queries.ts'
import { written } from '../written.ts'
import { putBookingKind } from './commands/put-booking-kind.ts'
import type { BookingKind } from './model.ts'
import { allBookingKinds } from './queries/booking-kinds.ts'

const A_YEAR_IN_MINUTES = 525_600
const A_YEAR_IN_HOURS = 8_760

const CancelRuleInput = z
  .strictObject({
    freeHours: z.number().min(0).max(A_YEAR_IN_HOURS).nullable().meta({
      description: 'Until so many hours before it begins a customer may cancel by themselves; null = only staff',
    }),
    words: WordsIn(300).optional().meta({ description: 'What it costs later, in your own sentence' }),
  })
  .nullable()

const BookingKindInput = z
  .strictObject({
    names: Names,
    ...AsksInput,
    itemTypes: z
      .array(written(60))
      .max(20)
      .default([])
      .meta({ description: 'Types of catalogue items that are booked so; none: nothing is chosen from the catalogue' }),
    slaMinutes: z.int().min(1).max(A_YEAR_IN_MINUTES).meta({ description: 'From the request to your answer' }),
    cancelRule: CancelRuleInput.default(null).meta({ description: 'null: by the customer until it begins' }),
    active: z.boolean().default(true).meta({ description: 'false: nothing new is booked of this kind' }),
  })
  .superRefine((it, check) => {
    refuseUnaskable(it, check)
    if (it.itemTypes.length === 0 && [...it.requiredSlots, ...it.optionalSlots].includes('item'))
      check.addIssue({
        code: 'custom',
        path: ['itemTypes'],
        message: 'Who is asked for an `item` chooses from the catalogue: name its types of items',
      })
  })
  .meta({ id: 'BookingKindInput' })

const BookingKindView = z
  .object({
    id: z.uuid(),
    key: z.string(),
    names: NamesView,
    ...AsksView,
    itemTypes: z.array(z.string()),
    itemTypesNotFound: z.array(z.string()).meta({
      description:
        'Those of `itemTypes` that no item has as its `type`, letter by letter: mistyped, or the items come later',
    }),
    slaMinutes: z.int(),
    cancelRule: z
      .object({ freeHours: z.number().nullable(), words: z.record(z.string(), z.string()).optional() })
      .nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'BookingKind' })

const about = { tag: 'set-up', access: 'staff' } as const
const params = z.object({ key: Key })

const present = (it: BookingKind, types: ReadonlySet<string>): z.input<typeof BookingKindView> => ({
  id: it.id,
  key: it.key,
  names: it.names,
  requiredSlots: it.requiredSlots,
  optionalSlots: it.optionalSlots,
  slotWords: it.slotWords,
  itemTypes: it.itemTypes,
  itemTypesNotFound: it.itemTypes.filter((type) => !types.has(type)),
  slaMinutes: it.slaMinutes,
  cancelRule: it.cancelRule,
  active: it.active,
})

async function bookingKind(ctx: Ctx, key: string) {
  mustSee(ctx)
  const found = (await allBookingKinds(ctx)).find((it) => it.key === key)
  return found && present(found, await itemTypes(ctx))
}

async function knownKind(ctx: Ctx, key: string) {
  const found = await bookingKind(ctx, key)
  if (!found) throw new Refusal('not_found')
  return found
}

export const bookingKindRoutes: Endpoint[] = [
  endpoint('GET /v1/booking-kinds', {
    ...about,
    summary: 'What can be booked or ordered here, and what is asked for it',
    answer: z.object({ items: z.array(BookingKindView) }),
    handle: async (ctx) => {
      mustSee(ctx)
      const types = await itemTypes(ctx)
      return { items: (await allBookingKinds(ctx)).map((it) => present(it, types)) }
    },
  }),
  endpoint('GET /v1/booking-kinds/:key', {
    ...about,
    summary: 'Show a kind of booking',
    params,
    answer: BookingKindView,
    shared: true,
    handle: (ctx, { params: { key } }) => knownKind(ctx, key),
  }),
  endpoint('PUT /v1/booking-kinds/:key', {
    ...about,
    summary: 'Add a kind of booking, or change the one with this key',
    description: `The whole of it: what is left out is as a new one would have it. The chat and the booking form ask by it within seconds. Items may come before or after: \`itemTypesNotFound\` says which of \`itemTypes\` no item has. It is understood better with some example messages: \`POST /v1/triage/examples\`. ${SEEN} \`If-None-Match: *\` keeps it only where there is none yet.`,
    params,
    body: BookingKindInput,
    answer: BookingKindView,
    also: { 403: 'For admins and managers', ...changedMeanwhile },
    shared: (ctx, { params: { key } }) => bookingKind(ctx, key),
    handle: async (ctx, { params: { key }, body }) => {
      await putBookingKind(ctx, { ...body, key })
      ctx.afterCommit(() => renewTriageOf(ctx.tenantId))
      return knownKind(ctx, key)
    },
  }),
]
