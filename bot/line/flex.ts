import type { messagingApi } from '@line/bot-sdk'
import type { Card } from '../../api/outbox/schema.ts'
import { action } from './actions.ts'
import { cut } from '../cut.ts'

const MOST_ALT = 1_500
const MOST_BUTTON_LABEL = 40
const MOST_BUBBLES = 12
const MOST_BUBBLE_BYTES = 30_000
const MOST_CAROUSEL_BYTES = 50_000
/** UTF-16 units of a line and of the body, from generous to terse. */
const lengths = [
  { line: 400, body: 4_000 },
  { line: 120, body: 1_500 },
  { line: 50, body: 200 },
] as const
const tones = { critical: '#B3261E', warning: '#8A5A00', calm: '#473B30', good: '#2E6B3A' } as const

/** A card as one Flex bubble. */
export function bubble(it: Card): messagingApi.FlexMessage {
  const alt = [it.badge?.text, it.title, it.subtitle, it.body].filter(Boolean).join(' · ')
  return { type: 'flex', altText: cut(alt || '…', MOST_ALT), contents: within(MOST_BUBBLE_BYTES, it) }
}

/** Several cards side by side; LINE shows at most twelve. */
export function carousel(alt: string, cards: Card[]): messagingApi.FlexMessage {
  return {
    type: 'flex',
    altText: cut(alt || '…', MOST_ALT),
    contents: {
      type: 'carousel',
      contents: cards.slice(0, MOST_BUBBLES).map((it) => within(MOST_CAROUSEL_BYTES / MOST_BUBBLES, it)),
    },
  }
}

/** The card as large as it may be: what is too much for LINE is cut shorter until it fits. */
function within(most: number, it: Card): messagingApi.FlexBubble {
  const drawn = lengths.map((length) => contents(it, length))
  const fitting = drawn.find((bubble) => Buffer.byteLength(JSON.stringify(bubble)) <= most)
  return fitting ?? contents({ ...it, facts: [], acts: it.acts.slice(0, 3) }, lengths[2])
}

function contents(it: Card, length: (typeof lengths)[number]): messagingApi.FlexBubble {
  const body: messagingApi.FlexComponent[] = [
    ...(it.badge
      ? [
          {
            type: 'text',
            text: it.badge.text,
            size: 'xs',
            weight: 'bold',
            color: tones[it.badge.tone],
            wrap: true,
          } as const,
        ]
      : []),
    ...(it.title
      ? [{ type: 'text', text: cut(it.title, length.line), weight: 'bold', size: 'md', wrap: true } as const]
      : []),
    ...(it.subtitle
      ? [{ type: 'text', text: cut(it.subtitle, length.line), size: 'sm', color: '#6B5442', wrap: true } as const]
      : []),
    ...it.facts.filter((fact) => fact.value).map((fact) => factRow(fact, length.line)),
    ...(it.body
      ? [{ type: 'text', text: cut(it.body, length.body), size: 'sm', wrap: true, margin: 'md' } as const]
      : []),
  ]
  return {
    type: 'bubble',
    size: 'kilo',
    ...(it.picture && {
      hero: { type: 'image', url: it.picture, size: 'full', aspectRatio: '20:13', aspectMode: 'cover' } as const,
    }),
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'sm',
      contents: body.length ? body : [{ type: 'text', text: '…' }],
    },
    ...(it.acts.length && {
      footer: {
        type: 'box',
        layout: 'vertical',
        spacing: 'sm',
        contents: it.acts.map((act, index) => ({
          type: 'button',
          height: 'sm',
          style: index === 0 && !it.choices ? 'primary' : 'secondary',
          color: index === 0 && !it.choices ? '#473B30' : '#FDE8BD',
          action: action(act, MOST_BUTTON_LABEL),
        })),
      },
    }),
  }
}

const factRow = (fact: { label: string; value: string }, most: number): messagingApi.FlexBox => ({
  type: 'box',
  layout: 'baseline',
  spacing: 'sm',
  contents: [
    { type: 'text', text: cut(fact.label, Math.min(most, 60)), size: 'xs', color: '#6B5442', flex: 2, wrap: true },
    { type: 'text', text: cut(fact.value, most), size: 'sm', flex: 5, wrap: true },
  ],
})
