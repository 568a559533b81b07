import type { Language } from '../tenants/schema.ts'

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
export type ChatWindow = { until: Date | null }
