import type { Act, Card, Worded } from '../api/outbox/schema.ts'
import { signTap, type TapAction } from './taps.ts'

/** Constructors of the channel-neutral messages. */
export const text = (words: string, acts?: Act[]): Worded => ({
  type: 'text',
  text: words,
  ...(acts?.length && { acts }),
})

export const card = (it: Omit<Card, 'type' | 'facts' | 'acts'> & Partial<Pick<Card, 'facts' | 'acts'>>): Card => ({
  type: 'card',
  facts: [],
  acts: [],
  ...it,
})

export const open = (label: string, url: string): Act => ({ do: 'open', label, url })

/** Buttons of one tenant, made now. */
export const tapsOf =
  ({ tenant, now }: { tenant: { id: string }; now: Date | null }) =>
  (label: string, action: TapAction, ...args: (string | number)[]): Act => ({
    do: 'tap',
    label,
    data: signTap(tenant.id, now, action, ...args),
  })
export type TapMaker = ReturnType<typeof tapsOf>
