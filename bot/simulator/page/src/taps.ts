import { type Signal, useSignal } from '@preact/signals'
import type { Action, Button } from '../../seen.ts'
import type { BubbleView, ChatView } from '../../snapshot.ts'
import { openingOf, withCode } from './links.ts'
import { channel, copy, deskUrl, order, trouble } from './state.ts'

export type Where = 'quickReply' | 'card'

/** What lies over the chat: a page, a link that leads away, the rows of a list, or a date to pick. */
export type Sheet =
  | { kind: 'page'; url: string }
  | { kind: 'outside'; url: string }
  | { kind: 'list'; title: string; rows: Button[]; choose: (index: number) => void }
  | { kind: 'picker'; action: Action; choose: (value: string) => void }

export type Taps = {
  sheet: Signal<Sheet | undefined>
  draft: Signal<string>
  tap: (bubble: BubbleView, where: Where, index: number, action: Action) => void
  open: (uri: string) => void
  openList: (bubble: BubbleView, title: string) => void
}

type Tapped = { opened?: string; fillInText?: string; copied?: string }

export function useTaps(chat: ChatView, userId: string): Taps {
  const sheet = useSignal<Sheet | undefined>(undefined)
  const draft = useSignal('')
  const who = {
    channelKey: chat.channelKey,
    userId,
    ...(chat.kind === 'group' ? { groupId: chat.id } : {}),
  }

  async function open(uri: string) {
    const liffId = channel.value?.liffId
    const opening = openingOf(uri, { deskUrl: deskUrl.value, liffId, page: location })
    if (!opening.isInside) {
      sheet.value = { kind: 'outside', url: opening.url }
      return
    }
    const { channelKey } = chat
    // Links sent on WhatsApp bring a key of their own: LINE Login is not there.
    const pass =
      opening.needsCode && chat.platform === 'line'
        ? await order<{ code: string }>('liff-code', { channelKey, userId })
        : undefined
    sheet.value = { kind: 'page', url: pass ? withCode(opening.url, pass.code, userId) : opening.url }
  }

  async function send(bubble: BubbleView, where: Where, index: number, pick?: string) {
    const done = await order<Tapped>('act', { ...who, does: 'taps', postId: bubble.id, where, index, pick })
    if (done?.opened) await open(done.opened)
    if (done?.fillInText) draft.value = done.fillInText
    if (done?.copied) {
      await navigator.clipboard?.writeText(done.copied).catch(() => undefined)
      trouble.value = `${copy.value.copied}: ${done.copied}`
    }
  }

  function tap(bubble: BubbleView, where: Where, index: number, action: Action) {
    if (action.type !== 'datetimepicker') return void send(bubble, where, index)
    const choose = (value: string) => {
      sheet.value = undefined
      void send(bubble, where, index, value)
    }
    sheet.value = { kind: 'picker', action, choose }
  }

  function openList(bubble: BubbleView, title: string) {
    const choose = (index: number) => {
      sheet.value = undefined
      void send(bubble, 'quickReply', index)
    }
    sheet.value = { kind: 'list', title, rows: bubble.quickReplies, choose }
  }

  return { sheet, draft, tap, openList, open: (uri) => void open(uri) }
}
