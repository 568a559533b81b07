import { useSession } from '../client/use-session.ts'
import { words } from '../copy/language.ts'
import { Page } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Sorry } from '../ui/sorry.tsx'
import { Board } from './board.tsx'

/** A manager looks at the day. */
export function TodayPage() {
  const { person, problem, again } = useSession()
  return (
    <Page title={words.value.board.title} house={person?.tenant.name} wide>
      {problem ? (
        <Sorry problem={problem} retry={() => void again()} />
      ) : person ? (
        <Board signInAgain={() => void again()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}
