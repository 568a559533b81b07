import { notUnderPresentKey, rotateSecrets } from '../api/rotate-secrets.ts'
import { takesNothing } from './command-line.ts'
import { main, withDesk } from './open-desk.ts'

const USAGE = `npm run secrets:rotate     every credential under the present ENCRYPTION_KEY, from those in ENCRYPTION_KEY_OLD;
                           may be cut short and started again`

await main(USAGE, () => {
  takesNothing()
  return withDesk(async (ownerUrl) => {
    await rotateSecrets(ownerUrl, ({ tenant, changed, already, unreadable }) => {
      console.log(`${tenant}: ${changed} encrypted anew, ${already} were under the present key.`)
      for (const what of unreadable) console.error(`${tenant}: ${what} is under a key that was not given.`)
    })
    const left = await notUnderPresentKey(ownerUrl)
    if (left.length > 0)
      throw new Error(
        `${left.length} credentials are not under the present key:\n${left.join('\n')}\nAdd their key to ENCRYPTION_KEY_OLD, or give the channel its credentials again.`,
      )
    console.log('Every credential is under the present key.')
  })
})
