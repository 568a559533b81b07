import { z } from 'zod'
import { AsksInput, AsksView, Key, Names, NamesView, refuseUnaskable } from '../asks.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import { renewTriageOf } from '../triage/queries.ts'
import { written } from '../written.ts'
import { putCaseType } from './commands/put-case-type.ts'
import { dropRootCause, putRootCause } from './commands/put-root-cause.ts'
import type { CaseType } from './model.ts'
import { allCaseTypes } from './queries/case-types.ts'
import { rootCauses } from './queries/cases-of-contact.ts'
import { caseConcerns, severities } from './schema.ts'

const A_YEAR_IN_MINUTES = 525_600

const CONCERNS = `What it is about, as far as the desk’s rules go by it; any number of them, and none is looked for in the key or the names.
- \`change\`: they want something else than they booked or ordered. \`cancellation\`: they want nothing of it any more
- \`upcoming\`: it is about something that lies ahead, and is high where that begins today or tomorrow (so are \`change\`, \`cancellation\` and \`flight\`)
- \`on_the_spot\`: it happens while they stand there; told afterwards it is not critical. \`health\` with it: a night that has passed does not end it
- \`place\`: they arrive, and are turned away or left standing: critical. \`flight\`: stranded on the way: critical
- \`account\`: a stranger may be in it: critical
- \`document\`: a paper of yours is wrong: what stands there and what should are both kept
- \`money\`: bare numbers are money. \`quantity\`: they count units. \`party\`: how many people come matters`

const CaseTypeInput = z
  .strictObject({
    names: Names,
    category: written(60).default('general').meta({ description: 'What routes of groups can name for several types' }),
    severity: z.enum(severities).default('normal'),
    slaMinutes: z.int().min(1).max(A_YEAR_IN_MINUTES).meta({ description: 'From the customer’s message to solved' }),
    slaClock: z
      .enum(['calendar', 'business'])
      .default('calendar')
      .meta({ description: '`business`: the clock stands outside the opening hours of `PUT /v1/settings`' }),
    stopsForCustomer: z
      .boolean()
      .default(true)
      .meta({ description: 'The clock stands while the customer is asked for something' }),
    ...AsksInput,
    requireProvider: z.boolean().default(false).meta({ description: 'Solved only when its provider is known' }),
    concerns: z
      .array(z.enum(caseConcerns))
      .default([])
      .refine((it) => new Set(it).size === it.length, 'Names each once')
      .meta({ description: CONCERNS }),
    active: z
      .boolean()
      .default(true)
      .meta({ description: 'false: no new case becomes one of these; those there are stay' }),
  })
  .superRefine((it, check) => {
    refuseUnaskable(it, check)
    if (it.requiredSlots.includes('item'))
      check.addIssue({
        code: 'custom',
        path: ['requiredSlots'],
        message: 'A case understands `item` but does not ask for it: put it into `optionalSlots`',
      })
  })
  .meta({ id: 'CaseTypeInput' })

const CaseTypeView = z
  .object({
    id: z.uuid(),
    key: z.string(),
    names: NamesView,
    category: z.string(),
    severity: z.enum(severities),
    slaMinutes: z.int(),
    slaClock: z.enum(['calendar', 'business']),
    stopsForCustomer: z.boolean(),
    ...AsksView,
    requireProvider: z.boolean(),
    concerns: z.array(z.enum(caseConcerns)),
    active: z.boolean(),
  })
  .meta({ id: 'CaseType' })

const RootCauseView = z.object({ key: z.string(), names: NamesView, position: z.int() }).meta({ id: 'RootCause' })

const about = { tag: 'set-up', access: 'staff' } as const
const change = { also: { 403: 'For admins and managers', ...changedMeanwhile } } as const
const params = z.object({ key: Key })

