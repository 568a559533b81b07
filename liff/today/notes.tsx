import type { NoteView } from '../../api/conversations/schema.ts'
import { dayAndTime, type Zone } from '../time/dates.ts'

/** What colleagues noted, the newest first. */
export function Notes({ of: notes, now, zone }: { of: NoteView[]; now: Date; zone: Zone }) {
  return (
    <ol class="timeline">
      {notes.map((it) => (
        <li key={it.id}>
          <p class="as-written">{it.text}</p>
          <p class="small quiet">
            <time dateTime={it.at}>{dayAndTime(new Date(it.at), now, zone)}</time>
            {` · ${it.staff?.name ?? zone.t.board.by['api'] ?? ''}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
