import type { ActivityView } from '../../api/activities/schema.ts'
import type { Copy } from '../copy/en.ts'
import { dayAndTime, type Zone } from '../time/dates.ts'

type Props = { lines: ActivityView[]; now: Date; zone: Zone }

export function Timeline({ lines, now, zone }: Props) {
  return (
    <ol class="timeline">
      {lines
        .toSorted((a, b) => b.number - a.number)
        .map((line) => (
          <li key={line.id}>
            <p>{whatHappened(line, zone.t)}</p>
            <p class="small quiet">
              <time dateTime={line.at}>{dayAndTime(new Date(line.at), now, zone)}</time> · {whoDid(line, zone.t)}
            </p>
          </li>
        ))}
    </ol>
  )
}

function whatHappened({ type, facts }: ActivityView, { board }: Copy): string {
  const to = facts['to']
  const statuses: Record<string, string> = board.status
  if (type === 'case.moved' && typeof to === 'string') return board.movedTo(statuses[to] ?? to)
  return board.did[type] ?? board.didOther
}

function whoDid({ actor }: ActivityView, { board }: Copy): string {
  return actor.name ?? board.by[actor.kind] ?? actor.kind
}
