// npm run channel -- add line|whatsapp | list | check | test | rotate        (docs/connect-line.md)
import { readFileSync } from 'node:fs'
import { addChannel } from '../api/channels/commands/add-channel.ts'
import { changeChannel } from '../api/channels/commands/change-channel.ts'
import { sendTest } from '../api/channels/commands/send-test.ts'
import { listChannels } from '../api/channels/queries.ts'
import { recipientsOf } from '../api/channels/queries/recipients.ts'
import { NewChannel } from '../api/channels/schema.ts'
import type { Config } from '../api/config.ts'
import type { Acting } from '../api/context.ts'
import { parcelById } from '../api/outbox/queries.ts'
import { publicUrl } from '../api/public-url.ts'
import { languageOfActor, staffMembers } from '../api/staff/queries.ts'
import { languages, type Tenant } from '../api/tenants/schema.ts'
import { checkChannel } from '../bot/connect/check.ts'
import { connectCopyIn } from '../bot/copy/connect/copy.ts'
import { doorsOf } from '../bot/desk.ts'
import { MenuPicture } from '../bot/rich-menu/menu.ts'
import { putRichMenu } from '../bot/rich-menu/put.ts'
import { ask, readSecrets } from './ask.ts'
import { actingFor, commandLine, type Flags, needed, table, tenantOf, textOf } from './command-line.ts'
import { main, withDesk } from './open-desk.ts'

const USAGE = `npm run channel -- add line|whatsapp --tenant KEY --name NAME [--key CHANNEL] [--liff-id ID --login-channel-id ID]
                                    whatsapp also: --account-sid AC… --sender +66…
npm run channel -- list --tenant KEY
npm run channel -- check CHANNEL --tenant KEY [--take-over] [--language th|en|ja]
npm run channel -- test CHANNEL --tenant KEY [--to STAFF]     without --to: its first staff group
npm run channel -- menu CHANNEL --tenant KEY [--picture FILE.png]   the menu below the chat
npm run channel -- rotate CHANNEL --tenant KEY                new secret and token
Secrets are asked for without being shown, or read from --secret-file and --token-file, or from --stdin (a line each).`

type Run = { acting: Acting; tenant: Tenant; flags: Flags; words: string[]; config: Config }

const marks = { ok: '  ok ', fix: ' FIX ', look: 'look ' }

async function add({ acting, flags, words }: Run): Promise<void> {
  const kind = words[1]
  if (kind !== 'line' && kind !== 'whatsapp') throw new Error(USAGE)
  const name = textOf(flags, 'name') ?? (await ask('Name of the channel, as your staff call it', '--name'))
  const key = textOf(flags, 'key')
  const [liffId, loginChannelId] = [textOf(flags, 'liff-id'), textOf(flags, 'login-channel-id')]
  const input = {
    kind,
    name,
    ...(key && { key }),
    ...(kind === 'line' && { ...(liffId && { liffId }), ...(loginChannelId && { loginChannelId }) }),
    ...(kind === 'whatsapp' && { accountSid: needed(flags, 'account-sid'), sender: needed(flags, 'sender') }),
    ...(await credentials(kind, flags)),
  }
  const channelId = await acting((ctx) => addChannel(ctx, NewChannel.parse(input)))
  const added = (await acting(listChannels)).find((it) => it.id === channelId)
  console.log(`${name} is connected, with the key ${added?.key}. Now: npm run channel -- check ${added?.key}`)
}

async function credentials(kind: 'line' | 'whatsapp', flags: Flags): Promise<Record<string, string>> {
  const secret = {
    name: kind === 'line' ? 'Channel secret' : 'Auth token',
    file: textOf(flags, 'secret-file'),
    flag: '--secret-file',
  }
  const token = { name: 'Channel access token', file: textOf(flags, 'token-file'), flag: '--token-file' }
  const read = await readSecrets(kind === 'line' ? [secret, token] : [secret], { stdin: flags['stdin'] === true })
  const [first = '', second = ''] = read
  return kind === 'line' ? { secret: first, token: second } : { authToken: first }
}

async function list({ acting }: Run): Promise<void> {
  const rows = (await acting(listChannels)).map((it) => [
    it.key,
    it.kind,
    it.name,
    it.active ? 'on' : 'off',
    it.tokenState ?? 'unchecked',
    it.botName ?? it.externalId ?? '',
    publicUrl(`/webhooks/${it.kind}/${it.key}`),
  ])
  console.log(rows.length === 0 ? 'No channel yet.' : table(rows))
}

