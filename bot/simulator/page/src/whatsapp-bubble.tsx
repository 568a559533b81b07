import type { BubbleView, ChatView } from '../../snapshot.ts'
import { channel, copy } from './state.ts'
import { moodOf, StickerPicture } from './sticker.tsx'
import type { Taps } from './taps.ts'
import { Ticks } from './ticks.tsx'
import { WrittenWords } from './written-words.tsx'

type Props = { chat: ChatView; bubble: BubbleView; userId: string; taps: Taps }

/** A message as WhatsApp shows it: time and ticks inside the bubble, buttons hanging below. */
export function WhatsAppBubble({ chat, bubble, userId, taps }: Props) {
  const isMine = bubble.from === userId
  return (
    <div class={`line ${isMine ? 'mine' : 'theirs bot'}`} data-message={bubble.id}>
      <div class="words">
        <Content bubble={bubble} taps={taps} />
        <Foot chat={chat} bubble={bubble} isMine={isMine} />
      </div>
      <Choices bubble={bubble} taps={taps} />
    </div>
  )
}

function Content({ bubble, taps }: { bubble: BubbleView; taps: Taps }) {
  const { value: t } = copy
  const { raw, text } = bubble
  if (bubble.unsent) return <p class="withdrawn">{t.withdrawn}</p>
  const words = text && <WrittenWords text={text} open={taps.open} />
  switch (raw.type) {
    case 'sticker':
      return <StickerPicture mood={moodOf(raw.stickerId)} label={t.sticker} />
    case 'image':
      return (
        <>
          <img class="photo" src={pictureOf(bubble)} alt={t.picture} />
          {words}
        </>
      )
    case 'location':
      return <p>📍 {text || `${String(raw.latitude)}, ${String(raw.longitude)}`}</p>
    case 'document':
    case 'file':
      return <p>📄 {text || t.document}</p>
    case 'audio':
      return <p>{t.audio}</p>
    case 'video':
      return <p>{t.video}</p>
    default:
      return words || null
  }
}

const wordsOf = (it: unknown): string => (typeof it === 'string' ? it : '')

const pictureOf = ({ id, from, raw }: BubbleView): string =>
  from === 'bot' ? wordsOf(raw.mediaUrl) : `/simulator/api/content/${id}`

function Foot({ chat, bubble, isMine }: { chat: ChatView; bubble: BubbleView; isMine: boolean }) {
  const { value: t } = copy
  const { webhookStatus: status } = bubble
  const isTaken = status !== undefined && status >= 200 && status < 300
  const isRead = chat.readUpTo !== undefined && BigInt(bubble.id) <= BigInt(chat.readUpTo)
  const time = new Date(bubble.at).toLocaleTimeString('en-GB', {
    timeZone: channel.value?.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <p class="inside-foot">
      {status !== undefined && !isTaken && <strong class="failed">{t.notDelivered(status)}</strong>}
      {bubble.cost > 0 && <span>{t.template}</span>}
      <time>{time}</time>
      {isMine && <Ticks state={isRead ? 'read' : isTaken ? 'delivered' : 'sent'} />}
    </p>
  )
}

/** Up to three buttons below the bubble, or one that opens a list. */
function Choices({ bubble, taps }: { bubble: BubbleView; taps: Taps }) {
  const { raw, quickReplies } = bubble
  if (raw.type === 'twilio/list-picker') {
    const title = wordsOf(raw.button)
    return (
      <div class="hanging">
        <button type="button" onClick={() => taps.openList(bubble, title)}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M8 7h11M8 12h11M8 17h11M4.5 7h.1M4.5 12h.1M4.5 17h.1" />
          </svg>
          {title}
        </button>
      </div>
    )
  }
  if (quickReplies.length === 0) return null
  return (
    <div class="hanging">
      {quickReplies.map(({ label, action }, index) => (
        <button
          type="button"
          key={`${bubble.id} ${label}`}
          onClick={() => taps.tap(bubble, 'quickReply', index, action)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path
              d={
                action.type === 'uri' ? 'M13 5h6v6M19 5l-9 9M10 6H5v13h13v-5' : 'M10 6l-6 5 6 5v-3q7-1 10 5 0-9-10-10z'
              }
            />
          </svg>
          {label}
        </button>
      ))}
    </div>
  )
}
