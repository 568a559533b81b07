import { type Problem, type SorryKey, sorryFor } from '../client/problem.ts'
import { words } from '../copy/language.ts'
import { Button } from './button.tsx'

/** The page has nothing to try again with: the chat has. */
const onlyTheChatHelps = new Set<SorryKey>(['unknown_person', 'code_used'])

/** A problem, kindly: what it is, what to do about it, and a button that does it. */
export function Sorry({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const t = words.value
  const key = sorryFor(problem)
  const { title, advice } = t.sorry[key]
  const canRetry = retry && !onlyTheChatHelps.has(key)
  return (
    <section class="card stack" role="alert">
      <h1>{title}</h1>
      <p class="quiet">{advice}</p>
      {canRetry && <Button onClick={retry}>{key === 'sign_in' ? t.signInAgain : t.retry}</Button>}
      {key === 'broken' && problem.id && <p class="small quiet">{t.sorry.number(problem.id)}</p>}
    </section>
  )
}
