import { choicesOf } from './twilio/choices.ts'
import type { Chat, Post, RawMessage, World } from './world.ts'

export type Action = {
  type: string
  label?: string
  data?: string
  text?: string
  displayText?: string
  uri?: string
  mode?: 'date' | 'time' | 'datetime'
  initial?: string
  min?: string
  max?: string
  inputOption?: string
  fillInText?: string
  clipboardText?: string
}

export type Button = { label: string; action: Action }

/** A bubble as the person holding the phone sees it. */
export type Seen = {
  id: string
  from: string
  fromName: string
  type: string
  text: string
  altText: string
  raw: RawMessage
  /** Only while they are still on the screen. */
  quickReplies: Button[]
  buttons: Button[]
  at: number
  how: Post['how']
  cost: number
  webhookStatus?: number
  unsent: boolean
  edited: boolean
}

type Node = { [field: string]: unknown }
const isNode = (it: unknown): it is Node => typeof it === 'object' && it !== null && !Array.isArray(it)
const nodesIn = (it: unknown): Node[] => (Array.isArray(it) ? it.filter(isNode) : isNode(it) ? [it] : [])
const words = (it: unknown): string => (typeof it === 'string' ? it : '')

export function seen(world: World, chat: Chat, post: Post): Seen {
  const raw = post.message
  return {
    id: post.id,
    from: post.from,
    fromName: world.nameOf(chat.channelKey, post.from),
    type: post.unsent ? 'unsent' : raw.type,
    text: post.unsent ? '' : visibleText(raw, (userId) => world.nameOf(chat.channelKey, userId)),
    altText: words(raw.altText),
    raw,
    quickReplies: liveQuickReplies(chat, post),
    buttons: post.unsent ? [] : buttonsOf(raw),
    at: post.at,
    how: post.how,
    cost: post.cost,
    webhookStatus: post.webhookStatus,
    unsent: post.unsent ?? false,
    edited: post.edited ?? false,
  }
}

/** On LINE quick replies stand under the newest bubble only, until one is tapped or anything newer is posted; on WhatsApp they stay. */
export function liveQuickReplies(chat: Chat, post: Post): Button[] {
  if (chat.platform === 'whatsapp') return post.unsent ? [] : choicesOf(post.message)
  const newest = chat.posts.findLast((one) => one.kind === 'message')
  if (newest !== post || chat.tappedAway === post.id) return []
  const { quickReply } = post.message
  return isNode(quickReply) ? nodesIn(quickReply.items).map((item) => button(item.action)) : []
}

function button(action: unknown): Button {
  const it = (isNode(action) ? action : { type: 'none' }) as Action
  return { label: it.label ?? '', action: it }
}

/** Everything on the card that can be tapped, from top to bottom. */
export function buttonsOf(message: RawMessage): Button[] {
  if (message.type === 'flex') return flexButtons(message.contents)
  if (message.type !== 'template' || !isNode(message.template)) return []
  const { actions, columns } = message.template
  return [
    ...nodesIn(actions).map(button),
    ...nodesIn(columns).flatMap((column) => [...nodesIn(column.actions), ...nodesIn(column.action)].map(button)),
  ]
}

const INSIDE = ['header', 'hero', 'body', 'footer', 'contents'] as const

function flexButtons(component: unknown): Button[] {
  return nodesIn(component).flatMap((node) => {
    const own = isNode(node.action) ? [{ ...button(node.action), label: flexLabel(node) }] : []
    return [...own, ...INSIDE.flatMap((part) => flexButtons(node[part]))]
  })
}

/** A tappable box or text often has no label of its own: people read what stands in it. */
function flexLabel(node: Node): string {
  return words(isNode(node.action) ? node.action.label : '') || flexText(node).join(' ')
}

function flexText(component: unknown): string[] {
  return nodesIn(component).flatMap((node) => {
    const spans = node.type === 'text' ? nodesIn(node.contents) : []
    if (spans.length > 0) return [spans.map((span) => words(span.text)).join('')]
    const own = words(node.text)
    return [...(own ? [own] : []), ...INSIDE.flatMap((part) => flexText(node[part]))]
  })
}

function visibleText(message: RawMessage, nameOf: (userId: string) => string): string {
  if (message.type === 'flex') return flexText(message.contents).join('\n')
  if (message.type === 'textV2') return filledIn(message, nameOf)
  if (message.type === 'location') return [words(message.title), words(message.address)].filter(Boolean).join('\n')
  if (message.type === 'file') return words(message.fileName ?? message.text)
  if (message.type !== 'template' || !isNode(message.template)) return words(message.text)
  const { title, text, columns } = message.template
  const lines = [title, text, ...nodesIn(columns).flatMap((column) => [column.title, column.text])]
  return lines.map(words).filter(Boolean).join('\n')
}

function filledIn(message: RawMessage, nameOf: (userId: string) => string): string {
  const substitution = isNode(message.substitution) ? message.substitution : {}
  return words(message.text)
    .replace(/\{\{|\}\}|\{([0-9A-Za-z_]{1,20})\}/g, (whole, key: string | undefined) => {
      if (!key) return whole.slice(1)
      const value = substitution[key]
      if (!isNode(value) || value.type !== 'mention') return '□'
      return isNode(value.mentionee) && value.mentionee.type === 'user'
        ? `@${nameOf(words(value.mentionee.userId))}`
        : '@all'
    })
    .trim()
}
