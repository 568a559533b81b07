import { takesNothing } from './command-line.ts'
import { main, withDesk } from './open-desk.ts'

const USAGE = 'npm run migrate     brings the schema up to date; the desk does it too when it starts'

await main(USAGE, async () => {
  takesNothing()
  const ran = await withDesk((_ownerUrl, migrations) => Promise.resolve(migrations))
  console.log(ran.length ? `Ran ${ran.join(', ')}.` : 'Everything is up to date already.')
})
