import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Context } from 'koa'
import { type Endpoint, endpoint } from './endpoint.ts'
import { sendFile } from './files.ts'

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
const shown = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']

const start = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null })\n`
const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Bellhop API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"><link rel="icon" href="/docs/favicon-32x32.png"></head>
<body><div id="docs"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>
`

/** The document and its reader; the reader's script stands in a file of its own, so that the page allows no inline script. */
export function docs(document: () => object): Endpoint[] {
  const about = { tag: 'desk', access: 'public' } as const
  const text = (http: Context, type: string, body: string) => {
    http.set('content-security-policy', POLICY)
    http.type = type
    http.body = body
    return Promise.resolve()
  }
  return [
    endpoint('GET /openapi.json', {
      ...about,
      summary: 'This document',
      contentType: 'application/json',
      raw: (http) => text(http, 'application/json', JSON.stringify(document())),
    }),
    endpoint('GET /docs', {
      ...about,
      summary: 'This document, to read',
      contentType: 'text/html',
      raw: (http) => text(http, 'text/html', html),
    }),
    endpoint('GET /docs/:file', {
      ...about,
      summary: 'A file of the reader',
      contentType: 'text/html',
      raw: async (http) => {
        const file = String((http['params'] as Record<string, unknown>)['file'])
        if (file === 'start.js') return text(http, 'text/javascript', start)
        await sendFile(http, swagger, shown.includes(file) ? file : 'none', 'public, max-age=86400')
      },
    }),
  ]
}
