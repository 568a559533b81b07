import { useEffect, useRef } from 'preact/hooks'
import type { ChatView } from '../../snapshot.ts'
import { tell } from './state.ts'

/** On WhatsApp whatever is on a phone's screen has been read: the sender sees two blue ticks. */
export function useReading(chat: ChatView) {
  const screen = useRef<HTMLDivElement>(null)
  const newest = chat.bubbles.findLast((bubble) => bubble.from === 'bot')?.id
  useEffect(() => {
    const isShown = screen.current !== null && screen.current.offsetParent !== null
    if (chat.platform !== 'whatsapp' || !newest || !isShown) return
    void tell('act', { channelKey: chat.channelKey, userId: chat.id, does: 'reads' })
  }, [chat.key, newest])
  return screen
}
