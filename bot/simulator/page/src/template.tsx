import type { BubbleView } from '../../snapshot.ts'
import type { Taps } from './taps.ts'

type Column = { title?: string; text?: string; thumbnailImageUrl?: string; imageUrl?: string; actions?: unknown[] }

/** LINE's older cards: buttons, confirm, carousel and image carousel. */
export function TemplateCard({ bubble, taps }: { bubble: BubbleView; taps: Taps }) {
  const { columns, ...single } = bubble.raw.template as Column & { columns?: Column[] }
  const { buttons } = bubble
  let next = 0
  const cards = (columns ?? [single]).map((column) => {
    const first = next
    next += column.actions?.length ?? 1
    return { column, first, own: buttons.slice(first, next) }
  })
  return (
    <div class="carousel">
      {cards.map(({ column, first, own }) => (
        <div class="template" key={first}>
          {(column.thumbnailImageUrl ?? column.imageUrl) && (
            <img src={column.thumbnailImageUrl ?? column.imageUrl} alt="" />
          )}
          {column.title && <p class="title">{column.title}</p>}
          {column.text && <p>{column.text}</p>}
          {own.map(({ label, action }, index) => (
            <button
              type="button"
              key={`${label} ${first + index}`}
              onClick={() => taps.tap(bubble, 'card', first + index, action)}
            >
              {label}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}
