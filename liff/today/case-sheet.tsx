import { useCallback, useState } from 'preact/hooks'
import type { ActivityView } from '../../api/activities/schema.ts'
import type { CaseView, CaseWithFiles } from '../../api/cases/schema.ts'
import { api, type List } from '../client/api.ts'
import type { Problem } from '../client/problem.ts'
import { type Resource, useResource } from '../client/use-resource.ts'
import { nameIn, words } from '../copy/language.ts'
import { sorryInWords } from '../copy/sorry.ts'
import { useNow } from '../time/clock.ts'
import type { Zone } from '../time/dates.ts'
import { Button } from '../ui/button.tsx'
import { Files } from '../ui/files.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Sorry } from '../ui/sorry.tsx'
import { Badge, Note, toneOf, toneOfSeverity } from '../ui/tones.tsx'
import { CaseFacts } from './case-facts.tsx'
import { Countdown } from './countdown.tsx'
import { Notes } from './notes.tsx'
import { Timeline } from './timeline.tsx'
import { useLookAgain } from './use-board.ts'

type Props = {
  caseId: string
  /** as the board has it, so that the sheet has a name before the case is there, or when it does not come */
  reference: string
  boardAt: Date | undefined
  zone: Zone
  signInAgain: () => void
  onClose: () => void
  onChange: () => Promise<void>
}

/** One case over the board: its facts, its timeline, and what this person may do. */
export function CaseSheet({ caseId, reference, boardAt, zone, signInAgain, onClose, onChange }: Props) {
  const t = words.value
  const now = useNow(1_000)
  const path = `/v1/cases/${caseId}`
  const found = useResource<CaseWithFiles>(path)
  const lines = useResource<List<ActivityView>>(`/v1/activities?subject=${caseId}&page_size=100`)
  const it = found.value
  const look = useCallback(() => Promise.all([found.reload(), lines.reload()]), [found.reload, lines.reload])
  useLookAgain(boardAt, look)
  const retry = ({ problem, reload }: Resource<unknown>) =>
    problem?.status === 401 ? signInAgain : () => void reload()
  const refresh = () => Promise.all([found.reload(), lines.reload(), onChange()])
  return (
    <Sheet title={it?.reference ?? reference} onClose={onClose}>
      {it ? (
        <>
          <div class="stack-tight">
            <div class="risk-line">
              <span class="badges">
                <Badge tone={toneOfSeverity[it.severity]}>{t.board.severity[it.severity]}</Badge>
                <Badge tone={toneOf[it.status]}>{t.board.status[it.status]}</Badge>
              </span>
              <Countdown of={it} now={now} />
            </div>
            <h3 class="sheet-title">{nameIn(it.type.names, it.type.key)}</h3>
          </div>
          <Claim case={it} path={path} onClaimed={refresh} />
          {it.said.length > 0 && (
            <section class="stack-tight">
              <h3>{t.board.said}</h3>
              {it.said.map((words, index) => (
                <blockquote key={index} class="as-written said">
                  {words}
                </blockquote>
              ))}
            </section>
          )}
          <CaseFacts of={it} now={now} zone={zone} />
          {it.files.length > 0 && (
            <section class="stack">
              <h3>{t.files.title}</h3>
              <Files of={it.files} now={now} zone={zone} />
            </section>
          )}
          {it.notes.length > 0 && (
            <section class="stack">
              <h3>{t.board.notes}</h3>
              <Notes of={it.notes} now={now} zone={zone} />
            </section>
          )}
          <section class="stack">
            <h3>{t.board.timeline}</h3>
            {lines.value ? (
              <Timeline lines={lines.value.items} now={now} zone={zone} />
            ) : lines.problem ? (
              <Sorry problem={lines.problem} retry={retry(lines)} />
            ) : (
              <Skeleton />
            )}
          </section>
        </>
      ) : found.problem ? (
        <Sorry problem={found.problem} retry={retry(found)} />
      ) : (
        <Skeleton />
      )}
    </Sheet>
  )
}

/** Two tap, one wins: the other is told who. */
function Claim({ case: it, path, onClaimed }: { case: CaseView; path: string; onClaimed: () => Promise<unknown> }) {
  const t = words.value
  const [outcome, setOutcome] = useState<{ busy: boolean; taken?: boolean; problem?: Problem }>({ busy: false })
  const claim = async () => {
    setOutcome({ busy: true })
    const { problem } = await api.post(`${path}/claim`, { idempotencyKey: crypto.randomUUID() })
    await onClaimed()
    setOutcome(problem ? { busy: false, problem } : { busy: false, taken: true })
  }
  return (
    <>
      {it.can.includes('claim') && (
        <Button busy={outcome.busy} onClick={() => void claim()}>
          {outcome.busy ? t.board.taking : t.board.takeIt}
        </Button>
      )}
      {outcome.taken && (
        <Note tone="good" live inItsPlace>
          {t.board.taken}
        </Note>
      )}
      {outcome.problem && (
        <Note tone="high" live inItsPlace={!it.can.includes('claim')}>
          {outcome.problem.code === 'case_already_claimed'
            ? t.board.takenBySomebody(it.owner?.name ?? t.board.somebody)
            : sorryInWords(outcome.problem, t)}
        </Note>
      )}
    </>
  )
}