async function channelNamed({ acting, words }: Run) {
  const all = await acting(listChannels)
  const found = words[1] ? all.find((it) => it.key === words[1]) : all.length === 1 ? all[0] : undefined
  if (found) return found
  throw new Error(`Name the channel; there are: ${all.map((it) => it.key).join(', ') || 'none yet'}.`)
}

async function check(run: Run): Promise<void> {
  const channel = await channelNamed(run)
  const language = languages.find((it) => it === textOf(run.flags, 'language'))
  const { findings, fit } = await checkChannel(run.acting, doorsOf(run.config), {
    channelId: channel.id,
    takeOver: run.flags['take-over'] === true,
    language,
  })
  for (const it of findings) console.log(`${marks[it.state]} ${it.message}${it.todo ? `\n      → ${it.todo}` : ''}`)
  if (!fit) process.exitCode = 1
}

const MOST_WAITING_MS = 20_000

/** The message leaves by the running desk, as every other does; here it is only waited for. */
async function test(run: Run): Promise<void> {
  const channel = await channelNamed(run)
  const { groups, staff } = await run.acting((ctx) => recipientsOf(ctx, channel.id))
  const keyOf = new Map((await run.acting(staffMembers)).map((it) => [it.id, it.key]))
  const to = textOf(run.flags, 'to')
  const person = to && staff.find((it) => [it.id, it.name, keyOf.get(it.id)].includes(to))
  if (to && !person) {
    const linked = staff.map((it) => `${keyOf.get(it.id) ?? ''} (${it.name})`).join(', ')
    throw new Error(`Nobody called ${to} is linked on ${channel.key}; there are: ${linked || 'none yet'}.`)
  }
  const group = groups[0]
  const recipient = person ? { staff: person.id } : group && { group: group.id }
  if (!recipient)
    throw new Error('There is no staff group on this channel yet. Invite the bot, or name somebody: --to.')
  const parcelId = await run.acting(async (ctx) => {
    const language = await languageOfActor(ctx)
    return sendTest(ctx, { channelId: channel.id, to: recipient, language, text: connectCopyIn(language).test })
  })
  const until = Date.now() + MOST_WAITING_MS
  for (;;) {
    const parcel = await run.acting((ctx) => parcelById(ctx, parcelId))
    if (parcel?.state === 'sent') return console.log(`Sent to ${person ? person.name : 'the staff group'}.`)
    if (parcel?.state === 'dead' || parcel?.state === 'unknown') throw new Error(`It did not go: ${parcel.trouble}`)
    if (Date.now() > until)
      throw new Error('It still waits to be sent. Does the desk run (npm run workers)? It will go when it does.')
    await new Promise((done) => setTimeout(done, 250))
  }
}

async function rotate(run: Run): Promise<void> {
  const channel = await channelNamed(run)
  if (channel.kind === 'api') throw new Error(USAGE)
  const sid = textOf(run.flags, 'account-sid')
  const change = NewChannel.parse({
    kind: channel.kind,
    name: channel.name,
    ...(channel.kind === 'whatsapp' && {
      sender: channel.externalId,
      accountSid: sid ?? needed(run.flags, 'account-sid'),
    }),
    ...(await credentials(channel.kind, run.flags)),
  })
  const { kind: _kind, name: _name, key: _key, ...fresh } = change
  await run.acting((ctx) => changeChannel(ctx, channel.id, fresh))
  console.log(`${channel.key} has new credentials. Now: npm run channel -- check ${channel.key}`)
}

async function menu(run: Run): Promise<void> {
  const channel = await channelNamed(run)
  const file = textOf(run.flags, 'picture')
  const picture = file && MenuPicture.parse(readFileSync(file).toString('base64'))
  const put = await putRichMenu(run.acting, doorsOf(run.config), { channelId: channel.id, ...(picture && { picture }) })
  console.log(
    `The menu is there in ${Object.keys(put.menus).join(', ')}; ${put.linked} people got one in their own language.`,
  )
}

const commands: Record<string, (run: Run) => Promise<void>> = { add, list, check, test, menu, rotate }

await main(USAGE, async () => {
  const texts = [
    'tenant',
    'name',
    'key',
    'liff-id',
    'login-channel-id',
    'account-sid',
    'sender',
    'to',
    'language',
    'picture',
  ]
  const { words, flags } = commandLine({
    texts: [...texts, 'secret-file', 'token-file'],
    switches: ['stdin', 'take-over'],
  })
  const command = commands[words[0] ?? '']
  if (!command) throw new Error(USAGE)
  await withDesk(async (_ownerUrl, _migrations, config) => {
    const tenant = await tenantOf(flags)
    await command({ acting: actingFor(tenant), tenant, flags, words, config })
  })
})
