import { readConfig } from '../api/config.ts'
import { seedDemo } from '../seeds/demo-tenants.ts'
import { takesNothing } from './command-line.ts'
import { main, withDesk } from './open-desk.ts'

const USAGE = 'npm run seed     fills in the demo’s five businesses; what is there already stays as it is'

await main(USAGE, async () => {
  takesNothing()
  // The demo's secrets are public: they must never stand in a database that strangers can reach.
  if (!readConfig(process.env).demo) throw new Error('npm run seed fills the demo only: set DEMO=1.')
  const filled = await withDesk(seedDemo)
  console.log(filled.length ? `Filled ${filled.join(', ')}.` : 'Everything is there already.')
})
