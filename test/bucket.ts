import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Config } from '../api/config.ts'

const keys = { accessKeyId: 'an-id', secretAccessKey: 'a-secret' }
const region = 'ap-southeast-1'

/** A stand-in for S3: objects by path, and no call without the right signature (SigV4, as its documentation builds it). */
export async function aBucket() {
  const objects = new Map<string, Buffer>()
  const asked: { method: string; path: string; type: string | undefined }[] = []
  let down = false
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request)
      const path = request.url ?? '/'
      const method = request.method ?? ''
      asked.push({ method, path, type: request.headers['content-type'] })
      if (down) return response.writeHead(503).end('<Error/>')
      if (request.headers.authorization !== authorised(request)) return response.writeHead(403).end('<Error/>')
      const known = objects.get(path)
      if (method === 'PUT') objects.set(path, body)
      if (method === 'DELETE') objects.delete(path)
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      if (method === 'GET' && known && from)
        return response.writeHead(206).end(known.subarray(Number(from), Number(to) + 1))
      if (method === 'GET') return known ? response.end(known) : response.writeHead(404).end('<Error/>')
      return response.writeHead(method === 'DELETE' ? 204 : 200).end()
    })()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config: S3Config = { endpoint, region, bucket: 'desk', prefix: 'some/where', ...keys }
  return {
    config,
    objects,
    asked,
    /** From now on it answers 503, or works again. */
    down: (is: boolean) => void (down = is),
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
export type Bucket = Awaited<ReturnType<typeof aBucket>>

const hex = (text: string) => createHash('sha256').update(text).digest('hex')
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function authorised(request: IncomingMessage): string {
  const signed = /SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const at = String(request.headers['x-amz-date'])
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name])}\n`)
  const canonical = [
    request.method,
    request.url,
    '',
    headers.join(''),
    signed,
    String(request.headers['x-amz-content-sha256']),
  ].join('\n')
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`
  const key = ['s3', 'aws4_request'].reduce(
    (made, part) => mac(made, part),
    mac(mac(`AWS4${keys.secretAccessKey}`, at.slice(0, 8)), region),
  )
  const signature = mac(key, ['AWS4-HMAC-SHA256', at, scope, hex(canonical)].join('\n')).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`
}
