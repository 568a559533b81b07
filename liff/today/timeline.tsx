import type { ActivityView } from '../../api/activities/schema.ts'
import type { CaseView } from '../../api/cases/schema.ts'
import type { Copy } from '../copy/en.ts'
import { dayAndTime, type Zone } from '../time/dates.ts'

type Props = { lines: ActivityView[]; case: CaseView; now: Date; zone: Zone }

export function Timeline({ lines, case: it, now, zone }: Props) {
  return (
    <ol class="timeline">
      {lines
        .toSorted((a, b) => b.number - a.number)
        .map((line) => (
          <li key={line.id}>
            <p>{whatHappened(line, zone.t)}</p>
            <p class="small quiet">
              <time dateTime={line.at}>{dayAndTime(new Date(line.at), now, zone)}</time> · {whoDid(line, it, zone.t)}
            </p>
          </li>
        ))}
    </ol>
  )
}

export function whatHappened({ type, facts }: ActivityView, { board }: Copy): string {
  const to = facts['to']
  const statuses: Record<string, string> = board.status
  if (type === 'case.moved' && typeof to === 'string') return board.movedTo(statuses[to] ?? to)
  return board.did[type] ?? board.didOther
}

function whoDid({ actor }: ActivityView, it: CaseView, { board }: Copy): string {
  const known = [it.owner, it.contact].find((person) => person && person.id === actor.id)
  return known?.name ?? board.by[actor.kind] ?? actor.kind
}
