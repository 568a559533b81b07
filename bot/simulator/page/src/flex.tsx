import type { ComponentChildren, JSX } from 'preact'
import type { Action } from '../../seen.ts'
import type { BubbleView } from '../../snapshot.ts'
import {
  aligned,
  boxStyle,
  clean,
  type FlexNode,
  lettering,
  type Parent,
  picture,
  position,
  type Style,
  space,
  word,
} from './flex-measures.ts'
import { copy } from './state.ts'
import type { Taps } from './taps.ts'

type Hand = (action: unknown) => (() => void) | undefined

/** A Flex message, drawn by setting styles one by one: the page's policy allows no style in markup. */
export function FlexCard({ bubble, taps }: { bubble: BubbleView; taps: Taps }) {
  // Two buttons with the very same action do the same: it does not matter which of them is meant.
  const actions = bubble.buttons.map((button) => JSON.stringify(button.action))
  const hand: Hand = (action) => {
    const index = action === undefined ? -1 : actions.indexOf(JSON.stringify(action))
    return index < 0 ? undefined : () => taps.tap(bubble, 'card', index, action as Action)
  }
  const contents = bubble.raw.contents as FlexNode
  const bubbles = contents.type === 'carousel' ? nodesOf(contents.contents) : [contents]
  return (
    <section
      class="carousel"
      aria-label={bubble.altText || copy.value.card}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a row that scrolls must be reachable by keyboard
      tabIndex={bubbles.length > 1 ? 0 : undefined}
    >
      {bubbles.map((one, index) => (
        <FlexBubble key={index} bubble={one} hand={hand} />
      ))}
    </section>
  )
}

const nodesOf = (it: unknown): FlexNode[] => (Array.isArray(it) ? (it as FlexNode[]) : [])

const PARTS = ['header', 'hero', 'body', 'footer'] as const
const ALONE: Parent = { layout: 'vertical', isFirst: true }

function FlexBubble({ bubble, hand }: { bubble: FlexNode; hand: Hand }) {
  const styles = (bubble.styles ?? {}) as Record<string, { [field: string]: unknown } | undefined>
  return (
    <Tappable class={`flex-bubble ${word(bubble.size) ?? 'mega'}`} onTap={hand(bubble.action)}>
      {PARTS.map((part) => {
        const block = bubble[part] as FlexNode | undefined
        const look = styles[part]
        return (
          block && (
            <div
              key={part}
              class={`flex-block ${part} ${look?.separator ? 'separated' : ''}`}
              style={clean({ backgroundColor: word(look?.backgroundColor) })}
            >
              <Component node={block} parent={ALONE} hand={hand} />
            </div>
          )
        )
      })}
    </Tappable>
  )
}

type Drawn = { node: FlexNode; parent: Parent; hand: Hand }

function Component(drawn: Drawn): JSX.Element | null {
  switch (drawn.node.type) {
    case 'box':
      return <Box {...drawn} />
    case 'text':
      return <Text {...drawn} />
    case 'button':
      return <FlexButton {...drawn} />
    case 'image':
      return <Picture {...drawn} />
    case 'icon':
      return <Icon {...drawn} />
    case 'separator':
      return <Separator {...drawn} />
    case 'video':
      return <Component {...drawn} node={drawn.node.altContent as FlexNode} />
    default:
      return <span style={clean(position(drawn.node, drawn.parent))} />
  }
}

function Box({ node, parent, hand }: Drawn) {
  const layout = String(node.layout)
  const spacing = space(node.spacing)
  return (
    <Tappable
      class={`flex-box ${layout}`}
      style={clean(position(node, parent), boxStyle(node))}
      onTap={hand(node.action)}
    >
      {nodesOf(node.contents).map((child, index) => (
        <Component key={index} node={child} parent={{ layout, spacing, isFirst: index === 0 }} hand={hand} />
      ))}
    </Tappable>
  )
}

function Text({ node, parent, hand }: Drawn) {
  const spans = nodesOf(node.contents)
  const lines: Style =
    typeof node.maxLines === 'number' && node.maxLines > 0
      ? { display: '-webkit-box', webkitLineClamp: String(node.maxLines), webkitBoxOrient: 'vertical' }
      : {}
  return (
    <Tappable
      class={`flex-text ${node.wrap ? 'wraps' : ''}`}
      style={clean(position(node, parent), lettering(node), { textAlign: aligned(node.align) }, lines)}
      onTap={hand(node.action)}
    >
      {spans.length === 0
        ? word(node.text)
        : spans.map((span, index) => (
            <span key={index} style={clean(lettering(span))}>
              {word(span.text)}
            </span>
          ))}
    </Tappable>
  )
}

function FlexButton({ node, parent, hand }: Drawn) {
  const kind = word(node.style) ?? 'link'
  const colour = word(node.color)
  const paint: Style = kind === 'link' ? { color: colour } : { backgroundColor: colour }
  return (
    <button
      type="button"
      class={`flex-button ${kind} ${word(node.height) ?? 'md'}`}
      style={clean(position(node, parent), paint)}
      onClick={(event) => {
        event.stopPropagation()
        hand(node.action)?.()
      }}
    >
      {(node.action as Action).label}
    </button>
  )
}

function Picture({ node, parent, hand }: Drawn) {
  const ratio = (word(node.aspectRatio) ?? '1:1').replace(':', ' / ')
  const side = aligned(node.align ?? 'center')
  return (
    <Tappable
      class="flex-image"
      style={clean(position(node, parent), { textAlign: side })}
      onTap={hand(node.action)}
      label={copy.value.picture}
    >
      <img
        src={String(node.url)}
        alt=""
        loading="lazy"
        style={clean({
          width: picture(node.size),
          aspectRatio: ratio,
          objectFit: node.aspectMode === 'cover' ? 'cover' : 'contain',
          backgroundColor: word(node.backgroundColor),
        })}
      />
    </Tappable>
  )
}

function Icon({ node, parent }: Drawn) {
  const size = lettering(node).fontSize ?? '16px'
  return <img class="flex-icon" src={String(node.url)} alt="" style={clean(position(node, parent), { height: size })} />
}

function Separator({ node, parent }: Drawn) {
  const colour = word(node.color)
  return <span class="flex-separator" style={clean(position(node, parent), { borderColor: colour })} />
}

type TappableProps = {
  class: string
  style?: Record<string, string>
  onTap: (() => void) | undefined
  label?: string
  children: ComponentChildren
}

/** A part of a card that may have an action of its own: then it is a button to keyboard and screen reader too. */
function Tappable({ class: name, style, onTap, label, children }: TappableProps) {
  if (!onTap) {
    return (
      <div class={name} style={style}>
        {children}
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it may hold other buttons, which a button element must not
    <div
      class={`${name} tappable`}
      style={style}
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation()
        onTap()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        event.stopPropagation()
        onTap()
      }}
    >
      {children}
    </div>
  )
}
