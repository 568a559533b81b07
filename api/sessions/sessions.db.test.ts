import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiServer, anApiServer, OWN_ORIGIN } from '../../test/api-server.ts'
import {
  aBooking,
  aBookingKind,
  aCase,
  aCustomer,
  aDatabaseForThisFile,
  aGroup,
  aLineUserId,
  aStaff,
  aTenant,
  moveClock,
  on,
  type TestTenant,
} from '../../test/factories.ts'
import { startSimulator } from '../../bot/simulator/simulator.ts'
import { claimCase } from '../cases/commands/claim-case.ts'
import { as } from '../context.ts'
import { newId } from '../ids.ts'
import { signLink } from '../links.ts'
import { post } from '../outbox/commands/post.ts'
import { usePublicUrl } from '../public-url.ts'
import { Staff } from '../staff/model.ts'

/** LINE Login and the simulator's code counter, at the other end of the network. */
async function aLine() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const other = await generateKeyPair('ES256', { extractable: true })
  const kid = 'key-1'
  const codes = new Map<string, string>()
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (request.url === '/oauth2/v2.1/certs') return response.end(JSON.stringify(jwks))
      const { code } = JSON.parse(Buffer.concat(parts).toString()) as { code: string }
      const idToken = codes.get(code)
      codes.delete(code)
      response.writeHead(idToken ? 200 : 409).end(JSON.stringify({ idToken }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  type Changes = {
    iss?: string
    aud?: string
    seconds?: number
    sub?: string
    forged?: boolean
    alg?: 'none' | 'HS256'
  }
  async function idToken(tenant: TestTenant, userId: string, it: Changes = {}) {
    const claims = new SignJWT({ name: 'Tukta' })
      .setIssuer(it.iss ?? 'https://access.line.me')
      .setSubject(it.sub ?? userId)
      .setAudience(it.aud ?? tenant.loginChannelId)
      .setIssuedAt(Math.floor(Date.now() / 1000) - 7200)
      .setExpirationTime(Math.floor(Date.now() / 1000) + (it.seconds ?? 3600))
    if (it.alg === 'HS256')
      return claims.setProtectedHeader({ alg: 'HS256', kid }).sign(new TextEncoder().encode(JSON.stringify(jwks)))
    const signed = await claims
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(it.forged ? other.privateKey : privateKey)
    if (it.alg !== 'none') return signed
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    return `${header}.${signed.split('.')[1]}.`
  }
  return { port, url: `http://127.0.0.1:${port}`, codes, idToken, close: () => server.close() }
}

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database, { name: 'Meelike' })
let line: Awaited<ReturnType<typeof aLine>>
let desk: ApiServer

beforeAll(async () => {
  line = await aLine()
  desk = await anApiServer({
    config: {
      publicUrl: OWN_ORIGIN,
      demo: true,
      simulatorPort: line.port,
      lineApiBaseUrl: line.url,
      trustProxy: false,
    },
  })
})
afterAll(async () => {
  await desk.close()
  line.close()
})

async function signIn(userId: string, of = tenant) {
  const answer = await desk.call('POST /v1/sessions/line', {
    body: { channelKey: of.channelKey, idToken: await line.idToken(of, userId) },
  })
  const cookie = answer.headers.get('set-cookie') ?? ''
  return { answer, header: cookie, cookie: cookie.split(';')[0] ?? '' }
}

