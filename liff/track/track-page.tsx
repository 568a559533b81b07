import { useEffect, useState } from 'preact/hooks'
import type { TrackView } from '../../api/cases/schema.ts'
import { api } from '../client/api.ts'
import { useResource } from '../client/use-resource.ts'
import { words } from '../copy/language.ts'
import { Page } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Sorry } from '../ui/sorry.tsx'
import { CaseStory } from './case-story.tsx'
import { LinkGone } from './link-gone.tsx'

const LOOK_EVERY_MS = 20_000
const nowOf = (it: TrackView) => it.now
const languageOf = (it: TrackView) => it.language

/** A customer follows one case, without signing in. */
export function TrackPage({ token }: { token: string | undefined }) {
  const path = token && `/public/v1/track/${encodeURIComponent(token)}`
  const it = useResource<TrackView>(path, { anonymous: true, now: nowOf, reads: languageOf, every: LOOK_EVERY_MS })
  const [thanked, setThanked] = useState(false)

  const isShown = it.value !== undefined
  useEffect(() => {
    // a page that is on the screen is the only sign that news was read; nothing hangs on it
    if (path && isShown) void api.post(`${path}/seen`, { anonymous: true })
  }, [path, isShown])

  const isGone = !path || [400, 401, 403, 404, 410].includes(it.problem?.status ?? 0)
  return (
    <Page title={words.value.track.title} house={it.value?.tenant}>
      {isGone ? (
        <LinkGone />
      ) : it.value ? (
        <CaseStory case={it.value} path={path} resource={it} thanked={thanked} onThanked={setThanked} />
      ) : it.problem ? (
        <Sorry problem={it.problem} retry={() => void it.reload()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}
