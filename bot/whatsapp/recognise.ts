import type { Choice, Offered } from '../../api/whatsapp/schema.ts'
import type { Heard } from '../heard.ts'
import { actOf, idOf } from './parse.ts'

/** A typed number, title or label is the choice it names, as if it had been tapped; everything else stays as it was said. */
export function recognised(heard: Heard[], offered: Offered): Heard[] {
  const [only] = heard
  if (!only || heard.length > 1) return heard
  const choice =
    only.kind === 'text' ? typed(only.text, offered) : only.kind === 'tap' ? tapped(only.data, offered) : undefined
  if (!choice) return heard
  const { userId, at, replyToken, messageId, alsoKnownAs, called } = only
  return [
    {
      userId,
      at,
      replyToken,
      messageId,
      ...(alsoKnownAs && { alsoKnownAs }),
      ...(called && { called }),
      ...actOf(idOf(choice.act)),
    },
  ]
}

/** Data that was too long for a button came back as its name. */
const tapped = (data: string, { choices }: Offered): Choice | undefined =>
  data.startsWith('o:') ? choices.find((it) => it.id === data) : undefined

function typed(text: string, { numbered, choices }: Offered): Choice | undefined {
  const said = plain(text)
  const number = /^(\d{1,2})[.)]?$/.exec(said)?.[1]
  if (number) return numbered ? choices[Number(number) - 1] : undefined
  return choices.find((it) => said !== '' && (plain(it.title) === said || plain(it.label) === said))
}

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/(?<=[^\d])[.!。！]+$/u, '')
