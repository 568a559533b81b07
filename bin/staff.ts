// npm run staff -- add|link-code|deactivate|list
import { Refusal } from '../api/errors.ts'
import { addStaff, deactivateStaff, issueLinkCode } from '../api/staff/commands.ts'
import { staffMembers } from '../api/staff/queries.ts'
import { NewMember } from '../api/staff/schema.ts'
import { actingFor, commandLine, needed, table, tenantOf, textOf } from './command-line.ts'
import { freshLinkCode } from '../api/fresh-codes.ts'
import { main, withDesk } from './open-desk.ts'

const USAGE = `npm run staff -- add --tenant KEY --key ann --name "Ann Lee" --role admin|manager|agent|… [--language th|en|ja] [--team TEAM]
npm run staff -- link-code --tenant KEY --key ann       a new code, for 24 hours
npm run staff -- deactivate --tenant KEY --key ann      all their power ends at once
npm run staff -- list --tenant KEY`

const linkWords = (name: string, code: string) =>
  `${name} says this to the bot in a 1:1 chat, once, within 24 hours:\n\n  link ${code}\n`

await main(USAGE, async () => {
  const { words, flags } = commandLine({ texts: ['tenant', 'key', 'name', 'role', 'language', 'team'], switches: [] })
  const [command = ''] = words
  if (!['add', 'link-code', 'deactivate', 'list'].includes(command)) throw new Error(USAGE)
  await withDesk(async () => {
    const tenant = await tenantOf(flags)
    const acting = actingFor(tenant)
    const members = await acting(staffMembers)
    if (command === 'list') {
      const rows = members.map((it) => [it.key, it.name, it.role, it.language, it.team ?? ''])
      return console.log(rows.length === 0 ? 'Nobody yet.' : table(rows))
    }
    const key = needed(flags, 'key')
    const code = freshLinkCode()
    if (command === 'add') {
      const team = textOf(flags, 'team')
      const member = NewMember.parse({
        key,
        name: textOf(flags, 'name'),
        role: textOf(flags, 'role'),
        language: textOf(flags, 'language') ?? tenant.language,
        ...(team && { team }),
      })
      await acting(async (ctx) => issueLinkCode(ctx, { staffId: await addStaff(ctx, member), code }))
      return console.log(`${member.name} is there as ${member.role}.\n${linkWords(member.name, code)}`)
    }
    const member = members.find((it) => it.key === key)
    if (!member)
      throw new Error(`Nobody active has the key ${key}; there are: ${members.map((it) => it.key).join(', ')}.`)
    if (command === 'link-code') {
      await acting((ctx) => issueLinkCode(ctx, { staffId: member.id, code }))
      return console.log(linkWords(member.name, code))
    }
    const gone = await acting((ctx) => deactivateStaff(ctx, { staffId: member.id }))
    if (!gone) throw new Refusal('not_found')
    console.log(`${member.name} has no power here any more.`)
  })
})
