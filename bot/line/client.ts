import { saidName } from '../../api/said-name.ts'
import type { IncomingHttpHeaders } from 'node:http'
import { Agent, type Dispatcher } from 'undici'

export type LineAnswer = { status: number; headers: IncomingHttpHeaders; body: string }

/** The call may or may not have reached LINE: nobody can say what became of it. */
export class FateUnknown extends Error {}
/** The call certainly did not reach LINE. */
export class NotReached extends Error {}

const agent = new Agent({ connections: 64 })
const MOST_ANSWER = 1_000_000

/** One call to LINE over a kept connection: the SDK's own client has no time-out and costs more than twice the CPU. */
export function callLine(
  base: string,
  call: {
    method: 'GET' | 'POST' | 'PUT' | 'DELETE'
    path: string
    token: string
    body?: Buffer
    headers?: Record<string, string>
    timeoutMs: number
  },
): Promise<LineAnswer> {
  const { origin } = new URL(base)
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    let status = 0
    let headers: IncomingHttpHeaders = {}
    // before this not a byte of it has left
    let begun: Dispatcher.DispatchController | undefined
    const timer = setTimeout(() => fail(new Error(`no answer within ${call.timeoutMs} ms`)), call.timeoutMs)
    let isOver = false
    function fail(trouble: Error & { code?: string }) {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      if (trouble.code === 'UND_ERR_INVALID_ARG') return reject(trouble)
      reject(begun ? new FateUnknown(trouble.message) : new NotReached(trouble.message))
      begun?.abort(trouble)
    }
    agent.dispatch(
      {
        origin,
        path: call.path,
        method: call.method,
        headers: {
          authorization: `Bearer ${call.token}`,
          ...(call.body && { 'content-type': 'application/json' }),
          ...call.headers,
        },
        body: call.body ?? null,
        // the time is up for all of it, however it is spent
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      {
        onRequestStart(controller) {
          // whoever asked has gone
          if (isOver) return controller.abort(new Error('too late'))
          begun = controller
        },
        onResponseStart(_, code, said) {
          status = code
          headers = said
        },
        onResponseData(_, part) {
          size += part.length
          if (size <= MOST_ANSWER) parts.push(part)
        },
        onResponseEnd() {
          isOver = true
          clearTimeout(timer)
          resolve({ status, headers, body: Buffer.concat(parts).toString('utf8') })
        },
        onResponseError: (_, trouble) => fail(trouble),
      },
    )
  })
}

/** What LINE calls the person; nothing when it will not say (blocked, unknown) or takes too long. */
export async function lineProfile(
  base: string,
  token: string,
  userId: string,
): Promise<{ name: string; language: string | undefined } | undefined> {
  // ids go into the path: only LINE's own form may
  if (!/^U[0-9a-f]{32}$/.test(userId)) return undefined
  try {
    const answer = await callLine(base, { method: 'GET', path: `/v2/bot/profile/${userId}`, token, timeoutMs: 1_500 })
    if (answer.status !== 200) return undefined
    const said = JSON.parse(answer.body) as { displayName?: unknown; language?: unknown }
    const name = saidName(said.displayName)
    return name === undefined
      ? undefined
      : { name, language: typeof said.language === 'string' ? said.language : undefined }
  } catch {
    // a name is a courtesy: without it the card says "LINE customer"
    return undefined
  }
}
