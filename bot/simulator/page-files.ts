import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../api/root.ts'

const BUILT = pathToFileURL(join(root, 'dist', 'simulator', '/'))

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Our script and style only; pictures from anywhere a card may name; the desk's own pages in the phones' frames. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: https: http://localhost:* http://127.0.0.1:*",
  "connect-src 'self'",
  "frame-src 'self' http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Simulator</title>
<p>The simulator's page has not been built yet: run <code>npm run build</code>, then reload.</p>
<p lang="th">ยังไม่ได้สร้างหน้าซิมูเลเตอร์ค่ะ กรุณารัน <code>npm run build</code> แล้วโหลดหน้านี้ใหม่นะคะ</p>
<p lang="ja">シミュレーターの画面はまだビルドされていません。<code>npm run build</code> を実行してから再読み込みしてください。</p></html>`

/** A file of the built page; `path` is what follows /simulator. */
export async function sendPageFile(response: ServerResponse, path: string): Promise<void> {
  const name = path.replace(/^\//, '') || 'index.html'
  const isSafe = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name)
  const content = isSafe ? await readFile(new URL(name, BUILT)).catch(() => undefined) : undefined
  if (!content) return sendMissing(response, name)
  response.writeHead(200, {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  })
  response.end(content)
}

function sendMissing(response: ServerResponse, name: string) {
  const isPage = name === 'index.html'
  response.writeHead(isPage ? 503 : 404, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain',
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
  })
  response.end(isPage ? NOT_BUILT : 'Not found')
}
