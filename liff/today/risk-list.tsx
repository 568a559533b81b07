import type { CaseView } from '../../api/cases/schema.ts'
import { nameIn, words } from '../copy/language.ts'
import { useNow } from '../time/clock.ts'
import { Badge, toneOfSeverity } from '../ui/tones.tsx'
import { byUrgency } from './urgency.ts'
import { Countdown } from './countdown.tsx'

/** The cases whose time runs out, each a tap away. */
export function RiskList({ cases, onOpen }: { cases: CaseView[]; onOpen: (it: CaseView) => void }) {
  const { board } = words.value
  const now = useNow(1_000)
  return (
    <ul class="risks">
      {byUrgency(cases).map((it) => (
        <li key={it.id}>
          <button type="button" class="risk card" onClick={() => onOpen(it)}>
            <span class="risk-line">
              <Badge tone={toneOfSeverity[it.severity]}>{board.severity[it.severity]}</Badge>
              <Countdown of={it} now={now} />
            </span>
            <strong>{nameIn(it.type.names, it.type.key)}</strong>
            <span class="risk-line small quiet">
              <span>
                {it.contact?.name ?? board.unnamed} · {it.owner ? (it.owner.name ?? board.somebody) : board.noOwner}
              </span>
              <span class="figures">{it.reference}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
