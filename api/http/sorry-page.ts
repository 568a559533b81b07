import { createHash } from 'node:crypto'
import type { Context } from 'koa'

type Language = 'en' | 'th' | 'ja'

const FOR_PROGRAMS = /^\/(v1|public|api|webhooks|healthz|readyz|openapi\.json)([/?]|$)/

/** Whoever came by a link in a browser, and not a program. */
export const isRead = (http: Context): boolean =>
  (http.method === 'GET' || http.method === 'HEAD') &&
  !FOR_PROGRAMS.test(http.url) &&
  http.accepts('json', 'html') === 'html'

/** The language that a browser asks for, where nothing better is known of who reads. */
export const languageAsked = (http: Context): Language => (http.acceptsLanguages('en', 'th', 'ja') || 'en') as Language

const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; padding: 24px 16px; font: 16px/1.6 system-ui, sans-serif; background: #fffaf6; color: #000 }
main { max-width: 480px; margin: 10vh auto 0; padding: 24px; border: 1px solid #fde8bd; border-radius: 20px; background: #fff }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.3; text-wrap: balance }
p { margin: 0; color: #473b30; overflow-wrap: anywhere }
p + p { margin-top: 12px; font-size: 14px }
:lang(ja) { word-break: auto-phrase }
@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } main { background: #473b30; border-color: #937058 } p { color: #fde8bd } }
`
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`

type Words = { nothing: [string, string]; busy: [string, string]; broken: [string, string]; number: string }

const words: Record<Language, Words> = {
  en: {
    nothing: ['There is nothing here', 'The link may be incomplete or too old. Open it again from the chat.'],
    busy: ['That did not work just now', 'Wait a moment, then load the page again.'],
    broken: [
      'Something broke on our side',
      'Sorry. Load the page again in a moment; if it stays like this, tell us in the chat.',
    ],
    number: 'Number of this error',
  },
  th: {
    nothing: ['ไม่มีหน้านี้ค่ะ', 'ลิงก์อาจไม่ครบหรือหมดอายุแล้ว ลองเปิดจากในแชตอีกครั้งนะคะ'],
    busy: ['ตอนนี้ยังเปิดไม่ได้ค่ะ', 'รอสักครู่แล้วโหลดหน้านี้ใหม่นะคะ'],
    broken: ['ขออภัยค่ะ ระบบขัดข้อง', 'อีกสักครู่ลองโหลดหน้านี้ใหม่นะคะ หากยังไม่ได้ แจ้งเราในแชตได้เลยค่ะ'],
    number: 'หมายเลขข้อผิดพลาด',
  },
  ja: {
    nothing: [
      'ページが見つかりません',
      'リンクが途中で切れているか、期限が切れています。チャットからもう一度お開きください。',
    ],
    busy: ['ただいま開けません', '少し待ってから、もう一度読み込んでください。'],
    broken: [
      '申し訳ございません。不具合が発生しました',
      '少し待ってから、もう一度お試しください。直らないときは、チャットでお知らせください。',
    ],
    number: 'エラー番号',
  },
}

/** A problem for eyes: the same status and the same id as the answer that a program gets. */
export function sendSorryPage(http: Context, problem: { status: number; traceId: string }): void {
  const language = languageAsked(http)
  const t = words[language]
  const [title, advice] =
    problem.status === 429 || problem.status === 503 ? t.busy : problem.status >= 500 ? t.broken : t.nothing
  const number = problem.status === 500 ? `\n<p>${t.number}: ${problem.traceId}</p>` : ''
  http.set('content-security-policy', POLICY)
  http.set('cache-control', 'no-store')
  http.vary('accept, accept-language')
  http.type = 'text/html; charset=utf-8'
  http.body = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${advice}</p>${number}
</main>
</body>
</html>
`
}
