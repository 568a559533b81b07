// npm run migrate: brings the schema up to date. The desk does it too when it starts.
import { main, withDesk } from './open-desk.ts'

await main(async () => {
  const ran = await withDesk((_ownerUrl, migrations) => Promise.resolve(migrations))
  console.log(ran.length ? `Ran ${ran.join(', ')}.` : 'Everything is up to date already.')
})