describe('signing in with LINE', () => {
  test('makes a LINE user the contact they are, by an httpOnly cookie', async () => {
    const userId = aLineUserId()
    const { contact } = await on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId, userId }))
    const { answer, header, cookie } = await signIn(userId)
    expect(answer).toMatchObject({
      status: 201,
      body: {
        kind: 'contact',
        id: contact.id,
        name: 'Tukta',
        role: null,
        tenant: { name: 'Meelike', zone: 'Asia/Bangkok' },
      },
    })
    expect(header).toMatch(/^bellhop_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
    expect(await desk.call('GET /v1/session', { cookie })).toMatchObject({ status: 200, body: { id: contact.id } })
    for (const route of ['GET /v1/cases', 'GET /v1/today', 'GET /v1/contacts'])
      expect(await desk.call(route, { cookie })).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
  })

  test('over https the cookie is this very host’s: one that a neighbour or plain http could have set opens nothing', async () => {
    usePublicUrl('https://desk.test')
    try {
      const { header, cookie } = await signIn(aLineUserId())
      expect(header).toMatch(/^__Host-bellhop_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)
      expect((await desk.call('GET /v1/session', { cookie })).status).toBe(200)
      expect((await desk.call('GET /v1/session', { cookie: cookie.replace('__Host-', '') })).status).toBe(401)
    } finally {
      usePublicUrl(OWN_ORIGIN)
    }
  })

  test('makes a new LINE user a contact', async () => {
    const { answer } = await signIn(aLineUserId())
    expect(answer).toMatchObject({ status: 201, body: { kind: 'contact', name: 'Tukta' } })
  })

  test('makes a linked LINE user the member of staff', async () => {
    const staff = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId, name: 'Nan', role: 'manager' }))
    const { answer, cookie } = await signIn(staff.userId)
    expect(answer).toMatchObject({ status: 201, body: { kind: 'staff', id: staff.id, role: 'manager' } })
    const { id } = await on(tenant, (ctx) => aCase(ctx))
    expect(await desk.call(`POST /v1/cases/${id}/claim`, { cookie })).toMatchObject({
      status: 200,
      body: { owner: { name: 'Nan' }, status: 'investigating' },
    })
    expect(await desk.call(`POST /v1/cases/${id}/claim`, { cookie })).toMatchObject({ status: 200 })
  })

  test('the same person is nobody’s staff at another tenant', async () => {
    const other = await aTenant(database)
    const staff = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId, role: 'admin' }))
    expect((await signIn(staff.userId, other)).answer).toMatchObject({ body: { kind: 'contact' } })
  })

  test('a browser has one session: who signs in, wherever, leaves none behind', async () => {
    const other = await aTenant(database)
    const signInAs = async (of: TestTenant, cookie?: string) => {
      const answer = await desk.call('POST /v1/sessions/line', {
        ...(cookie && { cookie }),
        body: { channelKey: of.channelKey, idToken: await line.idToken(of, aLineUserId()) },
      })
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    }
    const works = async (cookie: string) => (await desk.call('GET /v1/session', { cookie })).status
    const [first, neighbour] = [await signInAs(tenant), await signInAs(tenant)]
    const elsewhere = await signInAs(other, first)
    expect([await works(first), await works(elsewhere)]).toEqual([401, 200])
    const back = await signInAs(other, elsewhere)
    expect([await works(elsewhere), await works(back), await works(neighbour)]).toEqual([401, 200, 200])
    // a sign-in that is refused ends nothing
    const idToken = await line.idToken(tenant, aLineUserId(), { forged: true })
    await desk.call('POST /v1/sessions/line', { cookie: back, body: { channelKey: tenant.channelKey, idToken } })
    expect(await works(back)).toBe(200)
    expect((await desk.call('DELETE /v1/session', { cookie: back, key: tenant.apiKey })).status).toBe(204)
    expect(await works(back)).toBe(401)
  })

  test.each([
    ['a forged signature', { forged: true }],
    ['no signature', { alg: 'none' }],
    ['a shared-secret signature', { alg: 'HS256' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: '1' }],
    ['an expired token', { seconds: -60 }],
    ['a subject that is no LINE user', { sub: 'admin' }],
  ] as const)('%s is refused', async (_, changes) => {
    const idToken = await line.idToken(tenant, aLineUserId(), changes)
    const refused = await desk.call('POST /v1/sessions/line', { body: { channelKey: tenant.channelKey, idToken } })
    expect(refused).toMatchObject({ status: 401, body: { code: 'id_token_refused' } })
    expect(refused.headers.get('set-cookie')).toBeNull()
  })

  test('an unknown channel is not found, and keys that cannot be had are not a refusal', async () => {
    const idToken = await line.idToken(tenant, aLineUserId())
    expect(await desk.call('POST /v1/sessions/line', { body: { channelKey: 'nobody', idToken } })).toMatchObject({
      status: 404,
    })
    const lonely = await anApiServer()
    expect(
      await lonely.call('POST /v1/sessions/line', { body: { channelKey: tenant.channelKey, idToken } }),
    ).toMatchObject({
      status: 503,
      body: { code: 'line_login_unreachable' },
    })
    await lonely.close()
  })
})

