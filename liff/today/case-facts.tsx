import type { CaseView } from '../../api/cases/schema.ts'
import { dayAndTime, type Zone } from '../time/dates.ts'
import { Facts } from '../ui/facts.tsx'

export function CaseFacts({ of: it, now, zone }: { of: CaseView; now: Date; zone: Zone }) {
  const { board, book } = zone.t
  const when = (at: string | null) => (at ? dayAndTime(new Date(at), now, zone) : undefined)
  const said = Object.entries(it.slots).map(([slot, value]): [string, string | undefined] => [
    board.fields[slot] ?? book.fields[slot] ?? slot.replaceAll('_', ' '),
    plain(value, zone),
  ])
  return (
    <Facts
      of={[
        [board.customer, it.contact?.name ?? board.unnamed],
        [board.owner, it.owner?.name ?? board.noOwner],
        [board.opened, when(it.openedAt)],
        [board.due, when(it.slaDueAt)],
        ...said,
        [board.reopened, it.reopened > 0 && board.times(it.reopened)],
        [board.rootCause, it.rootCause],
        [
          board.trackPage,
          <a key="track" href={it.trackUrl} target="_blank" rel="noreferrer">
            {it.reference}
          </a>,
        ],
      ]}
    />
  )
}

function plain(value: unknown, zone: Zone): string | undefined {
  if (typeof value === 'number') return value.toLocaleString(zone.language)
  if (typeof value === 'string') return zone.t.book.partOfDay[value] ?? value
  if (typeof value === 'object' && value !== null && 'value' in value) return plain(value.value, zone)
  return undefined
}
