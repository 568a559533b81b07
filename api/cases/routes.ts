import { z } from 'zod'
import { chatOf, contactById } from '../contacts/queries.ts'
import type { Ctx } from '../context.ts'
import { notesOn } from '../conversations/queries/notes.ts'
import { saidOnCase } from '../conversations/queries/said.ts'
import { Refusal } from '../errors.ts'
import { filesShown } from '../files/queries.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { InvalidInput } from '../http/problem.ts'
import { wayToWork } from '../knowledge/queries/way-to-work.ts'
import { mustSee, mustWork } from '../policy.ts'
import { staffNames } from '../staff/queries.ts'
import { tenantById } from '../tenants/queries.ts'
import { actOnCase } from './act-on-case.ts'
import { assignCase } from './commands/assign-case.ts'
import { claimCase } from './commands/claim-case.ts'
import { closeCase } from './commands/close-case.ts'
import { moveCase } from './commands/move-case.ts'
import { noteOnCase } from './commands/note-on-case.ts'
import { openCase } from './commands/open-case.ts'
import { reopenCase } from './commands/reopen-case.ts'
import { resolveCase } from './commands/resolve-case.ts'
import type { Case } from './model.ts'
import { presentCases, presentOne } from './presenter.ts'
import { rootCauses } from './queries/cases-of-contact.ts'
import { listCases, sortableCases } from './queries/list-cases.ts'
import { visibleCase } from './queries/visible-cases.ts'
import {
  AssignInput,
  CaseFilters,
  CaseView,
  CaseWithFiles,
  MoveInput,
  NoteInput,
  OpenCaseInput,
  ResolveInput,
} from './schema.ts'

const about = { tag: 'cases', access: 'staff' } as const
const CaseId = z.object({ caseId: z.uuid() })
const not = { also: { 403: 'Your role may not', 404: 'No such case', 409: 'Not in its present state' } } as const

export const caseRoutes: Endpoint[] = [
  endpoint('GET /v1/cases', {
    ...about,
    summary: 'List cases',
    description:
      '`search` looks in the reference, order ids and user names, and the customer’s name, user name, phone, member number and e-mail.',
    query: listQuery(CaseFilters.shape, sortableCases, '-openedAt'),
    answer: pageOf(CaseView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listCases(ctx, query)
      return asPage(await presentCases(ctx, rows), total, query)
    },
  }),
  endpoint('POST /v1/cases', {
    ...about,
    summary: 'Open a case',
    description: 'The same trouble of the same customer joins the case that is open already, which is the answer then.',
    body: OpenCaseInput,
    answer: CaseView,
    status: 201,
    handle: async (ctx, { body }) => presentOne(ctx, await openForStaff(ctx, body)),
  }),
  endpoint('GET /v1/cases/:caseId', {
    ...about,
    summary: 'One case, with what the customer sent, what staff noted and how to work on it',
    params: CaseId,
    answer: CaseWithFiles,
    handle: async (ctx, { params }) => {
      mustSee(ctx)
      const found = await visibleCase(ctx, params.caseId)
      if (!found) throw new Refusal('not_found')
      const files = await filesShown(ctx, { caseId: found.id })
      const notes = await notesOn(ctx, { caseId: found.id })
      const cause = found.rootCause && (await rootCauses(ctx)).find((it) => it.key === found.rootCause)
      const sop = await wayToWork(ctx, found.caseTypeId)
      const said = await saidOnCase(ctx, found.id)
      return { ...(await presentOne(ctx, found)), said, files, notes, rootCauseNames: cause ? cause.names : null, sop }
    },
  }),
  endpoint('POST /v1/cases/:caseId/claim', {
    ...about,
    ...not,
    summary: 'Take a case in hand',
    params: CaseId,
    answer: CaseView,
    handle: (ctx, { params }) =>
      actOnCase(ctx, params, (ctx, it) => claimCase(ctx, it).catch((no) => nameTheWinner(ctx, no))),
  }),
  endpoint('POST /v1/cases/:caseId/assign', {
    ...about,
    ...not,
    summary: 'Give a case to a member of staff',
    params: CaseId,
    body: AssignInput,
    answer: CaseView,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, assignCase),
  }),
  endpoint('POST /v1/cases/:caseId/move', {
    ...about,
    ...not,
    summary: 'Move an open case to another working state',
    params: CaseId,
    body: MoveInput,
    answer: CaseView,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, moveCase),
  }),
  endpoint('POST /v1/cases/:caseId/note', {
    ...about,
    ...not,
    summary: 'Add an internal note',
    params: CaseId,
    body: NoteInput,
    answer: CaseView,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, noteOnCase),
  }),
  endpoint('POST /v1/cases/:caseId/resolve', {
    ...about,
    ...not,
    summary: 'Resolve a case with its root cause',
    description: 'Refused with `case_incomplete` while the provider or order that its type demands is not known.',
    params: CaseId,
    body: ResolveInput,
    answer: CaseView,
    handle: (ctx, { params, body }) => actOnCase(ctx, { ...params, ...body }, resolveCase),
  }),
  endpoint('POST /v1/cases/:caseId/close', {
    ...about,
    ...not,
    summary: 'Close a resolved case',
    params: CaseId,
    answer: CaseView,
    handle: (ctx, { params }) => actOnCase(ctx, params, closeCase),
  }),
  endpoint('POST /v1/cases/:caseId/reopen', {
    ...about,
    ...not,
    summary: 'Reopen a case that is not solved',
    params: CaseId,
    answer: CaseView,
    handle: (ctx, { params }) => actOnCase(ctx, params, reopenCase),
  }),
]

async function openForStaff(ctx: Ctx, it: z.output<typeof OpenCaseInput>): Promise<Case> {
  mustWork(ctx, 'open')
  const tenant = await tenantById(ctx.tenantId)
  // a foreign key looks across tenants, so this must not be left to it
  const contact = it.contactId ? await contactById(ctx, it.contactId) : undefined
  if (it.contactId && (!contact || contact.erasedAt))
    throw new InvalidInput([{ field: 'contactId', message: 'There is no such contact' }])
  const chat = contact && (await chatOf(ctx, contact.id))
  const opened = await openCase(ctx, {
    type: it.type,
    ...(contact && { contactId: contact.id }),
    ...(chat && { conversationId: chat.id }),
    ...(it.severity && { severity: it.severity }),
    slots: it.slots,
    openedAt: ctx.now,
    source: ctx.actor.kind === 'api' ? 'api' : 'staff',
    language: contact?.language ?? chat?.language ?? tenant.language,
  })
  return it.note ? noteOnCase(ctx, { caseId: opened.case.id, text: it.note }) : opened.case
}

async function nameTheWinner(ctx: Ctx, no: unknown): Promise<never> {
  if (!(no instanceof Refusal) || no.code !== 'case_already_claimed' || typeof no.facts['ownerId'] !== 'string')
    throw no
  const { ownerId } = no.facts
  const ownerName = (await staffNames(ctx, [ownerId])).get(ownerId)
  throw new Refusal(no.code, { ...no.facts, ...(ownerName && { ownerName }) }, no.field)
}
