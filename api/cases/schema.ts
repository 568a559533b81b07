import { z } from 'zod'
import { NoteView } from '../conversations/schema.ts'
import { FileView } from '../files/schema.ts'
import { ArticleTexts } from '../knowledge/schema.ts'
import { WrittenSlots } from '../written-slots.ts'
import { written } from '../written.ts'

export const caseStatuses = [
  'new',
  'investigating',
  'waiting_customer',
  'waiting_provider',
  'fixing',
  'resolved',
  'closed',
] as const
export type CaseStatus = (typeof caseStatuses)[number]
export const severities = ['critical', 'high', 'normal', 'low'] as const
export type Severity = (typeof severities)[number]

/** What the desk's rules know of a type of case, whatever it is called. */
export const caseConcerns = [
  'change',
  'cancellation',
  'upcoming',
  'on_the_spot',
  'health',
  'place',
  'flight',
  'account',
  'document',
  'money',
  'quantity',
  'party',
] as const
export type CaseConcern = (typeof caseConcerns)[number]

/** Its customer wants something else than was booked or ordered, or nothing of it any more. */
export const undoesBooked = (it: { concerns?: readonly CaseConcern[] | undefined }): boolean =>
  it.concerns?.some((one) => one === 'change' || one === 'cancellation') ?? false

const caseActions = [
  'claim',
  'assign',
  'move',
  'note',
  'resolve',
  'close',
  'reopen',
  'partner_answer',
  'ask',
  'retype',
  'set_severity',
  'set_provider',
  'link_order',
  'escalate',
  'answered_outside',
  'not_a_case',
  'withdraw',
  'keep',
] as const
export type CaseAction = (typeof caseActions)[number]

/** The cause of a case that was none; no tenant has it among its own. */
export const NOT_A_CASE = 'not_a_case'
/** The cause of a case its customer took back; no tenant has it among its own. */
export const WITHDRAWN = 'withdrawn'
/** What a message was that the bot made a case or a booking of. */
export const mistakenIntents = ['smalltalk', 'question', 'status_query', 'other'] as const
export type MistakenIntent = (typeof mistakenIntents)[number]

/** What a provider can say of a case that waits for them. */
export const partnerAnswers = ['seen', 'done', 'cannot'] as const
export type PartnerAnswer = (typeof partnerAnswers)[number]

const Person = z.object({ id: z.uuid(), name: z.string().nullable() })

export const CaseView = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    type: z.object({
      key: z.string(),
      names: z.record(z.string(), z.string()),
      labels: z.record(z.string(), z.record(z.string(), z.string())).meta({
        description: 'What the business calls the slots of this case, where it has words of its own for them',
      }),
    }),
    severity: z.enum(severities),
    status: z.enum(caseStatuses),
    contact: Person.nullable(),
    owner: Person.nullable(),
    provider: z.object({ id: z.uuid(), key: z.string(), name: z.string() }).nullable(),
    orders: z.array(z.string()).meta({
      description: 'Orders it is about, as the customer or staff named them: claims, not checked against the shop',
    }),
    source: z.string(),
    slots: z.record(z.string(), z.unknown()),
    openedAt: z.iso.datetime(),
    claimedAt: z.iso.datetime().nullable(),
    slaDueAt: z.iso.datetime().nullable(),
    slaStoppedAt: z.iso.datetime().nullable(),
    slaBreachedAt: z.iso.datetime().nullable(),
    rootCause: z.string().nullable(),
    resolvedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
    reopened: z.int(),
    trackUrl: z.string(),
    can: z.array(z.enum(caseActions)),
  })
  .meta({ id: 'Case' })
export type CaseView = z.infer<typeof CaseView>

export const CaseWithFiles = CaseView.extend({
  said: z
    .array(z.string())
    .meta({ description: 'What the customer wrote: the first message of it, and the last three' }),
  files: z.array(FileView),
  notes: z.array(NoteView).meta({ description: 'What staff noted, the newest first; never for customers' }),
  rootCauseNames: z.record(z.string(), z.string()).nullable().meta({
    description: 'What the business calls its root cause; none where the customer took it back, or it was no case',
  }),
  sop: ArticleTexts.nullable().meta({ description: 'How staff work on its type; never for customers' }),
}).meta({ id: 'CaseWithFiles' })
export type CaseWithFiles = z.infer<typeof CaseWithFiles>

export const CaseFilters = z.object({
  status: z.enum(caseStatuses).optional(),
  open: z.stringbool().optional(),
  severity: z.enum(severities).optional(),
  type: z.string().max(100).optional(),
  owner: z.union([z.uuid(), z.literal('none')], { error: 'Is the id of a member of staff, or none' }).optional(),
  contact: z.uuid().optional(),
})

export const OpenCaseInput = z.object({
  type: z.string().min(1).max(100).meta({ description: 'The key of one of the tenant’s case types' }),
  contactId: z.uuid().optional(),
  severity: z.enum(severities).optional(),
  slots: WrittenSlots.default({}).meta({ description: 'What is known of it, such as `order_id` and `amount`' }),
  note: written(5_000).optional(),
})

export const AssignInput = z.object({ staffId: z.uuid() })
export const MoveInput = z.object({ to: z.enum(['investigating', 'waiting_customer', 'waiting_provider', 'fixing']) })
export const NoteInput = z.object({ text: written(5_000) })
export const ResolveInput = z.object({
  rootCause: z.string().min(1).max(100).meta({ description: 'The key of one of the tenant’s root causes' }),
})

export const AskInput = z.object({ text: written(4_000) })
export const RetypeInput = z.object({
  type: z.string().min(1).max(100).meta({ description: 'The key of one of the tenant’s case types' }),
})
export const MistakenInput = z.object({
  intent: z
    .enum(mistakenIntents)
    .default('other')
    .meta({ description: 'What the message was instead: the engine learns it' }),
})
export const SeverityInput = z.object({ severity: z.enum(severities) })
export const ProviderInput = z.object({
  provider: z.string().min(1).max(100).nullable().meta({ description: 'The key of a provider; null = nobody outside' }),
})
export const OrderInput = z.object({ order: written(60) })
export const EscalateInput = z.object({
  why: written(1_000).optional().meta({ description: 'Kept as an internal note' }),
})

/** What a track page shows to whoever has the link: no names of other people, no internal notes. */
export const TrackView = z
  .object({
    now: z.iso.datetime(),
    reference: z.string(),
    tenant: z.string(),
    language: z.enum(['th', 'en', 'ja']),
    type: z.record(z.string(), z.string()),
    status: z.enum(caseStatuses),
    openedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    resolvedAt: z.iso.datetime().nullable(),
    owner: z.string().nullable(),
    history: z.array(z.object({ status: z.enum(caseStatuses), at: z.iso.datetime() })),
    /** what the customer sent themselves */
    files: z.array(FileView),
    zone: z.string(),
  })
  .meta({ id: 'Track' })
export type TrackView = z.infer<typeof TrackView>

/** Today's board of a manager: open cases by severity, what is at risk, and the bookings that wait. */
export const TodayView = z
  .object({
    now: z.iso.datetime(),
    zone: z.string(),
    open: z.object({ critical: z.int(), high: z.int(), normal: z.int(), low: z.int() }),
    unclaimed: z.int(),
    breached: z.int(),
    resolvedToday: z.int(),
    atRisk: z.array(CaseView),
    waitingBookings: z.int(),
  })
  .meta({ id: 'Today' })
export type TodayView = z.infer<typeof TodayView>
