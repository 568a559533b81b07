import { useState } from 'preact/hooks'
import type { CaseView, Severity, TodayView } from '../../api/cases/schema.ts'
import { language, words } from '../copy/language.ts'
import { deskNow, useNow } from '../time/clock.ts'
import { fullDay, timeOfDay } from '../time/dates.ts'
import { Card } from '../ui/card.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Sorry } from '../ui/sorry.tsx'
import { Tile, toneOfSeverity } from '../ui/tones.tsx'
import { RiskList } from './risk-list.tsx'
import { CaseSheet } from './case-sheet.tsx'
import { OpenList } from './open-list.tsx'
import { isPast } from './urgency.ts'
import { useBoard } from './use-board.ts'

const severities: Severity[] = ['critical', 'high', 'normal', 'low']

export function Board({ signInAgain }: { signInAgain: () => void }) {
  const { value: it, problem, at, isLive, reload } = useBoard()
  const [openCase, setOpenCase] = useState<CaseView>()
  const t = words.value
  if (problem?.status === 401) return <Sorry problem={problem} retry={signInAgain} />
  if (problem?.status === 403) return <Sorry problem={problem} />
  if (!it) return problem ? <Sorry problem={problem} retry={() => void reload()} /> : <Skeleton />
  const zone = { zone: it.zone, language: language.value, t }
  return (
    <>
      <div class="board-top">
        <div>
          <h1>{t.board.title}</h1>
          <p class="quiet">{fullDay(deskNow(), deskNow(), zone)}</p>
        </div>
        <p class={isLive === undefined ? 'live is-opening' : isLive ? 'live is-live' : 'live'} role="status">
          {isLive === false ? t.board.notLive(timeOfDay(at ?? new Date(it.now), zone)) : isLive && t.board.live}
        </p>
      </div>
      <section aria-labelledby="open" class="stack-tight">
        <h2 id="open">{t.board.open}</h2>
        <dl class="tiles">
          {severities.map((severity) => (
            <Tile
              key={severity}
              // A nought is calm, whatever its name.
              tone={it.open[severity] > 0 ? toneOfSeverity[severity] : 'low'}
              label={t.board.severity[severity]}
              figure={it.open[severity]}
            />
          ))}
        </dl>
      </section>
      <DayFigures of={it} />
      <Urgent cases={it.atRisk} onOpen={setOpenCase} />
      <OpenList besides={it.atRisk} changedAt={at} onOpen={setOpenCase} />
      {openCase && (
        <CaseSheet
          caseId={openCase.id}
          reference={openCase.reference}
          boardAt={at}
          zone={zone}
          signInAgain={signInAgain}
          onClose={() => setOpenCase(undefined)}
          onChange={reload}
        />
      )}
    </>
  )
}

/** What is late stands for itself: 'at risk' would be kind to it. */
function Urgent({ cases, onOpen }: { cases: CaseView[]; onOpen: (it: CaseView) => void }) {
  const { board } = words.value
  const now = useNow(1_000)
  const past = cases.filter((it) => isPast(it, now))
  const atRisk = cases.filter((it) => !isPast(it, now))
  return (
    <>
      {past.length > 0 && (
        <section aria-labelledby="past" class="stack-tight">
          <h2 id="past">{board.breached}</h2>
          <RiskList cases={past} onOpen={onOpen} />
        </section>
      )}
      {atRisk.length > 0 && (
        <section aria-labelledby="risk" class="stack-tight">
          <h2 id="risk">{board.atRisk}</h2>
          <RiskList cases={atRisk} onOpen={onOpen} />
        </section>
      )}
      {cases.length === 0 && (
        <section aria-labelledby="risk" class="stack-tight">
          <h2 id="risk">{board.atRisk}</h2>
          <Card>
            <div>
              <p>
                <strong>{board.calm}</strong>
              </p>
              <p class="quiet">{board.calmSays}</p>
            </div>
          </Card>
        </section>
      )}
    </>
  )
}

function DayFigures({ of: it }: { of: TodayView }) {
  const { board } = words.value
  const figures: [string, number][] = [
    [board.unclaimed, it.unclaimed],
    [board.breached, it.breached],
    [board.waitingBookings, it.waitingBookings],
    [board.resolvedToday, it.resolvedToday],
  ]
  return (
    <dl class="figures-row card">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt class="small quiet">{name}</dt>
          <dd class="figures">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
