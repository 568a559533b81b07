import { useEffect, useState } from 'preact/hooks'
import { api } from './client/api.ts'
import { ownProblem, type Problem } from './client/problem.ts'
import { words } from './copy/language.ts'
import { Page } from './ui/page.tsx'
import { Skeleton } from './ui/skeleton.tsx'
import { Sorry } from './ui/sorry.tsx'

/**
 * LINE opens every page of a LIFF app through its endpoint (/liff/) with the page's own path in `liff.state`; its SDK then
 * leads on to it.
 */
async function leadOn(url: URL): Promise<Problem | undefined> {
  const state = url.searchParams.get('liff.state')
  const wanted = state && URL.canParse(state, url) ? new URL(state, url) : undefined
  const channel = url.searchParams.get('channel') ?? wanted?.searchParams.get('channel')
  if (!channel) return ownProblem('unknown_person')
  const liffId = url.searchParams.get('liff') ?? wanted?.searchParams.get('liff') ?? (await liffIdOf(channel))
  if (typeof liffId !== 'string') return liffId ?? ownProblem('unknown_person')
  const line = await import('./client/line-login.ts')
  return line.start(liffId).then(
    () => undefined,
    () => ownProblem('line'),
  )
}

/** The desk names the LIFF app of a channel to whoever is not signed in yet. */
async function liffIdOf(channel: string): Promise<string | Problem | undefined> {
  const { problem } = await api.get(`/v1/session?channel=${encodeURIComponent(channel)}`)
  const named = problem?.facts['liffId']
  return typeof named === 'string' ? named : problem?.status === 0 ? problem : undefined
}

export function Door() {
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => void leadOn(new URL(location.href)).then(setProblem), [])
  return (
    <Page title={words.value.loading}>
      {problem ? <Sorry problem={problem} retry={() => location.reload()} /> : <Skeleton />}
    </Page>
  )
}
