import { copy } from './state.ts'

export type TickState = 'sent' | 'delivered' | 'read'

/** One tick: at Twilio. Two: the desk has it. Two in blue: the desk has read it. */
export function Ticks({ state }: { state: TickState }) {
  const { value: t } = copy
  const words = { sent: t.sent, delivered: t.delivered, read: t.read }
  return (
    <svg class={`ticks ${state}`} viewBox="0 0 22 14" role="img" aria-label={words[state]}>
      <path d={state === 'sent' ? 'M6 7l4 4 8-9' : 'M2 7l4 4 8-9M9 9l2 2 8-9'} />
    </svg>
  )
}
