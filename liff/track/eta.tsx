import type { TrackView } from '../../api/cases/schema.ts'
import { dayAndTime, type Zone } from '../time/dates.ts'
import { fromNow, sinceThen } from '../time/span.ts'
import { Note } from '../ui/tones.tsx'
import { isLate, isOver } from './progress.ts'

/** When it will be done, when it was, or why not yet. */
export function Eta({ of: it, now, zone }: { of: TrackView; now: Date; zone: Zone }) {
  const { t } = zone
  if (isOver(it.status)) {
    return it.resolvedAt ? (
      <Moment label={t.track.solvedAt} at={new Date(it.resolvedAt)} now={now} zone={zone} over />
    ) : null
  }
  // The clock may stand still while we wait for them: a time would be a promise nobody made.
  if (it.status === 'waiting_customer') return null
  if (!it.dueAt) return <Note tone="normal">{t.track.noEta}</Note>
  const due = new Date(it.dueAt)
  if (isLate(it, now)) return <Note tone="high">{t.track.late}</Note>
  return <Moment label={t.track.expected} at={due} now={now} zone={zone} />
}

type Told = { label: string; at: Date; now: Date; zone: Zone; over?: boolean }

function Moment({ label, at, now, zone, over = false }: Told) {
  return (
    <section class="card eta">
      <h2 class="small quiet">{label}</h2>
      <p class="eta-time figures">
        <time dateTime={at.toISOString()}>{dayAndTime(at, now, zone)}</time>
      </p>
      <p class="quiet">{(over ? sinceThen : fromNow)(at, now, zone.t)}</p>
    </section>
  )
}
