import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Channel } from '../../api/channels/queries.ts'
import type { Parcel } from '../../api/outbox/schema.ts'
import { lookAtLine, probeLine } from '../line/look.ts'
import { putLineMenus } from '../line/rich-menu.ts'
import { sendOnLine } from '../line/send.ts'
import { PlatformGarbled, PlatformRefused } from '../rich-menu/menu.ts'
import {
  approvalOf,
  askApproval,
  createContent,
  createMessage,
  messageStatus,
  messagesTo,
  sendersOf,
} from '../whatsapp/client.ts'
import { skeletonOf } from '../whatsapp/contents.ts'
import { lookAtTwilio, probeTwilio } from '../whatsapp/look.ts'

const bodies = ['{}', '', 'null', '[]', '"ok"', '{"sid": 5, "status": []}', '{"userId": "U12', '<html>Sign in</html>']
const sid = `AC${'3'.repeat(32)}`
const channel = (kind: 'line' | 'whatsapp') =>
  ({
    id: 'c',
    kind,
    key: 'k',
    token: kind === 'line' ? 't0ken' : sid,
    secret: 's3cret',
    externalId: 'whatsapp:+15550001001',
  }) as Channel

describe.each(bodies)('a platform whose every answer is 200 with %j', (body) => {
  let base = ''
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json' }).end(body)
  })
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((closed) => server.close(closed).closeAllConnections()))

  const at = (kind: 'line' | 'whatsapp') => ({
    channel: channel(kind),
    webhookUrl: 'https://desk.example/hook',
    takeOver: false,
    inGroup: false,
  })

  it('the check names it, and a probe says nothing about the credentials', async () => {
    const findings = (platform: string) => ({
      findings: [{ code: 'platform_garbled', state: 'fix', facts: { platform } }],
    })
    expect(await lookAtLine(base, at('line'))).toEqual(findings('LINE'))
    expect(await lookAtTwilio(base, at('whatsapp'))).toEqual(findings('Twilio'))
    expect([await probeLine(base, channel('line')), await probeTwilio(base, channel('whatsapp'))]).toEqual([
      'unreachable',
      'unreachable',
    ])
  })

  it('no call of Twilio takes it for an answer', async () => {
    const it = channel('whatsapp')
    const asked = await Promise.all([
      createMessage(base, it, { to: '+66810000001', request: { body: 'x' }, statusCallback: 'https://desk.example' }),
      messagesTo(base, it, '+66810000001'),
      messageStatus(base, it, 'SM1'),
      createContent(base, it, skeletonOf({ kind: 'buttons', count: 2 }, 'th')),
      askApproval(base, it, { contentSid: 'HX1', name: 'n', category: 'UTILITY' }),
      approvalOf(base, it, 'HX1'),
      sendersOf(base, it),
    ])
    // an empty list is a list
    const states = asked.filter((one) => !(one.state === 'done' && Array.isArray(one.value) && !one.value.length))
    expect(new Set(states.map((one) => one.state))).toEqual(new Set(['garbled']))
    expect(JSON.stringify(asked)).not.toMatch(/s3cret|html|Sign in/)
  })

  it('the menu is refused in the platform’s name', async () => {
    const trouble = await putLineMenus({ api: base, data: base }, channel('line'), []).catch((it: unknown) => it)
    expect(trouble).toBeInstanceOf(PlatformGarbled)
    expect(trouble).not.toBeInstanceOf(PlatformRefused)
  })

  it('a push that met somebody’s page is tried again under its key; another 200 is LINE’s yes', async () => {
    const parcel = { id: 'p', attempts: 0, retryKey: 'r', sentAs: null } as unknown as Parcel
    const address = { base, token: 't0ken', to: 'U1', kind: 'direct', recipients: 1 } as const
    expect(await sendOnLine(parcel, Buffer.from('{}'), 'push', address, async () => {})).toMatchObject(
      body.startsWith('<') ? { state: 'again', sentAs: 'push' } : { state: 'sent' },
    )
  })
})
