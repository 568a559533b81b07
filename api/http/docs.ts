import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Context } from 'koa'
import { type Endpoint, endpoint } from './endpoint.ts'
import { sendFile } from './files.ts'

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
const shown = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']

/** A path is part of the button that opens it: a link inside that button would be one target too many. */
const start = `const dark = matchMedia('(prefers-color-scheme: dark)')
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', dress)
dress()
const plainPaths = ({ React }) => ({ components: { DeepLink: ({ text }) => React.createElement('span', null, text) } })
window.ui = SwaggerUIBundle({
  url: '/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null, defaultModelsExpandDepth: 0, plugins: [plainPaths],
})
`
/** What the reader's own style leaves too pale to read (WCAG AA); there is one server to choose, so nothing is chosen. */
const style = `
.swagger-ui .servers-title, .swagger-ui .servers { display: none }
.swagger-ui .wrapper { padding-inline: 16px }
.swagger-ui .opblock-tag { text-transform: capitalize }
.swagger-ui .info .title small, .swagger-ui .info .title small.version-stamp { background: #3b4151 }
.swagger-ui .info .title small pre { color: #fff }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #1d5fa8; color: #fff }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #17703f; color: #fff }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: #8a5200; color: #fff }
.swagger-ui .opblock.opblock-patch .opblock-summary-method { background: #0f6b60; color: #fff }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: #b3261e; color: #fff }
html:not(.dark-mode) .swagger-ui .info a, html:not(.dark-mode) .swagger-ui .info .url { color: #1d5fa8 }
html:not(.dark-mode) .swagger-ui .btn.authorize { border-color: #17703f; color: #17703f }
html:not(.dark-mode) .swagger-ui .btn.authorize svg { fill: #17703f }
html:not(.dark-mode) .swagger-ui .markdown code { color: #6b21a8 }
html:not(.dark-mode) .swagger-ui .parameter__in { color: #5a6068 }
.swagger-ui .microlight { overflow: hidden !important; white-space: pre-wrap; overflow-wrap: anywhere }
.swagger-ui .microlight span[style*='211, 99, 99'] { color: #ff9b9b !important }
`
const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Bellhop API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"><link rel="stylesheet" href="/docs/desk.css"><link rel="icon" href="/docs/favicon-32x32.png"></head>
<body><div id="docs"></div><noscript>This page needs JavaScript. All that it shows stands in /openapi.json too.</noscript><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
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
        if (file === 'desk.css') return text(http, 'text/css', style)
        await sendFile(http, swagger, shown.includes(file) ? file : 'none', 'public, max-age=86400')
      },
    }),
  ]
}
