import { z } from 'zod'
import type { Access, Endpoint } from './endpoint.ts'
import { Problem } from './problem.ts'
import { sessionCookie } from './visitor.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of the endpoints, from the very schemas that check their requests. */
export function openApiOf(list: readonly Endpoint[], publicUrl: string): Json {
  const schemas: Json = {}
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
    const { $defs, $schema: _, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
    for (const [id, definition] of Object.entries($defs ?? {})) schemas[id] = hoisted(definition)
    if (typeof root['id'] === 'string') {
      const { id, ...definition } = root as Json & { id: string }
      schemas[id] = hoisted(definition)
      return { $ref: `#/components/schemas/${id}` }
    }
    return hoisted(root) as Json
  }
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
  })
  const paths: Record<string, Json> = {}
  for (const it of list) {
    const path = pathOf(it)
    paths[path] = { ...paths[path], [it.method.toLowerCase()]: operationOf(it, schemaOf, problem) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bellhop',
      version: '1',
      description:
        'The headless API of the desk. Errors are RFC 9457 problem+json. A POST with `Idempotency-Key` is done once, however often it is sent. Lists take `page`, `page_size`, `search` and `sort`.',
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(list.map((it) => it.about.tag))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of the tenant; `X-API-Key` works too.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie(publicUrl),
          description: 'Set by /v1/sessions/line.',
        },
      },
    },
  }
}

const credentials: Record<Access, Json[]> = {
  public: [],
  guest: [{ apiKey: [] }, { session: [] }, {}],
  linked: [{ session: [] }, {}],
  contact: [{ session: [] }],
  staff: [{ apiKey: [] }, { session: [] }],
  anyone: [{ apiKey: [] }, { session: [] }],
}

/** `/v1/cases/:caseId` as OpenAPI writes it. */
export const pathOf = (it: { path: string }): string => it.path.replaceAll(/[:*](\w+)/g, '{$1}')

const hoisted = (it: unknown): unknown =>
  JSON.parse(JSON.stringify(it).replaceAll('"#/$defs/', '"#/components/schemas/'))

function operationOf(
  { method, path, about: it }: Endpoint,
  schemaOf: (schema: z.ZodType, io: 'input' | 'output') => Json,
  problem: (description: string) => Json,
): Json {
  const status = it.status ?? (it.answer || it.contentType ? 200 : 204)
  const content = it.answer
    ? { 'application/json': { schema: schemaOf(it.answer, 'output') } }
    : it.contentType && { [it.contentType]: { schema: { type: 'string' } } }
  const responses: Json = {
    [status]: { description: it.summary, ...(content && { content }) },
    ...Object.fromEntries(Object.entries(it.also ?? {}).map(([code, description]) => [code, problem(description)])),
    default: problem('A problem'),
  }
  return {
    operationId: operationId(method, path),
    summary: it.summary,
    ...(it.description && { description: it.description }),
    tags: [it.tag],
    security: credentials[it.access],
    parameters: parametersOf(path, it, schemaOf, method),
    ...(it.body && {
      requestBody: {
        required: true,
        content: {
          ...(it.lines && { 'application/x-ndjson': { schema: { type: 'string' } } }),
          'application/json': { schema: schemaOf(it.body, 'input') },
        },
      },
    }),
    responses,
  }
}

const operationId = (method: string, path: string): string =>
  `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase())}`

function parametersOf(
  path: string,
  it: Endpoint['about'],
  schemaOf: (schema: z.ZodType, io: 'input' | 'output') => Json,
  method: string,
): Json[] {
  const known = it.params ? propertiesOf(schemaOf(it.params, 'input')) : {}
  const inPath = [...path.matchAll(/[:*](\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: known[name] ?? { type: 'string' },
  }))
  const query = it.query ? schemaOf(it.query, 'input') : {}
  const required = new Set(Array.isArray(query['required']) ? query['required'] : [])
  const inQuery = Object.entries(propertiesOf(query)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema,
  }))
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }
  return [...inPath, ...inQuery, ...(method === 'POST' && it.tag !== 'desk' ? [key] : [])]
}

const propertiesOf = (schema: Json): Record<string, Json> => (schema['properties'] ?? {}) as Record<string, Json>
