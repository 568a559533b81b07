import { z } from 'zod'

const fileKinds = ['image', 'video', 'audio', 'file'] as const
export type FileKind = (typeof fileKinds)[number]
const fileStates = ['waiting', 'stored', 'refused', 'gone'] as const
export type FileState = (typeof fileStates)[number]
/** Why a file is not kept: fixed words, worded for people where they are shown. */
export type WhyNot =
  | 'too_large'
  | 'program'
  | 'empty'
  /** the platform keeps it elsewhere, and we fetch from nobody's address but the platform's */
  | 'elsewhere'
  /** the customer took the message back */
  | 'withdrawn'
  /** the platform has it no more */
  | 'expired'
  /** the platform never had it ready */
  | 'never_ready'

/** A file that came with a message. `url` opens it for a while, without a login. */
export const FileView = z
  .object({
    id: z.uuid(),
    kind: z.enum(fileKinds),
    name: z.string().nullable(),
    contentType: z.string().nullable(),
    size: z.int().nullable(),
    state: z.enum(fileStates),
    why: z.string().nullable(),
    heard: z.string().nullable().meta({ description: 'Of a voice note: what a language model heard in it' }),
    sentAt: z.iso.datetime(),
    url: z.string().nullable(),
  })
  .meta({ id: 'File' })
export type FileView = z.infer<typeof FileView>

/** Whose files: those of a case, of a booking, or the last ones of a conversation. */
export type FilesOf = { caseId: string } | { bookingId: string } | { conversationId: string }

/** A file whose copy is due, with what its channel's door needs to fetch it. */
export type Copying = {
  id: string
  tenantId: string
  channelId: string
  kind: FileKind
  origin: string
  attempts: number
}
