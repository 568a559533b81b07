import { z } from 'zod'

const languages = ['th', 'en', 'ja'] as const

/** Who is signed in, and where. */
export const SessionView = z
  .object({
    kind: z.enum(['staff', 'contact', 'api']),
    id: z.uuid(),
    name: z.string().nullable(),
    role: z.string().nullable(),
    language: z.enum(languages),
    tenant: z.object({ key: z.string(), name: z.string(), zone: z.string(), language: z.enum(languages) }),
    liffId: z.string().optional().meta({ description: 'Of the channel that was asked for' }),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof SessionView>

const channelKey = z.string().min(1).max(100)

export const LineSignIn = z.object({
  channelKey,
  idToken: z.string().min(20).max(4_000).meta({ description: '`liff.getIDToken()`' }),
})
export const DemoSignIn = z.object({
  channelKey,
  code: z.string().min(1).max(200).meta({ description: 'One-time code of a simulator phone' }),
})
