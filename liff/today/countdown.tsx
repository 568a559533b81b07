import type { CaseView } from '../../api/cases/schema.ts'
import { words } from '../copy/language.ts'
import { countdown } from '../time/span.ts'

export function Countdown({ of: it, now }: { of: CaseView; now: Date }) {
  const t = words.value
  // What is solved is in time or was late; there is nothing left to run out.
  if (!it.slaDueAt || it.status === 'resolved' || it.status === 'closed') return null
  if (it.slaStoppedAt) return <span class="clock">{t.board.paused}</span>
  const { words: left, urgent } = countdown(new Date(it.slaDueAt), now, t)
  return (
    <time dateTime={it.slaDueAt} class={urgent ? 'clock is-urgent' : 'clock'}>
      {left}
    </time>
  )
}
