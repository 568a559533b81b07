import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import type { S3Config } from '../config.ts'
import type { Storage } from './storage.ts'

const PATIENCE_MS = 60_000

/** A bucket of S3, or of anything that speaks it (MinIO, R2, Spaces…): path-style addresses, which all of them take. */
export function s3Storage(it: S3Config): Storage {
  // what fails is tried again by whoever copies, minutes later too: the client's own tries would only hide it
  const client = new AwsClient({
    accessKeyId: it.accessKeyId,
    secretAccessKey: it.secretAccessKey,
    service: 's3',
    region: it.region,
    retries: 0,
  })

  type Sent = { body?: Buffer; headers?: Record<string, string> }

  async function call(method: string, key: string, { body, headers = {} }: Sent = {}): Promise<Response> {
    const path = [it.bucket, ...it.prefix.split('/'), ...key.split('/')].filter(Boolean).map(encodeURIComponent)
    const answer = await client.fetch(`${it.endpoint}/${path.join('/')}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers,
      ...(body && { body: new Uint8Array(body) }),
    })
    if (answer.ok || answer.status === 404) return answer
    // the body may name keys and buckets: the status is enough to look it up
    await answer.body?.cancel()
    throw new Error(`The storage answered ${answer.status} to ${method}`)
  }

  return {
    async put(key, bytes, contentType) {
      const answer = await call('PUT', key, { body: bytes, headers: { 'content-type': contentType } })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error('The storage has no such bucket')
    },
    async get(key, part) {
      const answer = await call('GET', key, part && { headers: { range: `bytes=${part.from}-${part.to}` } })
      if (part && answer.status === 200) {
        await answer.body?.cancel()
        throw new Error('The storage does not give a part of a file')
      }
      if (answer.ok && answer.body) return Readable.fromWeb(answer.body as ReadableStream)
      await answer.body?.cancel()
      return undefined
    },
    async remove(key) {
      const answer = await call('DELETE', key)
      await answer.body?.cancel()
    },
  }
}
