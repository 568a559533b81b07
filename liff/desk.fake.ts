import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'

export type Heard = {
  method: string
  path: string
  search: URLSearchParams
  body: unknown
  headers: IncomingMessage['headers']
}
export type Said = { status?: number; body?: unknown }
type Handler = (heard: Heard) => Said

/** What a page may load: what the desk will say too. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const A_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The far side of the pages' network: serves what was built, and answers as a test tells it to. */
export async function startFakeDesk(dist: string) {
  const routes = new Map<string, Handler>()
  const heard: Heard[] = []
  const live = new Set<ServerResponse>()
  const server = createServer((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://desk')
    if (url.pathname === '/v1/today/live') {
      if (!routes.has('GET /v1/today/live')) return response.writeHead(502).end()
      live.add(response.on('close', () => live.delete(response)))
      return response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
    }
    if (url.pathname.startsWith('/files/'))
      return response.writeHead(200, { 'content-type': 'image/png' }).end(A_PICTURE)
    if (!/^\/(v1|public)\//.test(url.pathname)) return sendFile(response, url.pathname)
    const text = await textOf(request)
    const asked = {
      method: request.method ?? 'GET',
      path: url.pathname,
      search: url.searchParams,
      body: text ? JSON.parse(text) : undefined,
      headers: request.headers,
    }
    heard.push(asked)
    const { status = 200, body } = routes.get(`${asked.method} ${asked.path}`)?.(asked) ?? problem(404, 'not_found')
    response
      .writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' })
      .end(JSON.stringify(body))
  }

  function sendFile(response: ServerResponse, path: string) {
    const page = path.startsWith('/t/') ? '/liff/track/' : path
    const name = page.replace(/^\/liff\//, '').replace(/(^|\/)$/, '$1index.html')
    try {
      const content = readFileSync(join(dist, name))
      response
        .writeHead(200, {
          'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
          'content-security-policy': POLICY,
        })
        .end(content)
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end()
    }
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    on: (route: string, handler: Handler) => void routes.set(route, handler),
    forgetAll() {
      routes.clear()
      heard.length = 0
    },
    /** tells every live line that something changed */
    tell: () => live.forEach((line) => line.write('event: changed\ndata: {}\n\n')),
    watchers: () => live.size,
    cut: () => live.forEach((line) => line.destroy()),
    stop: () => new Promise((done) => server.close(done).closeAllConnections()),
  }
}

export type FakeDesk = Awaited<ReturnType<typeof startFakeDesk>>

export const problem = (status: number, code: string, more: Record<string, unknown> = {}): Said => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...more },
})