describe('the demo’s one-time code', () => {
  test('is swapped for a token that is verified like any other, once', async () => {
    line.codes.set('code-1', await line.idToken(tenant, aLineUserId()))
    line.codes.set('code-2', await line.idToken(tenant, aLineUserId(), { forged: true }))
    const swap = (code: string) =>
      desk.call('POST /v1/sessions/demo', { body: { channelKey: tenant.channelKey, code } })
    expect(await swap('code-1')).toMatchObject({ status: 201, body: { kind: 'contact' } })
    expect(await swap('code-1')).toMatchObject({ status: 401, body: { code: 'demo_code_refused' } })
    expect(await swap('code-2')).toMatchObject({ status: 401, body: { code: 'id_token_refused' } })
  })

  test('is not there outside of the demo', async () => {
    const real = await anApiServer({
      config: {
        publicUrl: 'https://desk.test',
        demo: false,
        simulatorPort: line.port,
        lineApiBaseUrl: line.url,
        trustProxy: false,
      },
    })
    expect(
      await real.call('POST /v1/sessions/demo', { body: { channelKey: tenant.channelKey, code: 'code' } }),
    ).toMatchObject({ status: 404 })
    const secure = await real.call('POST /v1/sessions/line', {
      body: { channelKey: tenant.channelKey, idToken: await line.idToken(tenant, aLineUserId()) },
    })
    expect(secure.headers.get('set-cookie')).toMatch(/; Secure$/)
    await real.close()
  })
})

