import { z } from 'zod'
import { Tag } from '../http/changed-meanwhile.ts'
import { isNewsEvent } from '../notifications/schema.ts'
import { languages, type Language } from '../tenants/schema.ts'
import { written } from '../written.ts'

/** One thing the customer can choose now: by tapping it, or by typing its number, its title or its label. */
export type Choice = {
  /** what comes back on a tap: our signed data itself, or a name for it where that is too long for the platform */
  id: string
  title: string
  label: string
  /** the data of a tap, or words the person says */
  act: { tap: string; picked?: string } | { say: string }
}
/** `numbered`: the choices were shown with numbers, so that a bare number means one of them. */
export type Offered = { numbered: boolean; choices: Choice[] }

export const nothingOffered: Offered = { numbered: false, choices: [] }

/** What is asked of Twilio for one message, without the addresses. */
export type PartRequest = {
  body?: string
  mediaUrl?: string
  contentSid?: string
  contentVariables?: Record<string, string>
}

/** One message of a parcel. `askedAt` without `messageSid`: it may or may not have gone. */
export type Part = {
  id: string
  position: number
  template: boolean
  request: PartRequest
  askedAt: Date | null
  messageSid: string | null
  status: string | null
  errorCode: number | null
}

/**
 * How far a message has come. Callbacks come in any order, so a state only ever moves up; a failure is the end, unless the message
 * is seen to have arrived after all.
 */
export const ranks = {
  queued: 1,
  accepted: 1,
  scheduled: 1,
  sending: 2,
  sent: 3,
  failed: 4,
  undelivered: 4,
  canceled: 4,
  delivered: 5,
  read: 6,
} as const
export type MessageStatus = keyof typeof ranks

export type Lane = { tenantId: string; channelId: string; sourceId: string }

export const templateStatuses = [
  'unsubmitted',
  'received',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
] as const
export type TemplateStatus = (typeof templateStatuses)[number]

/** What a template can name; `news` is what would have been said, in one line. */
const templateVariables = ['name', 'reference', 'business', 'news'] as const

const placeholders = (body: string): string[] => body.match(/\{\{[^}]*\}\}/g) ?? []

/** WhatsApp's own rules: numbered from 1 in order, never first, last or side by side. */
export const TemplateInput = z
  .object({
    event: z
      .string()
      .refine((it) => it === '*' || it === 'staff.answered' || isNewsEvent(it), 'Not an event; `*` tells of any')
      .meta({ description: 'What it tells of, as in `case.resolved`; `*` tells of any news that has none of its own' }),
    language: z.enum(languages),
    body: written(1_024),
    variables: z.array(z.enum(templateVariables)).max(4),
  })
  .superRefine(({ body, variables }, ctx) => {
    const found = placeholders(body)
    const wrong = (message: string) => ctx.addIssue({ code: 'custom', path: ['body'], message })
    if (found.join() !== variables.map((_, index) => `{{${index + 1}}}`).join())
      wrong('Use {{1}}, {{2}} … in order, one for each variable')
    if (/^\{\{|\}\}$/.test(body)) wrong('A placeholder may be neither first nor last')
    if (/\}\}\s*\{\{/.test(body)) wrong('Two placeholders may not stand side by side')
  })

export const TemplateView = z
  .object({
    id: z.uuid(),
    event: z.string(),
    language: z.enum(languages),
    body: z.string(),
    variables: z.array(z.string()),
    status: z.enum(templateStatuses),
    reason: z.string().nullable().meta({ description: 'Why WhatsApp will not have it, in its own words' }),
    etag: Tag,
  })
  .meta({ id: 'WhatsAppTemplate' })
export type TemplateView = z.infer<typeof TemplateView>

/** A template that still waits: to be handed in, or for the platform's word. */
export type WaitingTemplate = {
  id: string
  event: string
  language: Language
  body: string
  category: string
  variables: string[]
  contentSid: string | null
  status: TemplateStatus
}

/** Until when free-form messages may go to a chat that has such a limit. */
export type ChatWindow = {
  until: Date | null
  /** they said STOP, and nothing since */
  stopped: boolean
}
