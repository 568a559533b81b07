import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { lockConversation } from '../conversations/commands/hand-over.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { mustSee } from '../policy.ts'
import { changeGroupPurpose } from './commands/change-purpose.ts'
import { setRoutes } from './commands/set-routes.ts'
import type { Purpose } from './commands/set-purpose.ts'
import { presentGroups } from './presenter.ts'
import { groupById, listGroups, sortableGroups } from './queries.ts'
import { GroupFilters, GroupView, PurposeInput, RoutesInput } from './schema.ts'

const about = { tag: 'groups', access: 'staff', answer: GroupView } as const
const params = z.object({ groupId: z.uuid() })
const also = {
  403: 'Only an admin or manager may',
  404: 'No such group',
  422: 'Nobody or nothing with this id or key',
  ...changedMeanwhile,
}

export const groupRoutes: Endpoint[] = [
  endpoint('GET /v1/groups', {
    ...about,
    summary: 'List groups',
    description:
      'Every group the bot was ever invited to; `purpose=none` are those nobody has answered for. `search` looks in the names.',
    query: listQuery(GroupFilters.shape, sortableGroups, '-createdAt'),
    answer: pageOf(GroupView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listGroups(ctx, query)
      return asPage(await presentGroups(ctx, rows), total, query)
    },
  }),
  endpoint('GET /v1/groups/:groupId', {
    ...about,
    summary: 'One group',
    params,
    shared: true,
    handle: async (ctx, { params }) => {
      mustSee(ctx)
      return oneGroup(ctx, params.groupId)
    },
  }),
  endpoint('POST /v1/groups/:groupId/purpose', {
    ...about,
    also,
    summary: 'Say what a group is for',
    description: `\`staff\`: cards arrive there; \`vip\`: a customer’s or a company’s group, or (without an id) of the people in it; \`partner\`: a provider’s; \`ignore\`: silence; \`leave\`: the bot says goodbye and goes. The group is told. ${SEEN}`,
    params,
    body: PurposeInput,
    shared: groupToChange,
    handle: async (ctx, { params, body }) => {
      // the schema has made sure that a partner's group names its provider
      await changeGroupPurpose(ctx, { conversationId: params.groupId, ...(body as Purpose | { purpose: 'leave' }) })
      return oneGroup(ctx, params.groupId)
    },
  }),
  endpoint('POST /v1/groups/:groupId/routes', {
    ...about,
    also,
    summary: 'Say which news goes to a group',
    description: `Replaces all routes of the group. A staff group without routes hears everything that no route claims; a customers’ group hears of what was said elsewhere only what fits a route (a single customer’s group without routes: everything of theirs). ${SEEN}`,
    params,
    body: RoutesInput,
    shared: groupToChange,
    handle: async (ctx, { params, body }) => {
      await setRoutes(ctx, { conversationId: params.groupId, routes: body.routes })
      return oneGroup(ctx, params.groupId)
    },
  }),
]

/** Its purpose and its routes are one set-up: whoever changes either looks at both. */
async function groupToChange(ctx: Ctx, { params }: { params: { groupId: string } }): Promise<GroupView> {
  await lockConversation(ctx, params.groupId)
  mustSee(ctx)
  return oneGroup(ctx, params.groupId)
}

async function oneGroup(ctx: Ctx, id: string): Promise<GroupView> {
  const group = await groupById(ctx, id)
  const [view] = group ? await presentGroups(ctx, [group]) : []
  if (!view) throw new Refusal('not_found')
  return view
}
