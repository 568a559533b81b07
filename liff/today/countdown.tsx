import type { CaseView } from '../../api/cases/schema.ts'
import { words } from '../copy/language.ts'
import { countdown } from '../time/span.ts'

export function Countdown({ of: it, now }: { of: CaseView; now: Date }) {
  const t = words.value
  if (!it.slaDueAt) return null
  if (it.slaStoppedAt) return <span class="clock">{t.board.paused}</span>
  const { words: left, urgent } = countdown(new Date(it.slaDueAt), now, t)
  return (
    <time dateTime={it.slaDueAt} class={urgent ? 'clock is-urgent' : 'clock'}>
      {left}
    </time>
  )
}
