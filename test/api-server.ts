import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type AppNeeds, createApp } from '../api/app.ts'
import { listen } from '../api/http/listen.ts'
import { createLog } from '../api/log.ts'

export const OWN_ORIGIN = 'http://desk.test'

type Call = {
  key?: string
  cookie?: string
  /** sent as JSON, unless it is text or bytes */
  body?: unknown
  headers?: Record<string, string>
}
export type Answered = { status: number; headers: Headers; body: Record<string, unknown>; text: string }

/** The desk's HTTP side on a free port, as a caller sees it, and the lines it logged. */
export async function anApiServer(changes: Partial<AppNeeds> = {}) {
  const lines: string[] = []
  const app = createApp({
    config: {
      publicUrl: OWN_ORIGIN,
      demo: true,
      simulatorPort: 1,
      lineApiBaseUrl: 'http://127.0.0.1:1',
      trustProxy: false,
    },
    log: createLog('info', { write: (line) => void lines.push(line) }),
    checks: { pingQueue: () => Promise.resolve(), oldestWaitingMs: () => Promise.resolve(0) },
    pagesFolder: join(import.meta.dirname, 'no-pages'),
    rates: { public: plenty, signIn: plenty, wrongKey: plenty, apiKey: plenty, person: plenty },
    ...changes,
  })
  const server = await listen(app.koa.callback(), { host: '127.0.0.1', port: 0 }, app.stopping)
  const url = `http://127.0.0.1:${server.port}`

  async function call(route: string, it: Call = {}): Promise<Answered> {
    const [method = 'GET', path = '/'] = route.split(' ')
    const raw = typeof it.body === 'string' || it.body instanceof Uint8Array
    const answer = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(it.key && { authorization: `Bearer ${it.key}` }),
        ...(it.cookie && { cookie: it.cookie, origin: OWN_ORIGIN }),
        ...(it.body !== undefined && { 'content-type': 'application/json' }),
        ...it.headers,
      },
      ...(it.body !== undefined && { body: raw ? (it.body as string) : JSON.stringify(it.body) }),
    })
    const text = await answer.text()
    const json = /json/.test(answer.headers.get('content-type') ?? '')
    return {
      status: answer.status,
      headers: answer.headers,
      body: json && text ? (JSON.parse(text) as Record<string, unknown>) : {},
      text,
    }
  }
  return { app, url, call, lines, close: server.close }
}

/** One for all tests of a file; it is closed before the database that was made before it. */
export async function anApiServerForThisFile(changes?: Partial<AppNeeds>): Promise<ApiServer> {
  const server = await anApiServer(changes)
  afterAll(server.close)
  return server
}
export type ApiServer = Awaited<ReturnType<typeof anApiServer>>

const plenty = { burst: 1_000_000, perSecond: 1_000_000 }
