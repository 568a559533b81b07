import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../../http/lists.ts'
import { TriageExample } from '../model.ts'
import { mustTeach } from '../policy.ts'
import { addExample, importExamples, relabelExample, removeExample } from '../commands/examples.ts'
import { presentExample } from './presenter.ts'
import { listExamples, sortableExamples } from './queries.ts'
import { ExampleChange, ExampleFilters, ExampleInput, ExampleView, Import } from './schema.ts'

const about = { tag: 'triage', access: 'staff', also: { 403: 'For admins and managers' } } as const
const ExampleId = z.object({ exampleId: z.uuid() })
const MOST_BYTES = 4_000_000

export const exampleRoutes: Endpoint[] = [
  endpoint('GET /v1/triage/examples', {
    ...about,
    summary: 'What the engine learns from',
    description:
      'Corrections by staff, clarifying taps, words that reopened a case, imports. `set_aside=contradicted` lists those that contradict each other and so teach nothing.',
    query: listQuery(ExampleFilters.shape, sortableExamples, '-createdAt'),
    answer: pageOf(ExampleView),
    handle: async (ctx, { query }) => {
      mustTeach(ctx)
      const { rows, total } = await listExamples(ctx, query)
      return asPage(rows.map(presentExample), total, query)
    },
  }),
  endpoint('POST /v1/triage/examples', {
    ...about,
    summary: 'Teach the engine a message',
    body: ExampleInput,
    answer: ExampleView,
    status: 201,
    handle: async (ctx, { body }) => presentExample(await addExample(ctx, { ...body, label: body.label ?? null })),
  }),
  endpoint('POST /v1/triage/examples/import', {
    ...about,
    summary: 'Teach the engine many messages',
    description:
      'One JSON object a line, 5,000 lines and 4 MB at most; all are taken or none. A label may also stand in `case_type` or `booking_kind`. What is known already is passed over.',
    lines: { mostBytes: MOST_BYTES },
    body: Import,
    answer: z.object({ added: z.int(), known: z.int(), setAside: z.int() }),
    handle: async (ctx, { body }) =>
      importExamples(
        ctx,
        body.map(({ case_type, booking_kind, label, ...it }) => ({
          ...it,
          label: label ?? case_type ?? booking_kind ?? null,
        })),
      ),
  }),
  endpoint('GET /v1/triage/examples/:exampleId', {
    ...about,
    summary: 'One message that the engine learns from',
    params: ExampleId,
    answer: ExampleView,
    handle: async (ctx, { params }) => {
      mustTeach(ctx)
      const found = await TriageExample.query(ctx.trx).findById(params.exampleId)
      if (!found) throw new Refusal('not_found')
      return presentExample(found)
    },
  }),
  endpoint('PATCH /v1/triage/examples/:exampleId', {
    ...about,
    summary: 'Say what a message really was',
    description: 'From then on it is your word, which counts for more than a customer’s tap.',
    params: ExampleId,
    body: ExampleChange,
    answer: ExampleView,
    handle: async (ctx, { params, body }) => presentExample(await relabelExample(ctx, { ...params, ...body })),
  }),
  endpoint('DELETE /v1/triage/examples/:exampleId', {
    ...about,
    summary: 'Unlearn a message',
    description: 'The engine is trained anew without it, within minutes.',
    params: ExampleId,
    handle: async (ctx, { params }) => {
      await removeExample(ctx, params)
      return undefined
    },
  }),
]
