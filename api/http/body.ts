import type { IncomingMessage } from 'node:http'
import type { Context } from 'koa'
import { InvalidInput, Turned } from './problem.ts'

const MAX_BYTES = 1_000_000

/** So much more than is taken is read and thrown away: who is cut off in the middle of a body reads a broken pipe, and never why. */
const THROWN_AWAY = 8_000_000

/** The bytes as they came: signatures are made over them. More than a megabyte is refused without keeping it. */
export function readBody(request: IncomingMessage, most = MAX_BYTES): Promise<Buffer> {
  return new Promise((done, failed) => {
    const tooLarge = () =>
      new Turned(413, 'body_too_large', 'Too large', `A body may have ${most} bytes at most.`, { connection: 'close' })
    if (Number(request.headers['content-length'] ?? 0) > most + THROWN_AWAY) return failed(tooLarge())
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= most) parts.push(part)
      else parts.length = 0
      if (size > most + THROWN_AWAY) failed(tooLarge())
    })
    // however it broke off, it is the caller's end: nothing here is away
    const cutOff = () => failed(new Turned(400, 'body_cut_off', 'Cut off', 'The body ended before it was complete.'))
    request.on('end', () => (size > most ? failed(tooLarge()) : done(Buffer.concat(parts))))
    request.on('error', cutOff)
    request.on('close', () => {
      if (!request.complete) cutOff()
    })
  })
}

/** The JSON of a request; undefined when there is no body. */
export async function readJson(http: Context): Promise<{ raw: Buffer; json: unknown }> {
  const raw = await readBody(http.req)
  if (raw.length === 0) return { raw, json: undefined }
  if (!http.is('application/json', 'application/*+json'))
    throw new Turned(415, 'json_needed', 'Send JSON', 'Send the body as `Content-Type: application/json`.')
  return { raw, json: parsed(textOf(http, raw)) }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The words of a body as they were written: none that would be kept as question marks, and nothing packed. A mark of order before them is none of them. */
function textOf(http: Context, raw: Buffer): string {
  if (!['', 'identity'].includes(http.get('content-encoding').trim().toLowerCase()))
    throw new Turned(415, 'encoding_not_taken', 'Send it as it is', 'Send the body without a Content-Encoding.')
  try {
    return utf8.decode(raw)
  } catch {
    throw new Turned(400, 'not_utf8', 'Not UTF-8', 'The body is not UTF-8. Save or send it in that encoding.')
  }
}

/** JSON lines; a JSON array will do, too. The first line that is no JSON is named. */
export async function readLines(http: Context, most: number): Promise<{ raw: Buffer; json: unknown }> {
  const raw = await readBody(http.req, most)
  if (raw.length === 0) return { raw, json: undefined }
  const text = textOf(http, raw)
  if (http.is('application/json')) return { raw, json: parsed(text) }
  if (!http.is('application/x-ndjson', 'application/jsonl', 'text/plain'))
    throw new Turned(
      415,
      'lines_needed',
      'Send lines',
      'Send one JSON object a line, as `Content-Type: application/x-ndjson`.',
    )
  const json: unknown[] = []
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const field = `line ${index + 1}`
    try {
      json.push(JSON.parse(line))
    } catch {
      throw new InvalidInput([{ field, message: 'Is not JSON' }])
    }
    mustBeShallow(field, json.at(-1))
  })
  if (HOLDS_UNWRITABLE.test(text)) mustBeWritable(json)
  return { raw, json }
}

function parsed(text: string): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Turned(
      400,
      'json_malformed',
      'Malformed JSON',
      'The body is not JSON. Check commas, quotes and brackets.',
    )
  }
  if (isNested(json)) for (const [field, value] of Object.entries(json)) mustBeShallow(field, value)
  if (HOLDS_UNWRITABLE.test(text)) mustBeWritable(json)
  return json
}

/** What reads or writes a value goes down into it, each level upon the last: a megabyte of brackets would leave it no room to stand. */
const MOST_DEEP = 64

function mustBeShallow(field: string, value: unknown): void {
  let level = [value].filter(isNested)
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MOST_DEEP)
      throw new InvalidInput([{ field, message: `Is nested too deep: ${MOST_DEEP} levels at most` }])
    level = level.flatMap((it) => Object.values(it)).filter(isNested)
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null

/** JSON can say these in no other way: a bare NUL is no JSON, and UTF-8 has no halves. */
const HOLDS_UNWRITABLE = /\\u(?:0000|d[89a-f])/i

/** Postgres keeps neither NUL nor half a surrogate pair; a person cannot type one. */
export function mustBeWritable(value: unknown): void {
  const open: [string, unknown][] = [['', value]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [field, it] = next
    if (typeof it === 'string' && (it.includes('\u0000') || !it.isWellFormed()))
      throw new InvalidInput([
        { field, message: 'Holds a character that cannot be kept (NUL or half a surrogate pair)' },
      ])
    if (it && typeof it === 'object')
      for (const [name, inner] of Object.entries(it)) {
        const path = field ? `${field}.${name}` : name
        open.push([path, inner], [path, name])
      }
  }
}
