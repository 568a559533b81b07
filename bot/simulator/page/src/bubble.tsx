import type { BubbleView, ChatView } from '../../snapshot.ts'
import { FlexCard } from './flex.tsx'
import { piecesOf } from './links.ts'
import { act, channel, copy } from './state.ts'
import { moodOf, StickerPicture } from './sticker.tsx'
import type { Taps } from './taps.ts'
import { TemplateCard } from './template.tsx'

type Props = {
  chat: ChatView
  bubble: BubbleView
  before: BubbleView | undefined
  userId: string
  taps: Taps
}

export function Bubble({ chat, bubble, before, userId, taps }: Props) {
  const isMine = bubble.from === userId
  const isNewSpeaker = before?.from !== bubble.from || before.kind === 'notice'
  return (
    <div class={`line ${isMine ? 'mine' : 'theirs'} ${bubble.from === 'bot' ? 'bot' : ''}`} data-message={bubble.id}>
      {!isMine && isNewSpeaker && <p class="speaker">{bubble.fromName}</p>}
      <div class="row">
        <Content bubble={bubble} taps={taps} />
        <Foot chat={chat} bubble={bubble} isMine={isMine} />
      </div>
    </div>
  )
}

function Content({ bubble, taps }: { bubble: BubbleView; taps: Taps }) {
  const { value: t } = copy
  const { raw } = bubble
  switch (bubble.type) {
    case 'unsent':
      return <p class="words withdrawn">{t.withdrawn}</p>
    case 'flex':
      return <FlexCard bubble={bubble} taps={taps} />
    case 'template':
      return <TemplateCard bubble={bubble} taps={taps} />
    case 'sticker':
      return <StickerPicture mood={moodOf(raw.stickerId)} label={t.sticker} />
    case 'image':
      return <img class="photo" src={pictureOf(bubble)} alt={t.picture} />
    case 'location':
      return <p class="words">📍 {bubble.text || `${String(raw.latitude)}, ${String(raw.longitude)}`}</p>
    case 'audio':
      return <p class="words">{t.audio}</p>
    case 'video':
      return <p class="words">{t.video}</p>
    default:
      return <Words text={bubble.text || bubble.altText} taps={taps} />
  }
}

function pictureOf({ id, from, raw }: BubbleView): string {
  if (from !== 'bot') return `/simulator/api/content/${id}`
  const address = raw.previewImageUrl ?? raw.originalContentUrl
  return typeof address === 'string' ? address : ''
}

function Words({ text, taps }: { text: string; taps: Taps }) {
  return (
    <p class="words">
      {piecesOf(text).map((piece, index) =>
        piece.isLink ? (
          <button type="button" class="link" key={`${index} ${piece.text}`} onClick={() => taps.open(piece.text)}>
            {piece.text}
          </button>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}

function Foot({ chat, bubble, isMine }: { chat: ChatView; bubble: BubbleView; isMine: boolean }) {
  const { value: t } = copy
  const time = new Date(bubble.at).toLocaleTimeString('en-GB', {
    timeZone: channel.value?.timeZone,
    hour: '2-digit',
    minute: '2-digit',
  })
  const isRead = isMine && chat.readUpTo !== undefined && BigInt(bubble.id) <= BigInt(chat.readUpTo)
  const status = bubble.webhookStatus
  const failed = status !== undefined && (status < 200 || status > 299) && chat.botIn
  return (
    <p class="foot">
      {failed && <strong class="failed">{t.notDelivered(status)}</strong>}
      {isRead && <span>{t.read}</span>}
      {bubble.edited && <span>{t.edited}</span>}
      {bubble.from === 'bot' && bubble.how === 'reply' && <span class="cost">{t.free}</span>}
      {bubble.cost > 0 && <span class="cost paid">{t.paid(bubble.cost)}</span>}
      <time>{time}</time>
      {isMine && !bubble.unsent && status !== undefined && (
        <button
          type="button"
          class="take-back"
          onClick={() => act(chat, bubble.from, { does: 'unsends', messageId: bubble.id })}
        >
          {t.takeBack}
        </button>
      )}
    </p>
  )
}
