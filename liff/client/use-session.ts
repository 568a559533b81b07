import { useCallback, useEffect, useState } from 'preact/hooks'
import type { SessionView } from '../../api/sessions/schema.ts'
import { suggestLanguage } from '../copy/language.ts'
import type { Problem } from './problem.ts'
import { signIn } from './session.ts'

export type Session = { person: SessionView | undefined; problem: Problem | undefined; again: () => Promise<void> }

/** Signs in when the page opens; `again` when a session has run out. */
export function useSession(): Session {
  const [state, setState] = useState<{ person?: SessionView; problem?: Problem }>({})
  const again = useCallback(async () => {
    setState({})
    const { value, problem } = await signIn({
      url: new URL(location.href),
      rewrite: (url) => history.replaceState(history.state, '', url),
    })
    if (problem) return setState({ problem })
    suggestLanguage(value.language)
    setState({ person: value })
  }, [])
  useEffect(() => void again(), [again])
  return { person: state.person, problem: state.problem, again }
}
