import type { CaseWithFiles } from '../../api/cases/schema.ts'
import { nameIn } from '../copy/language.ts'
import { dayAndTime, dayOfDate, isoDay, type Zone } from '../time/dates.ts'
import { Facts } from '../ui/facts.tsx'

export function CaseFacts({ of: it, now, zone }: { of: CaseWithFiles; now: Date; zone: Zone }) {
  const { board, book } = zone.t
  const when = (at: string | null) => (at ? dayAndTime(new Date(at), now, zone) : undefined)
  const own = it.type.labels
  const called = (slot: string) =>
    (own[slot] && nameIn(own[slot])) || (board.fields[slot] ?? book.fields[slot] ?? slot.replaceAll('_', ' '))
  const said = Object.entries(it.slots).map(([slot, value]): [string, string | undefined] => [
    called(slot),
    plain(value, zone, isoDay(now, zone.zone)),
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
        [board.rootCause, it.rootCause && nameIn(it.rootCauseNames ?? {}, board.causes[it.rootCause] ?? it.rootCause)],
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

const A_DAY = /^\d{4}-\d{2}-\d{2}$/

function plain(value: unknown, zone: Zone, today: string): string | undefined {
  if (typeof value === 'number') return value.toLocaleString(zone.language)
  if (typeof value === 'string' && A_DAY.test(value)) return dayOfDate(value, today, zone)
  if (typeof value === 'string') return zone.t.book.partOfDay[value] ?? value
  if (typeof value === 'object' && value !== null && 'value' in value) return plain(value.value, zone, today)
  return undefined
}
