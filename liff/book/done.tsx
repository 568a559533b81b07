import { useEffect, useRef } from 'preact/hooks'
import type { BookingFormView, BookingView } from '../../api/bookings/schema.ts'
import { useResource } from '../client/use-resource.ts'
import { language, words } from '../copy/language.ts'
import { deskNow } from '../time/clock.ts'
import { dayAndTime } from '../time/dates.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Note } from '../ui/tones.tsx'

type Props = { booking: BookingView; form: BookingFormView; reference: string | undefined; again: () => void }

/** It was sent before, and the page is opened again: what was promised then may be over. */
export function SentBefore({ booking, reference, ...rest }: Props) {
  const query = reference === undefined ? '' : `?ref=${encodeURIComponent(reference)}`
  const { value, problem } = useResource<BookingView>(`/v1/me/bookings/${booking.id}${query}`, {
    anonymous: reference !== undefined,
  })
  if (!value && !problem) return <Skeleton />
  return <Done booking={value ?? { ...booking, seatsState: 'none' }} {...rest} />
}

/** It has arrived: its reference, and what comes next. */
export function Done({ booking, form, again }: Omit<Props, 'reference'>) {
  const t = words.value
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => top.current?.focus(), [])
  const zone = { zone: form.zone, language: language.value, t }
  const [title, says] = t.book.stands[booking.stage] ?? [t.book.done, t.book.doneSays]
  const until = booking.holdExpiresAt ? new Date(booking.holdExpiresAt) : undefined
  const isHeld = booking.seatsState === 'held' && until && until > deskNow()
  const isOver = ['cancelled', 'lost'].includes(booking.stage)
  const wasHeld = !isOver && (booking.seatsState === 'released' || (booking.seatsState === 'held' && !isHeld))
  return (
    <section class="card stack done">
      {!isOver && (
        <svg viewBox="0 0 64 64" aria-hidden="true">
          <circle cx="32" cy="32" r="30" />
          <path d="M20 33l8.5 8.5L45 24" />
        </svg>
      )}
      <h1 ref={top} tabIndex={-1}>
        {title}
      </h1>
      <p class="quiet">{says}</p>
      <div>
        <p class="small quiet">{t.book.reference}</p>
        <p class="done-reference figures">{booking.reference}</p>
      </div>
      {isHeld && booking.seats !== null && (
        <Note tone="good">{t.book.held(t.seats(booking.seats), dayAndTime(until, deskNow(), zone))}</Note>
      )}
      {wasHeld && <Note tone="high">{t.book.heldNoMore}</Note>}
      <p class="quiet">{t.book.closeNow}</p>
      <Button look="plain" onClick={again}>
        {t.book.another}
      </Button>
    </section>
  )
}
