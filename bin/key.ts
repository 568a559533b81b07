// npm run key -- create|list|revoke: keys for other programs
import { staffRoles } from '../api/staff/schema.ts'
import { issueApiKey, revokeApiKeys } from '../api/staff/commands.ts'
import { listApiKeys } from '../api/staff/queries.ts'
import { actingFor, commandLine, needed, table, tenantOf, textOf } from './command-line.ts'
import { freshApiKey } from '../api/fresh-codes.ts'
import { main, withDesk } from './open-desk.ts'

const USAGE = `npm run key -- create --tenant KEY --name NAME [--role admin|manager|agent|…]
npm run key -- list --tenant KEY
npm run key -- revoke --tenant KEY --name NAME`

await main(USAGE, async () => {
  const { words, flags } = commandLine({ texts: ['tenant', 'name', 'role'], switches: [] })
  const [command = ''] = words
  if (!['create', 'list', 'revoke'].includes(command)) throw new Error(USAGE)
  await withDesk(async () => {
    const acting = actingFor(await tenantOf(flags))
    const keys = await acting(listApiKeys)
    if (command === 'list') {
      const rows = keys.map((it) => [
        it.name,
        it.role,
        it.revokedAt ? `revoked ${it.revokedAt.toISOString()}` : 'valid',
      ])
      return console.log(rows.length === 0 ? 'No key yet.' : table(rows))
    }
    const name = needed(flags, 'name')
    if (command === 'revoke') {
      const revoked = await acting((ctx) => revokeApiKeys(ctx, { name }))
      if (revoked === 0) throw new Error(`There is no valid key with the name ${name}.`)
      return console.log(`${name} is revoked, from now on.`)
    }
    const role = staffRoles.find((it) => it === (textOf(flags, 'role') ?? 'admin'))
    if (!role) throw new Error(`--role is one of ${staffRoles.join(', ')}.`)
    if (keys.some((it) => it.name === name && !it.revokedAt))
      throw new Error(`There is a valid key with the name ${name}. Revoke it first, or choose another name.`)
    const key = freshApiKey()
    await acting((ctx) => issueApiKey(ctx, { name, key, role }))
    console.error(`The key ${name} (${role}), shown this once:`)
    console.log(key)
  })
})
