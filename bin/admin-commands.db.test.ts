import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channelByKey } from '../api/channels/queries.ts'
import { identify } from '../api/sessions/queries.ts'
import { deactivateStaff, issueLinkCode, linkStaff, revokeApiKeys } from '../api/staff/commands.ts'
import { staffByIdentity } from '../api/staff/queries.ts'
import { aDatabaseForThisFile, aTenant, on } from '../test/factories.ts'

const SECRET = 'c3'.repeat(16)
const TOKEN = 'line-token'.repeat(17)

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)

/** As a person would run it, without a terminal. */
function run(command: string, args: string[], stdin = ''): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, `${command}.ts`), ...args], {
    env: {
      PATH: process.env['PATH'],
      DEMO: '0',
      DATABASE_URL: database.ownerUrl,
      APP_DATABASE_URL: database.appUrl,
      MACHINERY_DATABASE_URL: database.machineryUrl,
      PUBLIC_URL: 'https://desk.example',
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      LINE_API_BASE_URL: 'http://127.0.0.1:1',
    },
  })
  child.stdin.end(stdin)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  return new Promise((done) => child.once('close', (code) => done({ code, said })))
}

// A process each, on a busy machine: few of them, and time enough.
test('an admin connects a channel, makes a key and adds somebody at the keyboard; no secret is told back', {
  timeout: 90_000,
}, async () => {
  const named = ['--tenant', tenant.key]
  const [added, wrong, key, staff] = await Promise.all([
    run('channel', ['add', 'line', ...named, '--name', 'Shop', '--key', 'shop', '--stdin'], `${SECRET}\n ${TOKEN} \n`),
    run('channel', ['add', 'line', ...named, '--name', 'Shop', '--stdin'], `${SECRET.slice(1)}\n${TOKEN}\n`),
    run('key', ['create', ...named, '--name', 'shop system', '--role', 'agent']),
    run('staff', ['add', ...named, '--key', 'ann', '--name', 'Ann Lee', '--role', 'agent']),
  ])
  expect(added).toMatchObject({ code: 0, said: expect.stringContaining('with the key shop') })
  expect(await channelByKey('shop')).toMatchObject({ secret: SECRET, token: TOKEN })
  expect(wrong.code).toBe(1)
  expect(wrong.said).toMatch(/^secret: The channel secret is 32 characters.*this is 31/)

  const apiKey = /bellhop_\S+/.exec(key.said)?.[0] ?? ''
  expect(await identify.byKey(apiKey)).toMatchObject({ tenantId: tenant.id })
  expect(await on(tenant, (ctx) => revokeApiKeys(ctx, { name: 'shop system' }))).toBe(1)
  expect(await identify.byKey(apiKey)).toBeUndefined()

  const code = /link (\S+)/.exec(staff.said)?.[1] ?? ''
  const { channelId } = tenant
  const link = (said: string) => on(tenant, (ctx) => linkStaff(ctx, { code: said, channelId, externalId: 'U-ann' }))
  const ann = await link(code)
  expect(ann).toMatchObject({ name: 'Ann Lee', role: 'agent' })
  await on(tenant, (ctx) => issueLinkCode(ctx, { staffId: ann.id, code: 'another' }))
  expect(await on(tenant, (ctx) => deactivateStaff(ctx, { staffId: ann.id }))).toBe(true)
  expect(await on(tenant, (ctx) => staffByIdentity(ctx, channelId, 'U-ann'))).toBeUndefined()
  await expect(link('another')).rejects.toMatchObject({ code: 'link_code_wrong' })

  const check = await run('channel', ['check', 'shop', ...named, '--language', 'en'])
  expect(check).toMatchObject({ code: 1, said: expect.stringMatching(/FIX {2}The platform could not be reached/) })
  const toNobody = await run('channel', ['test', 'shop', ...named, '--to', 'zoe'])
  expect(toNobody.said.trim()).toBe('Nobody called zoe is linked on shop; there are: none yet.')
  for (const it of [added, wrong, check]) for (const told of [SECRET, TOKEN]) expect(it.said).not.toContain(told)
})

test('a secret on the command line is refused before anything is done with it', { timeout: 60_000 }, async () => {
  const { code, said } = await run('channel', ['add', 'line', '--tenant', 'x', '--name', 'x', `--token=${TOKEN}`])
  expect(said).toMatch(/^--token would stay in the shell’s history/)
  expect(said).not.toContain(TOKEN)
  expect(code).toBe(1)
})

test('who asks for help, or says what a command does not take, gets its usage and nothing is done', {
  timeout: 60_000,
}, async () => {
  const [helped, misspelt] = await Promise.all([run('secrets-rotate', ['--help']), run('migrate', ['--halp'])])
  expect(helped).toMatchObject({ code: 0, said: expect.stringMatching(/^npm run secrets:rotate /) })
  expect(helped.said).not.toContain('encrypted anew')
  expect(misspelt).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^Unknown option '--halp'[^]*npm run migrate /),
  })
  expect(misspelt.said).not.toMatch(/up to date already|Ran /)
})
