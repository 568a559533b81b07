import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { addChannel } from './commands/add-channel.ts'
import { changeChannel } from './commands/change-channel.ts'
import { chooseRecipients } from './commands/choose-recipients.ts'
import type { ChannelRow } from './model.ts'
import { mustSeeChannels } from './policy.ts'
import { presentChannel } from './presenter.ts'
import { channelRow, listChannels } from './queries.ts'
import { healthOf } from './queries/health.ts'
import { recipientsOf } from './queries/recipients.ts'
import { ChannelChange, ChannelHealth, ChannelView, NewChannel, RecipientChoice, Recipients } from './schema.ts'

const about = { tag: 'channels', access: 'staff' } as const
const params = z.object({ channelId: z.uuid() })
const one = { ...about, params }

async function seen(ctx: Ctx, channelId: string): Promise<ChannelRow> {
  mustSeeChannels(ctx)
  const row = await channelRow(ctx, channelId)
  if (!row) throw new Refusal('not_found')
  return row
}

const shown = async (ctx: Ctx, channelId: string) => presentChannel(await seen(ctx, channelId), ctx.actor)

const recipientsNow = async (ctx: Ctx, { params }: { params: { channelId: string } }) =>
  recipientsOf(ctx, (await seen(ctx, params.channelId)).id)

export const channelRoutes: Endpoint[] = [
  endpoint('GET /v1/channels', {
    ...about,
    summary: 'List the accounts the desk is connected to',
    description: 'Credentials are never shown: only their last four characters.',
    answer: z.object({ items: z.array(ChannelView) }),
    handle: async (ctx) => {
      mustSeeChannels(ctx)
      return { items: (await listChannels(ctx)).map((it) => presentChannel(it, ctx.actor)) }
    },
  }),
  endpoint('POST /v1/channels', {
    ...about,
    summary: 'Connect a LINE account or a WhatsApp sender',
    description:
      'Line breaks and spaces that came along when pasting are taken out. Then `POST /v1/channels/{channelId}/check` says whether it works and what is still to be done.',
    body: NewChannel,
    answer: ChannelView,
    status: 201,
    also: { 409: 'The key or the account is connected already' },
    handle: async (ctx, { body }) => shown(ctx, await addChannel(ctx, body)),
  }),
  endpoint('GET /v1/channels/:channelId', {
    ...one,
    summary: 'Show a channel',
    answer: ChannelView,
    shared: true,
    handle: (ctx, { params: { channelId } }) => shown(ctx, channelId),
  }),
  endpoint('PATCH /v1/channels/:channelId', {
    ...one,
    summary: 'Rename a channel, give it new credentials, switch it on or off',
    description: `Another process of the desk sees new credentials within five seconds. ${SEEN}`,
    body: ChannelChange,
    answer: ChannelView,
    also: { 409: 'The account is connected already', ...changedMeanwhile },
    shared: (ctx, { params: { channelId } }) => shown(ctx, channelId),
    handle: async (ctx, { params: { channelId }, body }) => {
      await changeChannel(ctx, channelId, body)
      return shown(ctx, channelId)
    },
  }),
  endpoint('GET /v1/channels/:channelId/health', {
    ...one,
    summary: 'Show how a channel does',
    description: 'What came and went in the last hour and day, and whether its token works (tried every 15 minutes).',
    answer: ChannelHealth,
    handle: async (ctx, { params: { channelId } }) => healthOf(ctx, await seen(ctx, channelId)),
  }),
  endpoint('GET /v1/channels/:channelId/recipients', {
    ...one,
    summary: 'Show who hears the desk’s news on a channel',
    description: 'Its staff groups and the staff linked on it; `chosen` says who gets news.',
    answer: Recipients,
    shared: true,
    handle: recipientsNow,
  }),
  endpoint('PUT /v1/channels/:channelId/recipients', {
    ...one,
    summary: 'Choose who hears the desk’s news on a channel',
    description: `Exactly these staff groups (their ids) and staff. Customers’ groups cannot be chosen. ${SEEN}`,
    body: RecipientChoice,
    answer: Recipients,
    also: changedMeanwhile,
    shared: recipientsNow,
    handle: async (ctx, { params: { channelId }, body }) => {
      await chooseRecipients(ctx, channelId, body)
      return recipientsOf(ctx, channelId)
    },
  }),
]
