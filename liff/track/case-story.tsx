import { useState } from 'preact/hooks'
import type { TrackView } from '../../api/cases/schema.ts'
import { api } from '../client/api.ts'
import type { Problem } from '../client/problem.ts'
import type { Resource } from '../client/use-resource.ts'
import { language, nameIn, words } from '../copy/language.ts'
import { sorryInWords } from '../copy/sorry.ts'
import { useNow } from '../time/clock.ts'
import { dayAndTime, timeOfDay } from '../time/dates.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Facts } from '../ui/facts.tsx'
import { Files } from '../ui/files.tsx'
import { Badge, Note, toneOf } from '../ui/tones.tsx'
import { Eta } from './eta.tsx'
import { History } from './history.tsx'
import { isLate, isOver } from './progress.ts'
import { ProgressLine } from './progress-line.tsx'

type Props = {
  case: TrackView
  path: string
  resource: Resource<TrackView>
  thanked: boolean
  onThanked: (is: boolean) => void
}

export function CaseStory({ case: it, path, resource, thanked, onThanked }: Props) {
  const t = words.value
  const now = useNow(10_000)
  const zone = { zone: it.zone, language: language.value, t }
  // 'In a moment' would be said above the excuse that it is late.
  const isLeftWaiting = it.status === 'new' && isLate(it, now)
  return (
    <>
      <section class="card stack" aria-labelledby="status">
        <div class="track-top">
          <Badge tone={toneOf[it.status]}>{nameIn(it.type)}</Badge>
          <span class="small quiet figures">{it.reference}</span>
        </div>
        <div class="stack-tight" aria-live="polite">
          <h1 id="status">{t.track.status[it.status]}</h1>
          <p class="quiet">{isLeftWaiting ? t.track.saysLateUnclaimed : t.track.says[it.status]}</p>
        </div>
        <ProgressLine status={it.status} history={it.history} />
        {thanked && !isOver(it.status) && (
          <Note tone="good" live>
            {t.track.reopenedThanks}
          </Note>
        )}
        {it.status === 'resolved' && <NotSolved path={path} reload={resource.reload} onThanked={onThanked} />}
      </section>
      <Eta of={it} now={now} zone={zone} />
      <Card>
        <Facts
          of={[
            [t.track.owner, it.owner ?? (isOver(it.status) ? undefined : t.track.noOwner)],
            [t.track.opened, dayAndTime(new Date(it.openedAt), now, zone)],
          ]}
        />
      </Card>
      {it.files.length > 0 && (
        <Card title={t.files.yours}>
          <Files of={it.files} now={now} zone={zone} />
        </Card>
      )}
      <Card title={t.track.history}>
        <History of={it.history} now={now} zone={zone} />
      </Card>
      <p class="small quiet track-foot">
        {resource.at && (resource.problem ? t.stale : t.updated)(timeOfDay(resource.at, zone))}
        {!resource.problem && ` · ${t.track.refreshes}`}
      </p>
    </>
  )
}

/** The customer's no: it opens the case again. */
function NotSolved({
  path,
  reload,
  onThanked,
}: {
  path: string
  reload: () => Promise<void>
  onThanked: (is: boolean) => void
}) {
  const t = words.value
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [key] = useState(() => crypto.randomUUID())
  const reopen = async () => {
    setBusy(true)
    const { problem: trouble } = await api.post(`${path}/reopen`, { anonymous: true, idempotencyKey: key })
    // Whoever was faster opened it too: that is what was wanted.
    if (!trouble || trouble.status === 409) {
      onThanked(true)
      await reload()
    }
    setProblem(trouble)
    setBusy(false)
  }
  return (
    <div class="stack-tight">
      <Button look="plain" busy={busy} onClick={() => void reopen()}>
        {busy ? t.track.notSolvedBusy : t.track.notSolved}
      </Button>
      {problem && problem.status !== 409 && (
        <Note tone="critical" live>
          {sorryInWords(problem, t)}
        </Note>
      )}
    </div>
  )
}
