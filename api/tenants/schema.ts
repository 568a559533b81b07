import { z } from 'zod'
import { written } from '../written.ts'

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/
/** Later than this an end before the beginning is rather two hours the wrong way round. */
const NIGHT_ENDS = '08:00'
const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'Is a time of day, 00:00 to 24:00')

/** In the tenant's zone. */
export const TimeOfDay = z.string().regex(HOUR, 'Is a time of day, 00:00 to 23:59')

/** From one time of day to another in the tenant's zone, also across midnight. */
export const QuietHours = z
  .strictObject({
    from: TimeOfDay,
    to: TimeOfDay,
  })
  .refine((it) => it.from !== it.to, { message: 'Two different times', path: ['to'] })
export type QuietHours = z.infer<typeof QuietHours>

/** A person's or group's own hours stand before the tenant's; `off` means they may always be written to. */
export const OwnQuietHours = z
  .union([QuietHours, z.literal('off')], { error: 'Is {"from": "22:00", "to": "07:00"}, "off", or null' })
  .nullable()
export type OwnQuietHours = z.infer<typeof OwnQuietHours>

/** When a payment becomes a case of its own. */
export const PaymentWatch = z.strictObject({
  /** minutes a pending payment may take */
  pendingAtMost: z.number().positive().max(10_080).default(15),
  /** minutes from paid to credited */
  creditedWithin: z.number().positive().max(10_080).default(5),
  /** key of the case type */
  caseType: z.string(),
})
export type PaymentWatch = z.infer<typeof PaymentWatch>

/** What a business calls one of its things, in two of the languages at least. */
export const GlossaryEntry = z
  .strictObject({
    th: written(80).optional(),
    en: written(80).optional(),
    ja: written(80).optional(),
  })
  .refine((it) => Object.keys(it).length >= 2, { message: 'Is one thing in two languages at least: th, en, ja' })

/** What makes one business different from another, beside its master data. Every value has a sensible default. */
export const TenantSettings = z.object({
  /** ms of silence after which several bubbles are one turn */
  quietMs: z.int().min(0).max(5_000).default(700),
  /** opening hours by ISO weekday (1 = Monday); a day without an entry is closed, and one that ends earlier than it begins ends on the next */
  hours: z.record(z.string().regex(/^[1-7]$/), z.tuple([clockTime, clockTime])).default({
    '1': ['09:00', '18:00'],
    '2': ['09:00', '18:00'],
    '3': ['09:00', '18:00'],
    '4': ['09:00', '18:00'],
    '5': ['09:00', '18:00'],
  }),
  /** whether the business has said its hours itself: customers are told no others */
  hoursTold: z.boolean().default(false),
  holidays: z.array(z.iso.date()).default([]),
  /** share of the SLA after which the group is warned */
  slaWarnAt: z.number().gt(0).lt(1).default(0.8),
  /** hours after which a resolved case closes by itself */
  autoCloseHours: z.number().positive().default(72),
  /** minutes without a staff message after which the bot takes the conversation back; null = never by itself */
  handBackMinutes: z.number().positive().nullable().default(60),
  /** minutes seats stay held for a booking that staff have not confirmed */
  holdMinutes: z
    .number()
    .positive()
    .default(24 * 60),
  /** seats of one departure that one customer can have on hold at once, until staff confirm; null = any number. A coach full of friends is a customer too */
  mostHeldSeats: z.int().positive().nullable().default(20),
  /** below this the bot asks instead of acting */
  sureFrom: z.number().min(0).max(1).default(0.5),
  /** in a customers' group, words that were not said to the bot are taken up only as a trouble whose kind is at least so sure */
  groupTroubleFrom: z.number().min(0).max(1).default(0.97),
  /** reference patterns: {n} counts on gaplessly, {yymm} and {yyyymmdd} are the tenant's date */
  references: z.object({ case: z.string(), booking: z.string() }).default({ case: 'CS-{n}', booking: 'BK-{n}' }),
  /** ids of chats that people can read: {ch}, {origin}, {ts}, {ext}, {yyyymmdd}, {hhmm} */
  chatIds: z.object({ conversation: z.string(), session: z.string() }).default({
    conversation: '{ch}_{origin}_{ts}_{ext}',
    session: 'session_{yyyymmdd}_{hhmm}_{ext}',
  }),
  /** minutes of silence after which what is said belongs to another session */
  sessionMinutes: z.number().positive().default(30),
  /** a picture, sound or file that is larger is refused, kindly; its sender reads why */
  mostFileMb: z.number().positive().max(50).default(20),
  /** minutes at most for a case whose severity was raised by hand above that of its type */
  raisedWithin: z
    .strictObject({
      critical: z.int().positive().optional(),
      high: z.int().positive().optional(),
      normal: z.int().positive().optional(),
    })
    .default({ critical: 60, high: 240 }),
  /** to whom a case is escalated: keys of staff, the first who is there; none = a manager, else an admin */
  escalateTo: z.array(z.string()).default([]),
  /** hours after which a shift nobody ended no longer counts */
  shiftHours: z.number().positive().default(12),
  /** when news that is not critical waits: in chats of customers, in groups of staff; null = never */
  quietHours: z
    .strictObject({ customers: QuietHours.nullable().default(null), groups: QuietHours.nullable().default(null) })
    .default({ customers: null, groups: null }),
  /** ms that news for a staff group waits for more, so that one call carries it: a push there costs one for each member */
  gatherMs: z.int().min(0).max(60_000).default(3_000),
  /** routine news pushed into one group within an hour; what is more goes as one list */
  groupPushesPerHour: z.int().min(1).max(1_000).default(20),
  /** hours before the slot at which a customer is reminded; null = never */
  reminderHours: z.number().positive().max(720).nullable().default(24),
  /** whether language models have a say: not at all, beside the local engine for staff to see, or in place of it where it is not sure */
  modelSwitch: z.enum(['off', 'suggest', 'decide']).default('decide'),
  /** which are asked, one after the other until one answers; those there is a key for */
  modelOrder: z
    .array(z.enum(['openai', 'gemini']))
    .max(2)
    .default(['openai', 'gemini']),
  /** ms after which a model is not waited for any more: the local engine decides */
  modelTimeoutMs: z.int().min(200).max(10_000).default(4_000),
  /** US dollars that may be spent on models in a day of the tenant's calendar */
  modelBudgetUsd: z.number().min(0).max(10_000).default(2),
  /** whether models tell staff in the business's language what was written in another */
  gists: z.boolean().default(false),
  /** the words they use then */
  glossary: z.array(GlossaryEntry).max(200).default([]),
  /** payments the shop tells of; null = not watched */
  payments: PaymentWatch.nullable().default(null),
  whoSeesCases: z.enum(['own', 'team', 'all']).default('all'),
})
export type TenantSettings = z.infer<typeof TenantSettings>

