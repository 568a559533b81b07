import { ownProblem, type Problem, readProblem } from './problem.ts'

/** Trouble is a value: a page shows it, and nothing is thrown across it. */
export type Answer<T> = { value: T; problem?: undefined } | { problem: Problem; value?: undefined }

export type Call = {
  body?: unknown
  /** the same key for the same wish, however often it is sent */
  idempotencyKey?: string
  /** for a link that says by itself what it opens: whoever is signed in on this phone stays out of it */
  anonymous?: boolean
}

const PATIENCE_MS = 15_000

let slot: string | undefined

/** Which of the people this browser plays is asking; nobody in particular outside the simulator. */
export function setSlot(name: string | undefined) {
  slot = name
}

/** For what cannot set a header (EventSource). */
export const withSlot = (path: string): string =>
  slot ? `${path}${path.includes('?') ? '&' : '?'}slot=${encodeURIComponent(slot)}` : path

async function call<T>(
  method: 'GET' | 'POST',
  path: string,
  { body, idempotencyKey, anonymous }: Call,
): Promise<Answer<T>> {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  try {
    const response = await fetch(path, {
      method,
      credentials: anonymous ? 'omit' : 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(slot && !anonymous ? { 'x-session-slot': slot } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: patience,
    })
    const read = await readJson(response)
    if (!response.ok) return { problem: readProblem(response.status, read.json) }
    // A page that is not JSON came from somebody between us and the desk (a captive portal, a proxy).
    if (!read.isJson && response.status !== 204) return { problem: ownProblem('offline') }
    return { value: read.json as T }
  } catch {
    return { problem: ownProblem(patience.aborted ? 'timeout' : 'offline') }
  }
}

async function readJson(response: Response): Promise<{ isJson: boolean; json?: unknown }> {
  const text = await response.text()
  try {
    return { isJson: true, json: JSON.parse(text) }
  } catch {
    return { isJson: false }
  }
}

export const api = {
  get: <T>(path: string, options: Omit<Call, 'body' | 'idempotencyKey'> = {}) => call<T>('GET', path, options),
  post: <T>(path: string, options: Call = {}) => call<T>('POST', path, options),
}

/** A list of /v1. */
export type List<T> = { items: T[]; total: number }
