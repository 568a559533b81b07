import { useEffect, useRef } from 'preact/hooks'
import type { BookingFormView, BookingView } from '../../api/bookings/schema.ts'
import { language, words } from '../copy/language.ts'
import { deskNow } from '../time/clock.ts'
import { dayAndTime } from '../time/dates.ts'
import { Button } from '../ui/button.tsx'
import { Note } from '../ui/tones.tsx'

/** It has arrived: its reference, and what comes next. */
export function Done({ booking, form, again }: { booking: BookingView; form: BookingFormView; again: () => void }) {
  const t = words.value
  const top = useRef<HTMLHeadingElement>(null)
  useEffect(() => top.current?.focus(), [])
  const until = booking.seatsState === 'held' && booking.holdExpiresAt
  const zone = { zone: form.zone, language: language.value, t }
  return (
    <section class="card stack done">
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r="30" />
        <path d="M20 33l8.5 8.5L45 24" />
      </svg>
      <h1 ref={top} tabIndex={-1}>
        {t.book.done}
      </h1>
      <p class="quiet">{t.book.doneSays}</p>
      <div>
        <p class="small quiet">{t.book.reference}</p>
        <p class="done-reference figures">{booking.reference}</p>
      </div>
      {until && booking.seats !== null && (
        <Note tone="good">{t.book.held(t.seats(booking.seats), dayAndTime(new Date(until), deskNow(), zone))}</Note>
      )}
      <p class="quiet">{t.book.closeNow}</p>
      <Button look="plain" onClick={again}>
        {t.book.another}
      </Button>
    </section>
  )
}
