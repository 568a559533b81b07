import { createHmac, timingSafeEqual } from 'node:crypto'
import Koa from 'koa'

// The least a webhook can do in our framework: read, verify, parse, answer. Nothing is stored.
const secret = process.env['LINE_SECRET'] ?? ''
const koa = new Koa()
koa.use(async (http) => {
  const parts: Buffer[] = []
  for await (const part of http.req) parts.push(part as Buffer)
  const raw = Buffer.concat(parts)
  const told = Buffer.from(http.get('x-line-signature'), 'base64')
  const right = createHmac('sha256', secret).update(raw).digest()
  if (told.length !== right.length || !timingSafeEqual(told, right)) return http.throw(401)
  JSON.parse(raw.toString('utf8'))
  http.status = 200
  http.body = ''
})
koa.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'))
