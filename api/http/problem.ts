import { HttpError } from 'koa'
import { z } from 'zod'
import { isPassing } from '../db/passing.ts'
import { Refusal, refusals } from '../errors.ts'
import { fieldProblems } from './field-words.ts'
import { refusalWords } from './refusal-words.ts'

const FieldProblem = z.object({
  field: z.string().meta({ description: 'Path in the body, query or address, joined by dots' }),
  message: z.string(),
})

/** RFC 9457, with what a form needs to show the trouble beside its field. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    code: z.string().optional().meta({ description: 'Stable name of the refusal' }),
    facts: z.record(z.string(), z.unknown()).optional(),
    errors: z.array(FieldProblem).optional(),
    traceId: z.string().meta({ description: 'Repeated in the log' }),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
export type FieldProblem = z.infer<typeof FieldProblem>

/** Input that is well formed but wrong in a way only the tenant's data can tell. */
export class InvalidInput extends Error {
  readonly errors: FieldProblem[]
  constructor(errors: FieldProblem[]) {
    super('Invalid input')
    this.errors = errors
  }
}

/** A no of the door itself, before any command: who are you, too fast, too much. */
export class Turned extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly headers: Record<string, string>
  readonly facts: Record<string, unknown>
  constructor(
    status: number,
    code: string,
    title: string,
    detail: string,
    headers: Record<string, string> = {},
    facts: Record<string, unknown> = {},
  ) {
    super(code)
    this.status = status
    this.code = code
    this.title = title
    this.detail = detail
    this.headers = headers
    this.facts = facts
  }
}

export const unauthorised = (facts: Record<string, unknown> = {}) =>
  new Turned(
    401,
    'sign_in_needed',
    'Sign in first',
    'Send an API key as `Authorization: Bearer …`, or sign in at /v1/sessions/line. A session that ended must be started again.',
    { 'www-authenticate': 'Bearer realm="bellhop"' },
    facts,
  )

type Told = Omit<Problem, 'traceId' | 'instance'> & { headers?: Record<string, string> }

/** What a caller may know about a trouble; nothing for a bug. */
export function toldOf(trouble: unknown): Told | undefined {
  if (trouble instanceof Refusal) return refusal(trouble)
  if (trouble instanceof Turned) {
    const { status, code, title, detail, headers, facts } = trouble
    return { type: typeOf(code), title, status, detail, code, headers, ...(Object.keys(facts).length > 0 && { facts }) }
  }
  if (trouble instanceof z.ZodError) return invalid(trouble.issues.flatMap(fieldProblems))
  if (trouble instanceof InvalidInput) return invalid(trouble.errors)
  if (trouble instanceof HttpError && trouble.status < 500)
    return {
      type: 'about:blank',
      title: trouble.expose ? trouble.message : 'Bad request',
      status: trouble.status,
      detail: trouble.expose ? trouble.message : 'The request was not understood.',
    }
  return isPassing(trouble) ? away : undefined
}

/** The database is away or full for a moment: the same request is right again later. */
const away: Told = {
  type: typeOf('unavailable'),
  title: 'Not available for a moment',
  status: 503,
  detail: 'Send the same request again in a few seconds; with an Idempotency-Key it is done once.',
  code: 'unavailable',
  headers: { 'retry-after': '5' },
}

export const bug: Told = {
  type: typeOf('bug'),
  title: 'Something broke here',
  status: 500,
  detail: 'It is our fault and has been noted. Send the same request again later; name the traceId if it stays.',
  code: 'bug',
}

function refusal(no: Refusal): Told {
  const { title, detail } = refusalWords[no.code]
  const words = detail(no.facts)
  return {
    type: typeOf(no.code),
    title,
    status: refusals[no.code],
    detail: words,
    code: no.code,
    ...(Object.keys(no.facts).length > 0 && { facts: no.facts }),
    ...(no.field && { errors: [{ field: no.field, message: words }] }),
  }
}

function invalid(all: FieldProblem[]): Told {
  // one sentence a field is what a form can show
  const errors = all.filter((it, index) => all.findIndex((other) => other.field === it.field) === index)
  const named = errors.map((it) => it.field || 'the body').join(', ')
  return {
    type: typeOf('invalid_input'),
    title: 'Invalid input',
    status: 422,
    detail: `Correct and send it again: ${named}.`,
    code: 'invalid_input',
    errors,
  }
}

function typeOf(code: string): string {
  return `urn:bellhop:problem:${code}`
}
