import { z } from 'zod'

export const ContactView = z
  .object({
    id: z.uuid(),
    name: z.string().nullable(),
    language: z.enum(['th', 'en', 'ja']).nullable(),
    flags: z.array(z.string()),
    blocked: z.boolean(),
    erased: z.boolean().meta({ description: 'They asked to be forgotten, and were' }),
    profile: z.record(z.string(), z.unknown()),
    identities: z.array(
      z.object({
        kind: z.enum(['line', 'whatsapp', 'email', 'phone', 'username', 'member', 'api']),
        value: z.string(),
        proven: z
          .boolean()
          .meta({ description: 'Only a channel’s own identity is; what was said or imported proves nothing' }),
        unreachable: z.boolean().meta({ description: 'The platform said that nobody can be reached there' }),
      }),
    ),
    consents: z.array(
      z.object({
        kind: z.enum(['contact_details', 'messages']).meta({
          description:
            '`messages`: to be written to on this channel; STOP is `declined`, START `given`. The newest of a channel counts',
        }),
        answer: z.enum(['given', 'declined']),
        wording: z
          .string()
          .meta({ description: 'The very words the person was asked in; of STOP and START their own' }),
        wordingVersion: z.int().nullable(),
        language: z.enum(['th', 'en', 'ja']).nullable(),
        channelId: z.uuid(),
        answeredAt: z.iso.datetime(),
        withdrawnAt: z.iso.datetime().nullable(),
      }),
    ),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Contact' })
export type ContactView = z.infer<typeof ContactView>
