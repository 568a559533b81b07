import { z } from 'zod'
import type { Channel } from '../../api/channels/queries.ts'
import type { TokenState } from '../../api/channels/schema.ts'
import { type Finding, fix, type Looked, look, ok, type ToLookAt } from '../connect/findings.ts'
import { callLine, FateUnknown, type LineAnswer, NotReached } from './client.ts'

const TIMEOUT_MS = 8_000
/** LINE itself waits up to some seconds for our answer while it tests the webhook. */
const TEST_TIMEOUT_MS = 20_000

const BotInfo = z.object({ userId: z.string(), basicId: z.string(), displayName: z.string() })
const Endpoint = z.object({ endpoint: z.string(), active: z.boolean() })
const Tested = z.object({
  success: z.boolean(),
  statusCode: z.number().default(0),
  reason: z.string().default(''),
  detail: z.string().default(''),
})
const Trouble = z.object({ message: z.string() })

/** Everything LINE tells about an account, and what only its consoles show. Sets our webhook address where none is, or where it may. */
export async function lookAtLine(base: string, it: ToLookAt): Promise<Looked> {
  const info = await ask(base, it.channel, 'GET', '/v2/bot/info')
  if ('unreached' in info) return { findings: [fix('platform_unreachable', { why: info.unreached })] }
  if (info.status === 401) return { findings: [fix('token_refused')] }
  const bot = read(BotInfo, info)
  if (!bot) return { findings: [fix(...troubleOf(info))] }
  return {
    account: { externalId: bot.userId, name: bot.displayName },
    findings: [
      ok('token_works', { bot: bot.displayName, id: bot.basicId }),
      ...(await webhook(base, it)),
      look('redelivery'),
      it.inGroup ? ok('groups_allowed') : look('groups'),
      look('auto_replies'),
    ],
  }
}

/** Whether LINE takes the token. Only its own 401 says no: an outage says nothing. */
export async function probeLine(base: string, channel: Channel): Promise<TokenState> {
  const info = await ask(base, channel, 'GET', '/v2/bot/info')
  if ('unreached' in info) return 'unreachable'
  if (info.status === 401) return 'refused'
  return read(BotInfo, info) ? 'works' : 'unreachable'
}

async function webhook(base: string, it: ToLookAt): Promise<Finding[]> {
  const wanted = it.webhookUrl
  const before = await ask(base, it.channel, 'GET', '/v2/bot/channel/webhook/endpoint')
  const there = 'unreached' in before ? undefined : read(Endpoint, before)
  // LINE answers 404 while no address was ever set
  const none = !('unreached' in before) && (before.status === 404 || there?.endpoint === '')
  if (!there && !none)
    return ['unreached' in before ? fix('platform_trouble', { why: before.unreached }) : fix(...troubleOf(before))]
  if (there && !none && there.endpoint !== wanted && !it.takeOver)
    return [fix('webhook_elsewhere', { url: there.endpoint, wanted })]
  const right = there?.endpoint === wanted
  const set = right ? undefined : await setWebhook(base, it)
  if (set) return [set]
  const now = right ? there : await ask(base, it.channel, 'GET', '/v2/bot/channel/webhook/endpoint')
  const active = now && ('active' in now ? now.active : 'unreached' in now ? undefined : read(Endpoint, now)?.active)
  return [
    ok(right ? 'webhook_right' : 'webhook_set', { url: wanted }),
    ...(active === false ? [fix('webhook_off')] : []),
    await testWebhook(base, it),
  ]
}

/** The finding when LINE would not take our address; nothing when it did. */
async function setWebhook(base: string, { channel, webhookUrl }: ToLookAt): Promise<Finding | undefined> {
  const answer = await ask(base, channel, 'PUT', '/v2/bot/channel/webhook/endpoint', { endpoint: webhookUrl })
  if ('unreached' in answer) return fix('platform_unreachable', { why: answer.unreached })
  if (answer.status === 200) return undefined
  if (!webhookUrl.startsWith('https:')) return fix('webhook_needs_https', { wanted: webhookUrl })
  return fix('webhook_not_accepted', { why: saidOf(answer), wanted: webhookUrl })
}

/** LINE posts an empty, signed batch to our address: whether it arrives, and whether the secret fits. At most 60 an hour. */
async function testWebhook(base: string, { channel, webhookUrl }: ToLookAt): Promise<Finding> {
  const path = '/v2/bot/channel/webhook/test'
  const answer = await ask(base, channel, 'POST', path, { endpoint: webhookUrl }, TEST_TIMEOUT_MS)
  if ('unreached' in answer) return fix('platform_unreachable', { why: answer.unreached })
  const tested = read(Tested, answer)
  if (!tested) return look(...troubleOf(answer))
  if (tested.success) return ok('webhook_reached')
  if (tested.statusCode === 401) return fix('secret_wrong')
  return fix('webhook_not_reached', { why: [tested.reason, tested.detail].filter(Boolean).join(', ') })
}

type Unreached = { unreached: string }

async function ask(
  base: string,
  channel: Channel,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  timeoutMs = TIMEOUT_MS,
): Promise<LineAnswer | Unreached> {
  try {
    const bytes = body && Buffer.from(JSON.stringify(body))
    return await callLine(base, { method, path, token: channel.token, timeoutMs, ...(bytes && { body: bytes }) })
  } catch (trouble) {
    if (trouble instanceof NotReached || trouble instanceof FateUnknown) return { unreached: trouble.message }
    throw trouble
  }
}

function read<T extends z.ZodType>(schema: T, answer: LineAnswer): z.output<T> | undefined {
  if (answer.status !== 200) return undefined
  try {
    return schema.safeParse(JSON.parse(answer.body)).data
  } catch {
    // not JSON: told as the platform's trouble
    return undefined
  }
}

/** What stands instead of what was asked for: LINE's own no, or nothing of LINE's. */
const troubleOf = (answer: LineAnswer): ['platform_trouble' | 'platform_garbled', Record<string, string>] =>
  answer.status === 200 ? ['platform_garbled', { platform: 'LINE' }] : ['platform_trouble', { why: saidOf(answer) }]

function saidOf(answer: LineAnswer): string {
  try {
    return `${answer.status} ${Trouble.parse(JSON.parse(answer.body)).message}`.slice(0, 300)
  } catch {
    // an answer that is not in LINE's form: its status is all there is
    return String(answer.status)
  }
}
