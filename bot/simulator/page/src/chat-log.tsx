import { useLayoutEffect, useRef } from 'preact/hooks'
import type { BubbleView, ChatView } from '../../snapshot.ts'
import { Bubble } from './bubble.tsx'
import { act, channel, copy, language } from './state.ts'
import type { Taps } from './taps.ts'
import { triesOf } from './tries.ts'
import { WhatsAppBubble } from './whatsapp-bubble.tsx'

type Props = { chat: ChatView; userId: string; taps: Taps; label: string }

export function ChatLog({ chat, userId, taps, label }: Props) {
  const { value: t } = copy
  const log = useRef<HTMLDivElement>(null)
  const newest = chat.bubbles.at(-1)
  const said = newest?.from === userId ? newest.id : undefined
  useLayoutEffect(() => {
    if (said && log.current) log.current.scrollTop = 0
  }, [said])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <div class="chat-log" role="log" aria-label={label} tabIndex={0} ref={log}>
      <div>
        {chat.bubbles.length === 0 && <Nothing chat={chat} userId={userId} />}
        {chat.bubbles.map((bubble, index) => (
          <div key={bubble.id}>
            <DayLine bubble={bubble} before={chat.bubbles[index - 1]} />
            {bubble.kind === 'notice' ? (
              <p class="notice">{bubble.type === 'joined' ? t.joined(bubble.fromName) : t.left(bubble.fromName)}</p>
            ) : chat.platform === 'whatsapp' ? (
              <WhatsAppBubble chat={chat} bubble={bubble} userId={userId} taps={taps} />
            ) : (
              <Bubble chat={chat} bubble={bubble} before={chat.bubbles[index - 1]} userId={userId} taps={taps} />
            )}
          </div>
        ))}
        {chat.isTyping && (
          <p class="typing">
            <span class="unseen">{`${channel.value?.botName ?? ''} ${t.typing}`}</span>
            <i />
            <i />
            <i />
          </p>
        )}
      </div>
    </div>
  )
}

function Nothing({ chat, userId }: { chat: ChatView; userId: string }) {
  const { value: t } = copy
  if (chat.kind === 'group') return <p class="nothing">{t.groupEmpty}</p>
  const isStaff = channel.value?.people.some((it) => it.userId === userId && it.role === 'staff')
  const sentences = isStaff ? [] : triesOf(channel.value?.tenantKey ?? '')
  return (
    <div class="nothing">
      <p>{sentences.length > 0 ? t.empty : t.emptyOnly}</p>
      {sentences.map((text) => (
        <button type="button" key={text} onClick={() => act(chat, userId, { does: 'says', text })}>
          {text}
        </button>
      ))}
    </div>
  )
}

function DayLine({ bubble, before }: { bubble: BubbleView; before: BubbleView | undefined }) {
  const timeZone = channel.value?.timeZone
  const day = (at: number) =>
    new Date(at).toLocaleDateString(language.value, { timeZone, weekday: 'short', day: 'numeric', month: 'short' })
  const today = day(bubble.at)
  return before && day(before.at) === today ? null : <p class="day">{today}</p>
}
