import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
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

/** Sends a file of a folder, and nothing outside of it, and only kinds a page is made of. */
export async function sendFile(http: Context, folder: string, path: string, cache: string): Promise<void> {
  const root = resolve(folder)
  const asked = resolve(root, path.replace(/^\/+/, ''))
  const type = types[extname(asked)]
  if (!type || path.includes('\u0000') || !asked.startsWith(root + sep)) throw nothingHere()
  // a link out of the folder is outside too
  const [real, realRoot] = await Promise.all([realpath(asked), realpath(root)]).catch(() => [undefined, undefined])
  if (!real || !realRoot || !real.startsWith(realRoot + sep)) throw nothingHere()
  const found = await stat(real)
  if (!found.isFile()) throw nothingHere()
  http.status = 200
  http.type = type
  http.length = found.size
  http.lastModified = found.mtime
  http.set('cache-control', cache)
  http.set('etag', `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`)
  if (http.fresh) {
    http.status = 304
    return
  }
  http.body = createReadStream(real)
}
