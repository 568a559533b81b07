import type { Context, Middleware, Next } from 'koa'

/** What every answer forbids the browser, however the answer came about. */
export const guardBrowsers = (it: { https: boolean }): Middleware => {
  const forbidden = Object.entries({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...(it.https && { 'strict-transport-security': 'max-age=31536000' }),
  })
  return function guard(http: Context, next: Next) {
    for (const [name, value] of forbidden) http.res.setHeader(name, value)
    return next()
  }
}

/** What a page of ours may load and who may frame it: LINE's app, and in the demo the simulator beside us. */
export const pagePolicy = (framedBy: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self' https://static.line-scdn.net",
    "connect-src 'self' https://api.line.me https://static.line-scdn.net https://liffsdk.line-scdn.net",
    "img-src 'self' data: https://profile.line-scdn.net",
    "style-src 'self'",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${["'self'", 'https://liff.line.me', 'https://*.line.me', ...framedBy].join(' ')}`,
  ].join('; ')
