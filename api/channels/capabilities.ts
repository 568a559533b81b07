import { z } from 'zod'
import type { ChannelKind } from './queries.ts'

/** What a kind of channel can do. Who works with it asks here, not for its name. */
export const Capabilities = z
  .object({
    groups: z.boolean().meta({
      description:
        'It can be in group chats: of staff, of customers, of partners. Off for WhatsApp: Twilio offers businesses none',
    }),
    arrival: z.boolean().meta({ description: 'The platform says whether a message arrived and was read' }),
    windowHours: z.int().nullable().meta({
      description: 'How long after a customer’s message one may write freely; null = always',
    }),
    menu: z.boolean().meta({ description: 'A menu can stand below the chat' }),
  })
  .meta({ id: 'ChannelCapabilities' })
export type Capabilities = z.infer<typeof Capabilities>

export const capabilities: Record<ChannelKind, Capabilities> = {
  line: { groups: true, arrival: false, windowHours: null, menu: true },
  whatsapp: { groups: false, arrival: true, windowHours: 24, menu: false },
  api: { groups: false, arrival: false, windowHours: null, menu: false },
}
