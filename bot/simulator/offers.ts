import { type Button, buttonsOf, liveQuickReplies } from './seen.ts'
import { linksIn, numberedIn, openerOf } from './twilio/choices.ts'
import type { Chat, Post } from './world.ts'

/** Something that can be tapped now: a live quick reply, or a button of any card still in the chat. */
export type Offer = { post: Post; where: 'quickReply' | 'card'; index: number; button: Button }

/** What can be tapped in this chat, newest first; quick replies before the cards. */
export function offersIn(chat: Chat): Offer[] {
  return chat.posts.toReversed().flatMap((post) => offersOf(chat, post))
}

export function offersOf(chat: Chat, post: Post): Offer[] {
  if (post.unsent || post.from !== 'bot') return []
  const replies = liveQuickReplies(chat, post).map((button, index) => ({ post, where: 'quickReply', index, button }))
  const others = chat.platform === 'whatsapp' ? writtenIn(chat, post) : buttonsOf(post.message)
  const cards = others.map((button, index) => ({ post, where: 'card', index, button }))
  return [...replies, ...cards] as Offer[]
}

/** What people on WhatsApp read as something to choose: a list's own button, numbers to type (while they are news), links to open. */
function writtenIn(chat: Chat, post: Post): Button[] {
  const text = typeof post.message.text === 'string' ? post.message.text : ''
  const isNews = post === chat.posts.findLast((one) => one.from === 'bot')
  return [...openerOf(post.message), ...linksIn(text), ...(isNews ? numberedIn(text) : [])]
}

/** The newest offer with this label; failing that, with this postback data or message text. */
export function offerNamed(offers: Offer[], wanted: string | RegExp): Offer | undefined {
  const fits = (text: string | undefined) =>
    text !== undefined && (typeof wanted === 'string' ? reads(text.trim(), wanted.trim()) : wanted.test(text))
  return (
    offers.find(({ button }) => fits(button.label)) ??
    offers.find(({ button }) => fits(button.action.data) || fits(button.action.text))
  )
}

/** People know a label that had to be cut by its beginning. */
const reads = (label: string, wanted: string): boolean =>
  label === wanted || (label.length > 1 && label.endsWith('…') && wanted.startsWith(label.slice(0, -1).trimEnd()))
