import type { FileView } from '../../api/files/schema.ts'
import { dayAndTime, type Zone } from '../time/dates.ts'

const SHOWN = /^image\/(?:png|jpeg|gif|webp|avif|apng)$/

/** What was sent: pictures to look at, everything else by name. Each opens by itself. */
export function Files({ of: files, now, zone }: { of: FileView[]; now: Date; zone: Zone }) {
  return (
    <ul class="files">
      {files.map((it) => (
        <li key={it.id}>
          <File of={it} now={now} zone={zone} />
        </li>
      ))}
    </ul>
  )
}

function File({ of: it, now, zone }: { of: FileView; now: Date; zone: Zone }) {
  const t = zone.t.files
  const name = it.name ?? t.kind[it.kind]
  const at = dayAndTime(new Date(it.sentAt), now, zone)
  const url = it.url && onThisDesk(it.url)
  if (!url) return <p class="small quiet">{`${name} · ${at} · ${t.state[it.state] ?? ''}`}</p>
  return (
    <a href={url} target="_blank" rel="noreferrer" download={it.name ?? true}>
      {SHOWN.test(it.contentType ?? '') && <img src={url} alt={`${name}, ${at}`} loading="lazy" />}
      <span class="small">{`${name} · ${at}`}</span>
      {it.heard && <span class="small quiet">{`🎤 ${it.heard}`}</span>}
    </a>
  )
}

/** The desk names its links by its public address; whoever opened it by another one (127.0.0.1) is let in by that one only. */
function onThisDesk(link: string): string {
  const { pathname, search } = new URL(link, location.href)
  return pathname + search
}
