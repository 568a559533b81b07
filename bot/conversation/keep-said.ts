import type { Ctx } from '../../api/context.ts'
import { keepMessage, type NewMessage } from '../../api/conversations/commands/keep-message.ts'
import { keepFile } from '../../api/files/commands/keep-file.ts'
import { type Heard, isBubble, type Media, type Place, type Sent, type Sticker } from '../heard.ts'
import type { Turn } from './room.ts'
import { withoutLinkCode } from './words/set-words.ts'

/** Keeps what was said and sent, each bubble as a message of its own. The bytes of a file are fetched after the commit. */
export const keepWhatWasSaid = (ctx: Ctx, turn: Turn, conversationId: string, sessionId: string): NewMessage[] =>
  turn.heard.filter(isBubble).map((it) => {
    const { body, content } = wordsOf(it)
    const message = keepMessage(ctx, {
      conversationId,
      sessionId,
      direction: 'in',
      author: 'customer',
      kind: it.kind,
      happenedAt: it.at,
      ...(body && { body }),
      ...(content && { content }),
      ...(it.messageId && { externalId: it.messageId }),
    })
    if (isFile(it)) {
      const { origin, name } = it.media ?? { origin: undefined }
      const refused = !origin ? 'elsewhere' : isTooLarge(it, turn.tenant.settings.mostFileMb) ? 'too_large' : undefined
      keepFile(ctx, {
        messageId: message.id,
        channelId: turn.channel.id,
        kind: it.kind,
        origin: origin ?? '',
        ...(name && { name }),
        ...(refused && { refused }),
      })
    }
    return message
  })

export const isFile = (it: Heard): it is Sent => ['image', 'video', 'audio', 'file'].includes(it.kind)

/** The platform says so before a byte is fetched: then the answer can say so at once, for nothing. */
export const isTooLarge = (it: Heard, mostMb: number): boolean =>
  isFile(it) && (it.media?.size ?? 0) > mostMb * 1_000_000

const MOST_OF_A_KIND = 40

/** What a person reads of it: a place and a sticker are words too. */
function wordsOf(it: Heard): { body?: string; content?: Media | Place | Sticker | Listened } {
  if (it.kind === 'text') return { body: withoutLinkCode(it.text) }
  if (it.kind === 'location' && it.place) return { body: placeWords(it.place), content: it.place }
  if (it.kind === 'sticker' && it.sticker) return { body: stickerWords(it.sticker), content: it.sticker }
  if (it.kind === 'unknown') return { body: `❔ ${it.what.slice(0, MOST_OF_A_KIND)}` }
  if (isFile(it) && (it.transcript || it.unheard)) return listenedTo(it)
  if (isFile(it) && it.media) return { content: it.media }
  return {}
}

type Listened = Partial<Media> & { heardBy?: string; unheard?: string }

/** What was heard is the message's words; that they were heard, and by whom, stands beside them. */
const listenedTo = ({ media, transcript, unheard }: Sent): { body?: string; content: Listened } => ({
  ...(transcript && { body: transcript.words }),
  content: { ...media, ...(transcript && { heardBy: transcript.by }), ...(unheard && { unheard }) },
})

const placeWords = ({ title, address, latitude, longitude }: Place): string =>
  `📍 ${[title, address, `https://maps.google.com/?q=${latitude},${longitude}`].filter(Boolean).join(', ')}`

const stickerWords = ({ text, keywords }: Sticker): string =>
  ['🙂', text ?? (keywords ?? []).slice(0, 3).join(', ')].filter(Boolean).join(' ')