describe('the simulator itself', () => {
  test('signs its people in by a one-time code', async () => {
    const userId = aLineUserId()
    const { channelKey, loginChannelId } = tenant
    const simulator = await startSimulator({
      port: 0,
      deskUrl: desk.url,
      channels: [
        {
          key: channelKey,
          tenantKey: tenant.key,
          tenantName: 'Meelike',
          secret: 's',
          token: 't',
          botName: 'Meelike',
          botUserId: aLineUserId(),
          loginChannelId,
        },
      ],
      cast: [{ channelKey, people: [{ userId, name: 'Mali', language: 'th', role: 'customer' }], groups: [] }],
      clock: () => Date.now(),
    })
    const page = await anApiServer({
      config: {
        publicUrl: OWN_ORIGIN,
        demo: true,
        simulatorPort: simulator.port,
        lineApiBaseUrl: simulator.url,
        trustProxy: false,
      },
    })
    const asked = await fetch(`${simulator.url}/simulator/api/liff-code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ channelKey, userId }),
    })
    const { code } = (await asked.json()) as { code: string }
    expect(await page.call('POST /v1/sessions/demo', { body: { channelKey, code } })).toMatchObject({
      status: 201,
      body: { kind: 'contact', name: 'Mali' },
    })
    await page.close()
    await simulator.stop()
  })
})

describe('a session', () => {
  test('ends when its owner signs out', async () => {
    const { cookie } = await signIn(aLineUserId())
    const out = await desk.call('DELETE /v1/session', { cookie })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    expect(await desk.call('GET /v1/session', { cookie })).toMatchObject({
      status: 401,
      body: { code: 'sign_in_needed' },
    })
    expect((await desk.call('DELETE /v1/session', { cookie })).status).toBe(204)
  })

  test('of another tenant is none on this tenant’s page, which is told where to sign in', async () => {
    const other = await aTenant(database)
    await database.owner.query("update channels set liff_id = '200-abc' where id = $1", [other.channelId])
    const { cookie } = await signIn(aLineUserId(), tenant)
    const ask = (channel: string, it = {}) => desk.call(`GET /v1/session?channel=${channel}`, it)
    expect((await ask(tenant.channelKey, { cookie })).status).toBe(200)
    expect(await ask(other.channelKey, { cookie })).toMatchObject({
      status: 401,
      body: { facts: { liffId: '200-abc' } },
    })
    expect(await ask(other.channelKey)).toMatchObject({ status: 401, body: { facts: { liffId: '200-abc' } } })
    expect((await ask('nobody')).status).toBe(401)
    const there = await signIn(aLineUserId(), other)
    expect(await ask(other.channelKey, { cookie: there.cookie })).toMatchObject({
      status: 200,
      body: { liffId: '200-abc' },
    })
  })

  test('ends by itself', async () => {
    const { cookie } = await signIn(aLineUserId())
    await moveClock(database, '8 days')
    expect((await desk.call('GET /v1/session', { cookie })).status).toBe(401)
    await moveClock(database, '-8 days')
  })

  test('has the powers its member of staff has now', async () => {
    const staff = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId, role: 'manager' }))
    const { cookie } = await signIn(staff.userId)
    const change = (it: Partial<Staff>) => on(tenant, (ctx) => Staff.query(ctx.trx).findById(staff.id).patch(it))
    expect((await desk.call('GET /v1/cases', { cookie })).status).toBe(200)
    await change({ role: 'partner' })
    expect(await desk.call('GET /v1/cases', { cookie })).toMatchObject({ status: 403 })
    await change({ role: 'agent', active: false })
    expect(await desk.call('GET /v1/cases', { cookie })).toMatchObject({ status: 401 })
    await change({ active: true })
    expect((await desk.call('GET /v1/cases', { cookie })).status).toBe(200)
    await database.owner.query('delete from staff_identities where staff_id = $1', [staff.id])
    expect(await desk.call('GET /v1/cases', { cookie })).toMatchObject({ status: 401 })
  })

  test('that is staff’s, or is none any more, does not stand in the way of a form link', async () => {
    const { staff, guest, kind } = await on(tenant, async (ctx) => ({
      staff: await aStaff(ctx, { channelId: tenant.channelId }),
      guest: await aCustomer(ctx, { channelId: tenant.channelId, name: 'Yuki' }),
      kind: await aBookingKind(ctx, { requiredSlots: [], itemTypes: [] }),
    }))
    const { cookie } = await signIn(staff.userId)
    const ref = signLink({ kind: 'form', tenantId: tenant.id, subjectId: guest.conversationId })
    const book = () =>
      desk.call('POST /v1/me/bookings', {
        cookie,
        headers: { 'idempotency-key': 'once' },
        body: { ref, kind: kind.key },
      })
    const booked = await book()
    expect(booked).toMatchObject({ status: 201, body: { contact: { name: 'Yuki' } } })
    expect(await book()).toMatchObject({ status: 201, body: { id: booked.body['id'] } })
    await database.owner.query('delete from staff_identities where staff_id = $1', [staff.id])
    expect(await desk.call(`GET /v1/me/booking-form?ref=${ref}`, { cookie })).toMatchObject({ status: 200 })
    expect(await desk.call('GET /v1/me/booking-form', { cookie })).toMatchObject({ status: 401 })
  })

  test('is one of several in the same browser when the page says which', async () => {
    const slot = (name: string) => ({ 'x-session-slot': name })
    const [one, two] = [aLineUserId(), aLineUserId()]
    const cookies: string[] = []
    for (const [name, userId] of [
      ['phone-1', one],
      ['phone-2', two],
    ] as const) {
      const idToken = await line.idToken(tenant, userId)
      const answer = await desk.call('POST /v1/sessions/line', {
        body: { channelKey: tenant.channelKey, idToken },
        headers: slot(name),
      })
      cookies.push(answer.headers.get('set-cookie')?.split(';')[0] ?? '')
    }
    const cookie = cookies.join('; ')
    const first = await desk.call('GET /v1/session', { cookie, headers: slot('phone-1') })
    const second = await desk.call('GET /v1/session?slot=phone-2', { cookie })
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body['id']).not.toBe(second.body['id'])
    expect((await desk.call('GET /v1/session', { cookie })).status).toBe(401)
  })

  test('changes nothing from another site', async () => {
    const staff = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId }))
    const { cookie } = await signIn(staff.userId)
    const { id } = await on(tenant, (ctx) => aCase(ctx))
    const from = (headers: Record<string, string>) =>
      desk.call(`POST /v1/cases/${id}/claim`, { headers: { cookie, ...headers } })
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }] as Record<string, string>[])
      expect(await from(headers)).toMatchObject({ status: 403, body: { code: 'cross_site' } })
    expect(await from({ origin: OWN_ORIGIN, 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 })
    expect(await from({ origin: OWN_ORIGIN, 'sec-fetch-site': 'same-site' })).toMatchObject({ status: 403 })
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200 })
  })
})

describe('two who claim', () => {
  test('one wins and the other is told who', async () => {
    const { id, nan, ton } = await on(tenant, async (ctx) => ({
      id: (await aCase(ctx)).id,
      nan: await aStaff(ctx, { channelId: tenant.channelId, name: 'Nan' }),
      ton: await aStaff(ctx, { channelId: tenant.channelId, name: 'Ton' }),
    }))
    const cookies = [(await signIn(nan.userId)).cookie, (await signIn(ton.userId)).cookie]
    const answers = await Promise.all(cookies.map((cookie) => desk.call(`POST /v1/cases/${id}/claim`, { cookie })))
    expect(answers.map((it) => it.status).sort()).toEqual([200, 409])
    const winner = answers[0]?.status === 200 ? 'Nan' : 'Ton'
    const loser = answers.find((it) => it.status === 409)
    expect(loser?.body).toMatchObject({
      code: 'case_already_claimed',
      detail: expect.stringContaining(winner) as unknown,
      facts: { ownerName: winner },
    })
  })
})

describe('what agents see', () => {
  test('follows the tenant’s choice', async () => {
    for (const [whoSeesCases, seen] of [
      ['own', 2],
      ['team', 3],
      ['all', 4],
    ] as const) {
      const it = await aTenant(database, { settings: { whoSeesCases } })
      const { me, theirs, chatOfTheirs } = await on(it, async (ctx) => {
        const channelId = it.channelId
        const me = await aStaff(ctx, { channelId, team: 'day' })
        const mate = await aStaff(ctx, { channelId, team: 'day' })
        const stranger = await aStaff(ctx, { channelId, team: 'night' })
        const { conversationId } = await aCustomer(ctx, { channelId })
        return {
          me,
          cases: [await aCase(ctx), await aCase(ctx), await aCase(ctx, { conversationId }), await aCase(ctx)],
          theirs: [me, mate, stranger],
          chatOfTheirs: conversationId,
        }
      }).then(async ({ me, cases, theirs, chatOfTheirs }) => {
        for (const [index, owner] of theirs.entries())
          await desk.call(`POST /v1/cases/${cases[index]?.id}/assign`, { key: it.apiKey, body: { staffId: owner.id } })
        return { me, theirs: cases[2]?.id, chatOfTheirs }
      })
      const { cookie } = await signIn(me.userId, it)
      expect(await desk.call('GET /v1/cases', { cookie })).toMatchObject({ body: { total: seen } })
      expect((await desk.call(`GET /v1/cases/${theirs}`, { cookie })).status).toBe(whoSeesCases === 'all' ? 200 : 404)
      expect((await desk.call(`GET /v1/activities?subject=${theirs}`, { cookie })).body['total']).toBe(
        whoSeesCases === 'all' ? 2 : 0,
      )
      expect((await desk.call('GET /v1/today', { cookie })).body['open']).toMatchObject({ critical: seen })
      // what one may not see one may not touch either
      const touched = whoSeesCases === 'all' ? 200 : 404
      for (const [act, body] of Object.entries({ note: { text: 'x' }, severity: { severity: 'low' } }))
        expect((await desk.call(`POST /v1/cases/${theirs}/${act}`, { cookie, body })).status, act).toBe(touched)
      const say = (conversationId: string) =>
        desk.call(`POST /v1/conversations/${conversationId}/messages`, { cookie, body: { text: 'x' } })
      expect((await say(chatOfTheirs)).status).toBe(whoSeesCases === 'all' ? 201 : 404)
      // nor does a claim that comes too late tell whose it is
      expect((await desk.call(`POST /v1/cases/${theirs}/claim`, { cookie })).status).toBe(
        whoSeesCases === 'all' ? 409 : 404,
      )
      expect(await desk.call('GET /v1/cases', { key: it.apiKey })).toMatchObject({ body: { total: 4 } })
    }
  })

  test('holds for what was sent, too: it is listed and sent again by whoever may see its case or chat', async () => {
    for (const whoSeesCases of ['own', 'team', 'all'] as const) {
      const it = await aTenant(database, { settings: { whoSeesCases } })
      const { me, chat, theirs, parcels } = await on(it, async (ctx) => {
        const { channelId } = it
        const me = await aStaff(ctx, { channelId, team: 'day' })
        const stranger = await aStaff(ctx, { channelId, team: 'night' })
        const chat = (await aCustomer(ctx, { channelId })).conversationId
        const quiet = (await aCustomer(ctx, { channelId })).conversationId
        const [theirs, mine] = [await aCase(ctx, { conversationId: chat }), await aCase(ctx)]
        await claimCase(as(ctx, stranger.actor), { caseId: theirs.id })
        const sent = (conversationId: string, about: { caseId?: string; bookingId?: string } = {}) =>
          post(ctx, {
            channelId,
            conversationId,
            event: 'test',
            messages: [{ type: 'text', text: 'สวัสดีค่ะ' }],
            language: 'th',
            ...about,
          })
        const parcels = {
          hidden: [
            sent(chat, { caseId: theirs.id }),
            sent(await aGroup(ctx, { channelId, purpose: 'staff' }), { caseId: theirs.id }),
            sent(chat),
          ],
          seen: [sent(quiet), sent(quiet, { caseId: mine.id }), sent(chat, { bookingId: (await aBooking(ctx)).id })],
        }
        return { me, chat, theirs, parcels }
      })
      await database.owner.query(`update outbox set state = 'dead' where id = any($1)`, [
        [...parcels.hidden, ...parcels.seen],
      ])
      const { cookie } = await signIn(me.userId, it)
      const listed = async (query: string) =>
        ((await desk.call(`GET /v1/outbox?state=dead&${query}`, { cookie })).body['items'] as { id: string }[]).map(
          ({ id }) => id,
        )
      const all = whoSeesCases === 'all'
      expect(new Set(await listed(''))).toEqual(new Set(all ? [...parcels.hidden, ...parcels.seen] : parcels.seen))
      expect(await listed(`case=${theirs.id}`)).toHaveLength(all ? 2 : 0)
      expect(await listed(`conversation=${chat}`)).toHaveLength(all ? 3 : 1)
      for (const [ids, status] of [
        [parcels.hidden, all ? 202 : 404],
        [parcels.seen, 202],
      ] as const)
        for (const id of ids)
          expect((await desk.call(`POST /v1/outbox/${id}/resend`, { cookie })).status, whoSeesCases).toBe(status)
    }
  })

  test('is what the live line names: of another’s case it tells that something changed, and no more', async () => {
    const it = await aTenant(database, { settings: { whoSeesCases: 'own' } })
    const { me, other, mine, theirs } = await on(it, async (ctx) => ({
      me: await aStaff(ctx, { channelId: it.channelId }),
      other: await aStaff(ctx, { channelId: it.channelId }),
      mine: await aCase(ctx),
      theirs: await aCase(ctx),
    }))
    const give = (id: string, staffId: string) =>
      desk.call(`POST /v1/cases/${id}/assign`, { key: it.apiKey, body: { staffId } })
    const { cookie } = await signIn(me.userId, it)
    const leave = new AbortController()
    const line = await fetch(`${desk.url}/v1/today/live`, { headers: { cookie }, signal: leave.signal })
    const reader = line.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const until = async (words: RegExp) => {
      while (!words.test(heard)) heard += (await reader?.read())?.value ?? ''
    }
    await until(/event: ready/)
    await give(theirs.id, other.id)
    await until(/event: changed/)
    await give(mine.id, me.id)
    await until(new RegExp(mine.id))
    expect(heard).not.toContain(theirs.id)
    leave.abort()
  })
})

describe('who only looks, and who is from outside', () => {
  test('touch no case and no booking, also where nothing is left to do', async () => {
    const { one, booking, people } = await on(tenant, async (ctx) => ({
      one: await aCase(ctx),
      booking: await aBooking(ctx),
      people: [
        await aStaff(ctx, { channelId: tenant.channelId, role: 'executive' }),
        await aStaff(ctx, { channelId: tenant.channelId, role: 'partner' }),
      ],
    }))
    const key = tenant.apiKey
    expect(await desk.call(`POST /v1/cases/${one.id}/not-a-case`, { key, body: { intent: 'other' } })).toMatchObject({
      status: 200,
      body: { status: 'closed' },
    })
    expect((await desk.call(`POST /v1/bookings/${booking.id}/confirm`, { key })).status).toBe(200)
    for (const { userId } of people) {
      const { cookie } = await signIn(userId)
      const ofCase = desk.app.endpoints.filter(({ method, path }) => method !== 'GET' && path.includes(':caseId/'))
      const ofBooking = desk.app.endpoints.filter(
        ({ method, path }) => method !== 'GET' && path.includes(':bookingId/'),
      )
      expect([ofCase.length, ofBooking.length].every((found) => found > 8)).toBe(true)
      for (const { method, path } of [...ofCase, ...ofBooking]) {
        const at = path.replace(':caseId', one.id).replace(':bookingId', booking.id).replace(':order', '1')
        const body = bodies[path] ?? bodies[path.split('/').at(-1) ?? '']
        expect(await desk.call(`${method} ${at}`, { cookie, ...(body && { body }) }), path).toMatchObject({
          status: 403,
          body: { code: 'not_allowed' },
        })
      }
    }
  })

  const bodies: Record<string, object> = {
    assign: { staffId: newId() },
    '/v1/bookings/:bookingId/move': { to: 'qualified' },
    move: { to: 'fixing' },
    note: { text: 'x' },
    resolve: { rootCause: 'x' },
    ask: { text: 'x' },
    type: { type: 'x' },
    severity: { severity: 'low' },
    provider: { provider: null },
    orders: { order: '1' },
    escalate: {},
    'not-a-case': { intent: 'other' },
    'not-a-booking': { intent: 'other' },
    decline: { why: 'x' },
    cancel: { why: 'x' },
    propose: { date: '2099-01-01' },
  }
})
