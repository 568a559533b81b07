import { z } from 'zod'

export const subjectKinds = ['case', 'booking', 'conversation', 'contact', 'channel', 'article'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const ActivityView = z
  .object({
    id: z.uuid(),
    subject: z.object({ kind: z.enum(subjectKinds), id: z.uuid() }),
    number: z.int(),
    type: z.string(),
    actor: z.object({ kind: z.string(), id: z.uuid().nullable(), name: z.string().nullable() }),
    facts: z.record(z.string(), z.unknown()),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Activity' })
export type ActivityView = z.infer<typeof ActivityView>