const settings = TenantSettings.shape
const Reference = z
  .string()
  .regex(
    /^[A-Z0-9-]*(?:\{(?:yymm|yyyymmdd|yyyy)\})?[A-Z0-9-]*\{n{1,8}\}$/,
    'Is capitals, digits and hyphens, {yymm}, {yyyymmdd} or {yyyy} if you like, and {n} (or {nnnn} for four digits) at the end',
  )
  .max(30)

/** What an admin decides of how the desk works; quiet hours, language models and payments have places of their own. */
export const BusinessSettings = z
  .object({
    hours: z
      .record(
        z.string().regex(/^[1-7]$/, 'Is a day of the week, 1 = Monday to 7 = Sunday'),
        z
          .tuple([z.string(), z.string()])
          .refine(
            ([from, to]) =>
              HOUR.test(from) && (HOUR.test(to) || to === '24:00') && (from < to || (to < from && to <= NIGHT_ENDS)),
            `Is from when to when, as in ["09:00", "18:00"]; ["18:00", "02:00"] closes at two the next morning (at ${NIGHT_ENDS} at the latest), and all day is ["00:00", "24:00"]`,
          ),
      )
      .meta({
        description:
          'Opening hours by ISO weekday on which it opens; a day that is left out is closed. Who closes at an earlier hour than they open closes on the next day',
      }),
    holidays: settings.holidays.unwrap().max(400),
    slaWarnAt: settings.slaWarnAt
      .unwrap()
      .meta({ description: 'Share of the time of a case after which its group is warned' }),
    autoCloseHours: settings.autoCloseHours
      .unwrap()
      .max(8_760)
      .meta({ description: 'Until a solved case closes by itself' }),
    handBackMinutes: z
      .number()
      .positive()
      .max(10_080)
      .nullable()
      .meta({ description: 'Without a word of staff until the bot takes the conversation back; null = never' }),
    holdMinutes: settings.holdMinutes
      .unwrap()
      .max(43_200)
      .meta({ description: 'Until seats that nobody confirmed are free again' }),
    mostHeldSeats: settings.mostHeldSeats
      .unwrap()
      .meta({ description: 'Of one date, by one customer, until staff confirm; null = any number' }),
    groupTroubleFrom: settings.groupTroubleFrom
      .unwrap()
      .meta({ description: 'In a customers’ group only a trouble that is so sure is taken up unasked' }),
    references: z
      .strictObject({ case: Reference, booking: Reference })
      .meta({ description: 'As in CS-{n} or PB-{yymm}{nnnn}; those that are out stay as they are' }),
    sessionMinutes: settings.sessionMinutes.unwrap().max(10_080),
    mostFileMb: settings.mostFileMb.unwrap(),
    raisedWithin: settings.raisedWithin
      .unwrap()
      .meta({ description: 'Minutes at most for a case whose severity was raised by hand' }),
    escalateTo: settings.escalateTo
      .unwrap()
      .max(20)
      .meta({ description: 'Keys of staff, the first who is there; none = a manager, else an admin' }),
    shiftHours: settings.shiftHours.unwrap().max(72),
    whoSeesCases: settings.whoSeesCases.unwrap(),
  })
  .meta({ id: 'BusinessSettings' })
export type BusinessSettings = z.infer<typeof BusinessSettings>

export type Language = 'th' | 'en' | 'ja'
/** What a business asks that the desk has no words of its own for: a slot's name and its question. A language left out falls back to English. */
export type SlotWords = Record<string, { label: Words; question?: Words }>
/** What people call a thing, by language. */
export type Words = Partial<Record<Language, string>>

/** What a kind of booking or a type of case wants to know. */
export type Asks = { requiredSlots: string[]; optionalSlots: string[]; slotWords: SlotWords }

export const languages = ['th', 'en', 'ja'] as const

export type Tenant = {
  id: string
  key: string
  name: string
  zone: string
  currency: string
  language: Language
  settings: TenantSettings
}
