import { existsSync } from 'node:fs'
import type { Context } from 'koa'
import { type Endpoint, endpoint } from './endpoint.ts'
import { sendFile } from './files.ts'
import { pagePolicy } from './headers.ts'
import { Turned } from './problem.ts'

const A_YEAR = 'public, max-age=31536000, immutable'
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/

/** The mini-apps as Vite built them, and the track page under its short address. */
export function pages(it: { folder: string; framedBy: readonly string[] }): Endpoint[] {
  const policy = pagePolicy(it.framedBy)

  async function send(http: Context, path: string) {
    if (!existsSync(it.folder))
      throw new Turned(
        503,
        'pages_not_built',
        'Pages are not built',
        'Run `npm run build` once; the API works without it.',
      )
    http.set('content-security-policy', policy)
    // framed by LINE or the simulator: the page is not alone in its window
    http.remove('cross-origin-opener-policy')
    await sendFile(http, it.folder, path, HASHED.test(path) ? A_YEAR : 'no-cache')
  }
  // the pages' own links are absolute: /liff/today and /liff/today/ are the same
  const page = (path: string) => (/^[a-z-]+\/?$/.test(path) ? `${path.replace('/', '')}/index.html` : path)

  return [
    endpoint('GET /liff/', {
      summary: 'The door of the mini-apps',
      tag: 'pages',
      access: 'public',
      contentType: 'text/html',
      raw: (http) => send(http, 'index.html'),
    }),
    endpoint('GET /liff/*file', {
      summary: 'A file of the mini-apps',
      tag: 'pages',
      access: 'public',
      contentType: 'text/html',
      raw: (http) => send(http, page(String((http['params'] as Record<string, unknown>)['file']))),
    }),
    endpoint('GET /t/:token', {
      summary: 'The tracking page of a case',
      tag: 'pages',
      access: 'public',
      contentType: 'text/html',
      raw: (http) => send(http, 'track/index.html'),
    }),
  ]
}