const present = (it: CaseType): z.input<typeof CaseTypeView> => ({
  id: it.id,
  key: it.key,
  names: it.names,
  category: it.category,
  severity: it.severity,
  slaMinutes: it.slaMinutes,
  slaClock: it.slaClock,
  stopsForCustomer: it.stopsForCustomer,
  requiredSlots: it.requiredSlots,
  optionalSlots: it.optionalSlots,
  slotWords: it.slotWords,
  requireProvider: it.requireProvider,
  concerns: it.concerns,
  active: it.active,
})

async function caseType(ctx: Ctx, key: string) {
  mustSee(ctx)
  const found = (await allCaseTypes(ctx)).find((it) => it.key === key)
  return found && present(found)
}

async function rootCause(ctx: Ctx, key: string) {
  mustSee(ctx)
  const found = (await rootCauses(ctx)).find((it) => it.key === key)
  return found && { key: found.key, names: found.names, position: found.position }
}

const known = <T>(it: T | undefined): T => {
  if (!it) throw new Refusal('not_found')
  return it
}

export const caseTypeRoutes: Endpoint[] = [
  endpoint('GET /v1/case-types', {
    ...about,
    summary: 'What troubles this business knows, and what is promised for each',
    answer: z.object({ items: z.array(CaseTypeView) }),
    handle: async (ctx) => {
      mustSee(ctx)
      return { items: (await allCaseTypes(ctx)).map(present) }
    },
  }),
  endpoint('GET /v1/case-types/:key', {
    ...about,
    summary: 'Show a type of case',
    params,
    answer: CaseTypeView,
    shared: true,
    handle: async (ctx, { params: { key } }) => known(await caseType(ctx, key)),
  }),
  endpoint('PUT /v1/case-types/:key', {
    ...about,
    ...change,
    summary: 'Add a type of case, or change the one with this key',
    description: `The whole of it: what is left out is as a new one would have it. In use within seconds; cases that are open keep the terms they were opened with. It is understood better with some example messages: \`POST /v1/triage/examples\`. ${SEEN} \`If-None-Match: *\` keeps it only where there is none yet.`,
    params,
    body: CaseTypeInput,
    answer: CaseTypeView,
    shared: (ctx, { params: { key } }) => caseType(ctx, key),
    handle: async (ctx, { params: { key }, body }) => {
      await putCaseType(ctx, { ...body, key })
      ctx.afterCommit(() => renewTriageOf(ctx.tenantId))
      return known(await caseType(ctx, key))
    },
  }),
  endpoint('GET /v1/root-causes', {
    ...about,
    summary: 'Why things go wrong: what a case can be resolved with',
    answer: z.object({ items: z.array(RootCauseView) }),
    handle: async (ctx) => {
      mustSee(ctx)
      return { items: (await rootCauses(ctx)).map(({ key, names, position }) => ({ key, names, position })) }
    },
  }),
  endpoint('PUT /v1/root-causes/:key', {
    ...about,
    ...change,
    summary: 'Add a root cause, or change the one with this key',
    description: `${SEEN} \`If-None-Match: *\` keeps it only where there is none yet.`,
    params,
    body: z
      .strictObject({
        names: Names,
        position: z.int().min(0).max(1_000).default(100).meta({ description: 'Staff read them in this order' }),
      })
      .meta({ id: 'RootCauseInput' }),
    answer: RootCauseView,
    shared: (ctx, { params: { key } }) => rootCause(ctx, key),
    handle: async (ctx, { params: { key }, body }) => {
      await putRootCause(ctx, { ...body, key })
      return known(await rootCause(ctx, key))
    },
  }),
  endpoint('DELETE /v1/root-causes/:key', {
    ...about,
    summary: 'Take a root cause from the choices',
    description: SEEN,
    params,
    also: { ...change.also, 409: 'Cases were resolved with it' },
    shared: (ctx, { params: { key } }) => rootCause(ctx, key),
    handle: async (ctx, { params: { key } }) => {
      await dropRootCause(ctx, { key })
      return undefined
    },
  }),
]
