import { verifyActivities } from '../api/audit/verify.ts'
import { takesNothing } from './command-line.ts'
import { main, withDesk } from './open-desk.ts'

const USAGE = 'npm run audit:verify     whether anybody without the desk’s key has touched its timelines'

await main(USAGE, async () => {
  takesNothing()
  const troubles: string[] = []
  await withDesk((ownerUrl) =>
    verifyActivities(ownerUrl, ({ tenant, subjects, lines, broken }) => {
      if (broken) troubles.push(`${tenant}: ${broken.subject}: line ${broken.seq} ${broken.why}.`)
      else console.log(`${tenant}: ${lines} lines of ${subjects} timelines are as they were written.`)
    }),
  )
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
})
