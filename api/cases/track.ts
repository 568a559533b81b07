import { z } from 'zod'
import { type Actor, as, type Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { filesShown } from '../files/queries.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { type Link, readLink } from '../links.ts'
import { markSeen } from '../outbox/commands/mark-seen.ts'
import { staffNames } from '../staff/queries.ts'
import { tenantById } from '../tenants/queries.ts'
import { reopenCase } from './commands/reopen-case.ts'
import type { Case } from './model.ts'
import { presentTrack } from './presenter.ts'
import { historyOf } from './queries/case-history.ts'
import { caseTypesOf } from './queries/case-types.ts'
import { caseById } from './queries/cases-of-contact.ts'
import { TrackView } from './schema.ts'

const about = {
  tag: 'public',
  access: 'public',
  rate: 'public',
  answer: TrackView,
  also: { 404: 'The link is wrong or too old' },
} as const
const Token = z.object({ token: z.string().max(200) })

/** What a customer's link opens, without a login: whoever has the link may look, and say that it is not solved. */
export const trackRoutes: Endpoint[] = [
  endpoint('GET /public/v1/track/:token', {
    ...about,
    summary: 'How a case stands',
    params: Token,
    serve: (visit, { params }) => {
      const link = trackLink(params.token)
      return visit.answerByLink(link, async (ctx) => trackOf(ctx, await caseOf(ctx, link)))
    },
  }),
  endpoint('POST /public/v1/track/:token/seen', {
    tag: about.tag,
    access: about.access,
    rate: about.rate,
    also: about.also,
    summary: 'The page was opened',
    description:
      'What was sent about the case until now has been seen. Sent by the page itself, which link previews do not run.',
    params: Token,
    serve: (visit, { params }) => {
      const link = trackLink(params.token)
      return visit.answerByLink(link, async (ctx) => {
        const found = await caseOf(ctx, link)
        if (found.conversationId) markSeen(ctx, { conversationId: found.conversationId, caseId: found.id })
        return undefined
      })
    },
  }),
  endpoint('POST /public/v1/track/:token/reopen', {
    ...about,
    summary: 'Not solved: back to work',
    params: Token,
    serve: (visit, { params }) => {
      const link = trackLink(params.token)
      return visit.answerByLink(link, async (ctx) => {
        const found = await caseOf(ctx, link)
        const reopened = await reopenCase(as(ctx, customerOf(found)), { caseId: found.id })
        return trackOf(ctx, reopened)
      })
    },
  }),
]

function trackLink(token: string): Link {
  const link = readLink(token)
  if (link?.kind !== 'track') throw new Refusal('not_found')
  return link
}

async function caseOf(ctx: Ctx, link: Link): Promise<Case> {
  if (link.expiresAt && link.expiresAt <= ctx.now) throw new Refusal('not_found')
  const found = await caseById(ctx, link.subjectId)
  if (!found) throw new Refusal('not_found')
  return found
}

function customerOf(it: Case): Actor {
  if (!it.contactId) throw new Refusal('not_allowed', { action: 'reopen' })
  return { kind: 'contact', id: it.contactId }
}

async function trackOf(ctx: Ctx, it: Case): Promise<TrackView> {
  const [type] = await caseTypesOf(ctx, [it.caseTypeId])
  if (!type) throw new Error(`Case ${it.id} has no type`)
  const history = await historyOf(ctx, it)
  // what this very transaction changed is written with its commit
  if (history.at(-1)?.status !== it.status) history.push({ status: it.status, at: it.statusSince })
  return presentTrack(it, {
    now: ctx.now,
    tenant: await tenantById(ctx.tenantId),
    type,
    owner: it.ownerId ? ((await staffNames(ctx, [it.ownerId], it.language)).get(it.ownerId) ?? null) : null,
    history,
    files: (await filesShown(ctx, { caseId: it.id })).filter((file) => file.url !== null),
  })
}
