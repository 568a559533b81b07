import type { ChatView } from '../../snapshot.ts'
import { copy } from './state.ts'
import type { Taps } from './taps.ts'

export function QuickReplies({ chat, taps }: { chat: ChatView; taps: Taps }) {
  const { value: t } = copy
  const bubble = chat.bubbles.findLast((it) => it.kind === 'message')
  if (!bubble || bubble.quickReplies.length === 0) return null
  return (
    <fieldset class="quick-replies">
      <legend class="unseen">{t.answers}</legend>
      {bubble.quickReplies.map(({ label, action }, index) => (
        <button
          type="button"
          key={`${bubble.id} ${label}`}
          onClick={() => taps.tap(bubble, 'quickReply', index, action)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
