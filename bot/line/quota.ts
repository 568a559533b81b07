import { z } from 'zod'
import { channelById } from '../../api/channels/queries.ts'
import { inTenant, system } from '../../api/context.ts'
import { keepQuota } from '../../api/notifications/commands/keep-quota.ts'
import { lineChannels } from '../../api/notifications/queries/quota.ts'
import { callLine } from './client.ts'

const Quota = z.union([
  z.object({ type: z.literal('limited'), value: z.int() }),
  z.object({ type: z.literal('none'), value: z.undefined().optional() }),
])
const Consumption = z.object({ totalUsage: z.int() })
const TIMEOUT_MS = 5_000

/** Asks LINE how the month of every account goes and keeps the answers. An account that will not say is left as it was known. */
export async function checkQuotas(base: string): Promise<void> {
  for (const it of await lineChannels()) {
    const channel = await channelById(it.channelId)
    if (!channel?.token) continue
    const [quota, consumption] = await Promise.all([
      ask(base, channel.token, '/v2/bot/message/quota', Quota),
      ask(base, channel.token, '/v2/bot/message/quota/consumption', Consumption),
    ])
    if (!quota || !consumption) continue
    const most = quota.value ?? null
    await inTenant(it.tenantId, system, (ctx) =>
      keepQuota(ctx, { channelId: channel.id, name: channel.name, most, used: consumption.totalUsage }),
    )
  }
}

async function ask<T>(base: string, token: string, path: string, shape: z.ZodType<T>): Promise<T | undefined> {
  try {
    const answer = await callLine(base, { method: 'GET', path, token, timeoutMs: TIMEOUT_MS })
    return answer.status === 200 ? shape.parse(JSON.parse(answer.body)) : undefined
  } catch {
    // LINE is away, or says something new: the next look may tell
    return undefined
  }
}
