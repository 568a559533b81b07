/** Why the desk said no, or did not say anything. `code` is one of the desk's refusals, or one of ours below. */
export type Problem = {
  /** 0 when no answer came */
  status: number
  code: string
  fields: string[]
  /** the number under which the log has it */
  id?: string
  facts: Record<string, unknown>
}

/** Problems that are found on this side of the wire. */
export type OwnCode = 'offline' | 'timeout' | 'unknown_person' | 'code_used' | 'line'

export const ownProblem = (code: OwnCode): Problem => ({ status: 0, code, fields: [], facts: {} })

/** Reads an RFC 9457 answer; anything else that came with an error status is still a problem, only a dumb one. */
export function readProblem(status: number, body: unknown): Problem {
  const it = isObject(body) ? body : {}
  const id = textOf(it['traceId'])
  return {
    status,
    code: textOf(it['code']) ?? codeOfType(textOf(it['type'])) ?? `http_${status}`,
    fields: Array.isArray(it['errors']) ? it['errors'].flatMap(fieldOf) : [],
    ...(id ? { id } : {}),
    facts: isObject(it['facts']) ? it['facts'] : {},
  }
}

/** 'urn:bellhop:problem:slot_full' names its code at the end. */
function codeOfType(type: string | undefined): string | undefined {
  return type && type !== 'about:blank' ? type.split(/[/:#]/).filter(Boolean).at(-1)?.replaceAll('-', '_') : undefined
}

const fieldOf = (error: unknown): string[] =>
  isObject(error) && typeof error['field'] === 'string' ? [error['field']] : []

const isObject = (it: unknown): it is Record<string, unknown> => typeof it === 'object' && it !== null
const textOf = (it: unknown): string | undefined => (typeof it === 'string' && it !== '' ? it : undefined)

export type SorryKey =
  | 'offline'
  | 'timeout'
  | 'unknown_person'
  | 'code_used'
  | 'sign_in'
  | 'line'
  | 'not_allowed'
  | 'not_found'
  | 'busy'
  | 'conflict'
  | 'refused'
  | 'broken'

/** Which words a problem gets. */
export function sorryFor({ status, code }: Problem): SorryKey {
  if (status === 0) return isOwn(code) ? code : 'broken'
  if (status === 401) return 'sign_in'
  if (status === 403) return 'not_allowed'
  if (status === 404 || status === 410) return 'not_found'
  if (status === 409) return 'conflict'
  if (status === 429 || status === 503) return 'busy'
  return status >= 500 ? 'broken' : 'refused'
}

const isOwn = (code: string): code is OwnCode =>
  ['offline', 'timeout', 'unknown_person', 'code_used', 'line'].includes(code)
