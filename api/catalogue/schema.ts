import { z } from 'zod'
import { NamesView, WordsIn } from '../asks.ts'
import { written } from '../written.ts'
import { instantSchema } from '../instant.ts'

export const pricedPer = [
  'person',
  'total',
  'piece',
  'hour',
  'day',
  'night',
  'week',
  'month',
  'year',
  'thousand',
] as const

const MOST_MINOR = 1_000_000_000_000
const people = z.int().min(1).max(10_000).nullable().default(null)

/** Read by customers: the same for all of them, or in their languages. */
const Worded = z.union(
  [written(300), WordsIn(300).refine((it) => Object.keys(it).length > 0, 'Has words in one language at least')],
  {
    error: 'Is one text, or one for each language: {"th": "…", "en": "…", "ja": "…"}',
  },
)

/** `data` holds what only this business knows of its things, a few kB at most. */
const MOST_DATA = 8_000

export const ItemInput = z
  .strictObject({
    type: written(60).meta({ description: 'What booking kinds name in `itemTypes`' }),
    code: written(60).nullable().default(null),
    name: written(120),
    names: WordsIn(120).default({}),
    aliases: z
      .array(written(80))
      .max(40)
      .default([])
      .meta({ description: 'Other words customers have for it, in any language' }),
    destinations: z.array(written(80)).max(20).default([]).meta({ description: 'Where it goes to or takes place' }),
    nights: z.int().min(0).max(365).nullable().default(null),
    priceMinor: z
      .int()
      .min(0)
      .max(MOST_MINOR)
      .nullable()
      .default(null)
      .meta({ description: 'In the smallest unit of the currency (satang, cents); null = asked for' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Is an ISO code such as THB')
      .nullable()
      .default(null)
      .meta({ description: 'Of the price; the business’s own, where it is left out' }),
    pricePer: z.enum(pricedPer).default('total'),
    minPeople: people,
    maxPeople: people,
    data: z
      .object({
        includes: z.array(Worded).optional(),
        excludes: z.array(Worded).optional(),
        fitness: Worded.optional(),
        highlights: z.array(Worded).optional(),
        description: Worded.optional(),
      })
      .catchall(z.json())
      .default({})
      .refine((it) => JSON.stringify(it).length <= MOST_DATA, `Holds ${MOST_DATA} characters at most`)
      .meta({
        description:
          '`days`, `hours`, `sessions`, `price_is_from`, `peak_surcharge_pct`, `free_cancellation_hours`, `start_times`, `includes`, `excludes`, `fitness`, `description`, `highlights`, `min_age`, `child_price_factor` are understood; `fitness`, `description`, and what `includes`, `excludes` and `highlights` list, is one text for all, or one for each language: {"th": …, "en": …, "ja": …}',
      }),
    active: z.boolean().default(true).meta({ description: 'false: not on sale' }),
  })
  .superRefine((it, check) => {
    if (it.minPeople !== null && it.maxPeople !== null && it.minPeople > it.maxPeople)
      check.addIssue({ code: 'custom', path: ['maxPeople'], message: 'Is at least `minPeople`' })
  })
  .meta({ id: 'ItemInput' })

export const ItemView = z
  .object({
    id: z.uuid(),
    key: z.string(),
    type: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    names: NamesView,
    aliases: z.array(z.string()),
    destinations: z.array(z.string()),
    nights: z.int().nullable(),
    priceMinor: z.int().nullable(),
    currency: z.string().nullable(),
    pricePer: z.string().nullable(),
    minPeople: z.int().nullable(),
    maxPeople: z.int().nullable(),
    data: z.record(z.string(), z.unknown()),
    active: z.boolean(),
  })
  .meta({ id: 'Item' })

export const ItemFilters = z.object({
  type: z.string().max(60).optional(),
  active: z.enum(['true', 'false']).optional(),
})

const instant = instantSchema.pipe(z.coerce.date())

export const SlotInput = z
  .strictObject({
    startsAt: instant.meta({ description: 'With its offset, as in 2026-12-24T09:00:00+07:00' }),
    endsAt: instant.nullable().default(null),
    place: written(120).nullable().default(null),
    capacity: z.int().min(0).max(10_000),
    open: z.boolean().default(true).meta({ description: 'false: sells no more; what is booked stays' }),
  })
  .superRefine((it, check) => {
    if (it.endsAt && it.endsAt <= it.startsAt)
      check.addIssue({ code: 'custom', path: ['endsAt'], message: 'Is later than `startsAt`' })
  })
  .meta({ id: 'SlotInput' })

export const SlotView = z
  .object({
    id: z.uuid(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime().nullable(),
    place: z.string().nullable(),
    capacity: z.int(),
    held: z.int().meta({ description: 'For requests that staff have not confirmed' }),
    booked: z.int(),
    open: z.boolean(),
  })
  .meta({ id: 'Slot' })
