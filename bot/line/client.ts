import { saidName } from '../../api/said-name.ts'
import { Agent as HttpAgent, type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

export type LineAnswer = { status: number; headers: IncomingHttpHeaders; body: string }

/** The call may or may not have reached LINE: nobody can say what became of it. */
export class FateUnknown extends Error {}
/** The call certainly did not reach LINE. */
export class NotReached extends Error {}

const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 64 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 64 }),
}
const MOST_ANSWER = 1_000_000
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
])

/** One call to LINE over a kept connection: the SDK's own client has no time-out and costs twice the CPU. */
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
  const url = new URL(call.path, base)
  const secure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(
      url,
      {
        method: call.method,
        agent: secure ? agents['https:'] : agents['http:'],
        headers: {
          authorization: `Bearer ${call.token}`,
          ...(call.body && { 'content-type': 'application/json', 'content-length': String(call.body.length) }),
          ...call.headers,
        },
      },
      (response) => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size <= MOST_ANSWER) parts.push(part)
        })
        response.on('end', () => {
          clearTimeout(timer)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          })
        })
        response.on('error', fail)
      },
    )
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${call.timeoutMs} ms`)), call.timeoutMs)
    const fail = (trouble: Error & { code?: string }) => {
      clearTimeout(timer)
      // A kept connection that LINE had closed meanwhile is reset before a byte of the request was read.
      const stale = request.reusedSocket && trouble.code === 'ECONNRESET'
      reject(
        neverSent.has(trouble.code ?? '')
          ? new NotReached(trouble.message)
          : new FateUnknown(stale ? 'connection reset' : trouble.message),
      )
    }
    request.on('error', fail)
    request.end(call.body)
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
