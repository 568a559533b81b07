import { type Button, buttonsOf, liveQuickReplies } from './seen.ts'
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
  const cards = buttonsOf(post.message).map((button, index) => ({ post, where: 'card', index, button }))
  return [...replies, ...cards] as Offer[]
}

/** The newest offer with this label; failing that, with this postback data or message text. */
export function offerNamed(offers: Offer[], wanted: string | RegExp): Offer | undefined {
  const fits = (text: string | undefined) =>
    text !== undefined && (typeof wanted === 'string' ? text.trim() === wanted.trim() : wanted.test(text))
  return (
    offers.find(({ button }) => fits(button.label)) ??
    offers.find(({ button }) => fits(button.action.data) || fits(button.action.text))
  )
}
