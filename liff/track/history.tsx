import type { TrackView } from '../../api/cases/schema.ts'
import { dayAndTime, type Zone } from '../time/dates.ts'
import { sinceThen } from '../time/span.ts'
import { linesOf } from './progress.ts'

export function History({ of: history, now, zone }: { of: TrackView['history']; now: Date; zone: Zone }) {
  const { track } = zone.t
  return (
    <ol class="timeline">
      {linesOf(history).map(({ status, at, reopened }) => (
        <li key={at + status}>
          <p>{reopened ? track.reopened : track.happened[status]}</p>
          <p class="small quiet">
            <time dateTime={at}>{dayAndTime(new Date(at), now, zone)}</time> · {sinceThen(new Date(at), now, zone.t)}
          </p>
        </li>
      ))}
    </ol>
  )
}
