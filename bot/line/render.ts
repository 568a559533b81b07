import type { messagingApi } from '@line/bot-sdk'
import type { Act, Worded } from '../../api/outbox/schema.ts'
import { action } from './actions.ts'
import { bubble, carousel } from './flex.ts'
import { cut, cutGraphemes } from '../cut.ts'

type LineMessage = messagingApi.Message
type Kind = Worded['type']

const MOST_TEXT = 5_000
const MOST_QUICK_REPLIES = 13
const MOST_QUICK_LABEL = 20
const MOST_MESSAGES = 5

/** One line a kind: a kind without a line does not compile. In groups, and on LINE for PC, choices are buttons on a card: quick replies do not show there. */
const rendered = {
  text: (it, where) =>
    it.acts?.length && (where === 'group' || !fitQuickReplies(it.acts))
      ? [bubble({ type: 'card', title: '', body: it.text, facts: [], acts: it.acts })]
      : [{ type: 'text', text: cut(it.text, MOST_TEXT), ...quickReply(it.acts) }],
  card: (it) => [bubble(it)],
  list: (it) => [
    { type: 'text', text: cut(it.text, MOST_TEXT) },
    ...(it.cards.length ? [{ ...carousel(it.text, it.cards), ...quickReply(it.acts) }] : []),
  ],
  date: (it) => [
    {
      type: 'text',
      text: cut(it.text, MOST_TEXT),
      quickReply: {
        items: [
          { type: 'action', action: datePicker(it) } as const,
          ...(quickReply(it.acts).quickReply?.items ?? []),
        ].slice(0, MOST_QUICK_REPLIES),
      },
    },
  ],
  form: (it) => [
    {
      ...bubble({
        type: 'card',
        title: '',
        body: it.text,
        facts: [],
        acts: [{ do: 'open', label: it.label, url: it.url }],
      }),
      ...quickReply(it.acts),
    },
  ],
  image: (it) => [{ type: 'image', originalContentUrl: it.url, previewImageUrl: it.preview ?? it.url }],
} satisfies { [K in Kind]: (it: Extract<Worded, { type: K }>, where: 'direct' | 'group') => LineMessage[] }

/** The request's messages, within LINE's limits: at most five objects, the last one carrying the quick replies. */
export function renderForLine(messages: Worded[], where: 'direct' | 'group'): LineMessage[] {
  return messages.flatMap((it) => renderOne(it, where)).slice(0, MOST_MESSAGES)
}

function renderOne(it: Worded, where: 'direct' | 'group'): LineMessage[] {
  // TypeScript cannot see that the table's line fits the message of the same kind
  const line = rendered[it.type] as (it: Worded, where: 'direct' | 'group') => LineMessage[]
  return line(it, where)
}

/** A choice whose words would be cut, or would find no place, is a button of a card instead. */
const fitQuickReplies = (acts: Act[]): boolean =>
  acts.length <= MOST_QUICK_REPLIES && acts.every((act) => cutGraphemes(act.label, MOST_QUICK_LABEL) === act.label)

const datePicker = (it: Extract<Worded, { type: 'date' }>): messagingApi.DatetimePickerAction => ({
  type: 'datetimepicker',
  label: cutGraphemes(it.label, MOST_QUICK_LABEL),
  data: it.data,
  mode: 'date',
  ...(it.initial && { initial: it.initial }),
  ...(it.min && { min: it.min }),
  ...(it.max && { max: it.max }),
})

function quickReply(acts: Act[] | undefined): { quickReply?: messagingApi.QuickReply } {
  if (!acts?.length) return {}
  return {
    quickReply: {
      items: acts
        .slice(0, MOST_QUICK_REPLIES)
        .map((act) => ({ type: 'action', action: action(act, MOST_QUICK_LABEL) })),
    },
  }
}
