import { z } from 'zod'
import { NoteView } from '../conversations/schema.ts'
import { FileView } from '../files/schema.ts'
import { TimeOfDay } from '../tenants/schema.ts'
import { WrittenSlots } from '../written-slots.ts'
import { written } from '../written.ts'

const bookingStages = [
  'new',
  'qualified',
  'quoted',
  'accepted',
  'confirmed',
  'in_progress',
  'completed',
  'cancelled',
  'lost',
] as const
export type BookingStage = (typeof bookingStages)[number]

/** Every move along the pipeline; anything else is refused. */
export const stages: Record<BookingStage, readonly BookingStage[]> = {
  new: ['qualified', 'quoted', 'confirmed', 'cancelled', 'lost'],
  qualified: ['quoted', 'confirmed', 'cancelled', 'lost'],
  quoted: ['qualified', 'accepted', 'cancelled', 'lost'],
  accepted: ['confirmed', 'cancelled', 'lost'],
  confirmed: ['in_progress', 'completed', 'cancelled'],
  in_progress: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
  lost: [],
}

export const isLive = (stage: BookingStage): boolean => stages[stage].length > 0

/** Another time may be offered: instead of what was asked for, or of what is confirmed. */
export const mayBeOffered = ({ stage }: { stage: BookingStage }): boolean =>
  stage === 'new' || stage === 'qualified' || stage === 'confirmed'
const bookingActions = [
  'confirm',
  'move',
  'decline',
  'cancel',
  'take',
  'note',
  'give',
  'propose',
  'answered_outside',
  'not_a_booking',
] as const
export type BookingAction = (typeof bookingActions)[number]

/** Another slot, or another day (and time) where nothing is sold by slots, offered to the customer. */
export const Proposal = z.object({
  id: z.uuid(),
  slotId: z.uuid().nullable(),
  date: z.string().nullable(),
  time: z.string().nullable(),
  at: z.iso.datetime(),
})
export type Proposal = z.infer<typeof Proposal>

const Person = z.object({ id: z.uuid(), name: z.string().nullable() })

export const BookingView = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    kind: z.object({ key: z.string(), names: z.record(z.string(), z.string()) }),
    stage: z.enum(bookingStages),
    contact: Person.nullable(),
    owner: Person.nullable(),
    item: z.object({ id: z.uuid(), code: z.string().nullable(), name: z.string() }).nullable(),
    slot: z.object({ id: z.uuid(), startsAt: z.iso.datetime() }).nullable(),
    seats: z.int().nullable(),
    seatsState: z.enum(['none', 'held', 'booked', 'released']),
    holdExpiresAt: z.iso.datetime().nullable(),
    source: z.string(),
    slots: z.record(z.string(), z.unknown()),
    valueMinor: z.int().nullable(),
    currency: z.string().nullable(),
    requestedAt: z.iso.datetime(),
    slaDueAt: z.iso.datetime().nullable(),
    slaBreachedAt: z.iso.datetime().nullable(),
    answeredAt: z.iso.datetime().nullable(),
    proposal: Proposal.nullable(),
    cancelAskedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'The customer wants it cancelled when only staff still may' }),
    endedWhy: z.string().nullable(),
    can: z.array(z.enum(bookingActions)),
  })
  .meta({ id: 'Booking' })
export type BookingView = z.infer<typeof BookingView>

export const BookingWithFiles = BookingView.extend({
  files: z.array(FileView),
  notes: z.array(NoteView).meta({ description: 'What staff noted, the newest first; never for customers' }),
}).meta({ id: 'BookingWithFiles' })
export type BookingWithFiles = z.infer<typeof BookingWithFiles>

export const BookingFilters = z.object({
  stage: z.enum(bookingStages).optional(),
  kind: z.string().max(100).optional(),
  owner: z.union([z.uuid(), z.literal('none')], { error: 'Is the id of a member of staff, or none' }).optional(),
  contact: z.uuid().optional(),
})

/** What the customer's form sends; checked against the booking kind's own required slots. */
export const RequestBookingInput = z.object({
  kind: z.string().min(1).max(100),
  contactId: z.uuid().optional(),
  itemId: z.uuid().optional(),
  slotId: z.uuid().optional(),
  seats: z.int().min(1).max(500).optional(),
  slots: WrittenSlots.default({}),
})
export type RequestBookingInput = z.infer<typeof RequestBookingInput>

const TimeOnSale = z.object({ id: z.uuid(), startsAt: z.iso.datetime(), seatsLeft: z.int() })

export const TimesOfDay = z.object({ slots: z.array(TimeOnSale) }).meta({ id: 'TimesOfDay' })
export type TimesOfDay = z.infer<typeof TimesOfDay>

export const PriceOfWish = z
  .object({ total: z.object({ minor: z.int(), currency: z.string() }).nullable() })
  .meta({ id: 'PriceOfWish' })
export type PriceOfWish = z.infer<typeof PriceOfWish>

/** What the booking form needs: the draft from the chat, and what can be chosen. */
export const BookingFormView = z
  .object({
    tenant: z.string(),
    person: z.uuid().meta({ description: 'Whose form it is: the contact' }),
    zone: z.string(),
    language: z.enum(['th', 'en', 'ja']),
    today: z.iso.date(),
    draft: z.object({ kind: z.string().nullable(), slots: z.record(z.string(), z.union([z.string(), z.number()])) }),
    kinds: z.array(
      z.object({
        key: z.string(),
        names: z.record(z.string(), z.string()),
        requiredSlots: z.array(z.string()),
        optionalSlots: z.array(z.string()),
        itemTypes: z.array(z.string()),
      }),
    ),
    items: z.array(
      z.object({
        id: z.uuid(),
        type: z.string(),
        name: z.string(),
        names: z.record(z.string(), z.string()),
        priceMinor: z.int().nullable(),
        currency: z.string().nullable(),
        pricePer: z
          .string()
          .nullable()
          .meta({ description: 'What the price is for: person, total, night, thousand, year' }),
        maxPeople: z.int().nullable(),
        slots: z.array(TimeOnSale).meta({
          description: 'Of the next twelve days on sale, and of the first twelve among those the chat knows are wished',
        }),
      }),
    ),
  })
  .meta({ id: 'BookingForm' })
export type BookingFormView = z.infer<typeof BookingFormView>

export const EndBookingInput = z.object({ why: written(500) })
export const GiveBookingInput = z.object({ staffId: z.uuid() })
export const BookingNoteInput = z.object({ text: written(5_000) })
export const ProposeInput = z
  .object({
    slotId: z.uuid().optional(),
    date: z.iso.date().optional(),
    time: TimeOfDay.optional(),
  })
  .refine((it) => (it.slotId === undefined) !== (it.date === undefined), {
    message: 'Send a slotId, or a date (and a time)',
    path: ['slotId'],
  })
export const MoveBookingInput = z.object({
  to: z.enum(['qualified', 'quoted', 'accepted', 'in_progress', 'completed']),
})

/** What a customer's form sends: the person is who holds the session or the link. */
export const MyBookingInput = RequestBookingInput.omit({ contactId: true }).extend({
  ref: z.string().max(200).optional().meta({ description: 'The form link’s token, where there is no session' }),
})
