import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Context } from 'koa'
import { nothingHere } from './errors.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** What is written in words gets four times smaller; pictures and fonts are small already. */
const inWords = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest'])

/** Sends a file of a folder, and nothing outside of it, and only kinds a page is made of. */
export async function sendFile(http: Context, folder: string, path: string, cache: string): Promise<void> {
  const root = resolve(folder)
  const asked = resolve(root, path.replace(/^\/+/, ''))
  const kind = extname(asked)
  const type = types[kind]
  if (!type || path.includes('\u0000') || !asked.startsWith(root + sep)) throw nothingHere()
  // a link out of the folder is outside too
  const [real, realRoot] = await Promise.all([realpath(asked), realpath(root)]).catch(() => [undefined, undefined])
  if (!real || !realRoot || !real.startsWith(realRoot + sep)) throw nothingHere()
  const found = await stat(real)
  if (!found.isFile()) throw nothingHere()
  http.status = 200
  http.type = type
  http.lastModified = found.mtime
  http.set('cache-control', cache)
  http.vary('accept-encoding')
  http.set('etag', `W/"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`)
  if (http.fresh) {
    http.status = 304
    return
  }
  if (!inWords.has(kind) || http.acceptsEncodings('gzip', 'identity') !== 'gzip') {
    http.length = found.size
    http.body = createReadStream(real)
    return
  }
  http.set('content-encoding', 'gzip')
  // a file that cannot be read ends the stream, and that the answer
  http.body = pipeline(createReadStream(real), createGzip(), () => undefined)
}
