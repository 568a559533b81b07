import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aCase, aCustomer, aDatabaseForThisFile, aRootCause, aStaff, aTenant, on } from '../../test/factories.ts'
import { signLink } from '../links.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database, { name: 'Meelike' })
const desk = await anApiServerForThisFile()

async function aTrackedCase(ago = 0) {
  const { it, cause, owner } = await on(tenant, async (ctx) => {
    const customer = await aCustomer(ctx, { channelId: tenant.channelId, name: 'Tukta Secret' })
    return {
      it: await aCase(ctx, {
        contactId: customer.contact.id,
        conversationId: customer.conversationId,
        openedAt: new Date(ctx.now.getTime() - ago),
        slots: { order_id: 'order-77134' },
      }),
      cause: await aRootCause(ctx),
      owner: await aStaff(ctx, { channelId: tenant.channelId, name: 'Nan' }),
    }
  })
  return { it, cause, owner, token: signLink({ kind: 'track', tenantId: tenant.id, subjectId: it.id }) }
}

describe('the tracking link', () => {
  test('shows how the case stands, and nothing of anybody else', async () => {
    const { it, owner, token } = await aTrackedCase(90_000)
    const key = tenant.apiKey
    await desk.call(`POST /v1/cases/${it.id}/note`, { key, body: { text: 'suspicious' } })
    await desk.call(`POST /v1/cases/${it.id}/assign`, { key, body: { staffId: owner.id } })
    const seen = await desk.call(`GET /public/v1/track/${token}`)
    expect(seen).toMatchObject({
      status: 200,
      body: {
        reference: it.reference,
        tenant: 'Meelike',
        language: 'th',
        status: 'investigating',
        dueAt: it.slaDueAt?.toISOString(),
        owner: 'Nan',
        zone: 'Asia/Bangkok',
      },
    })
    const history = seen.body['history'] as { status: string; at: string }[]
    expect(history.map((one) => one.status)).toEqual(['new', 'investigating'])
    // since the customer spoke, not since it was written down
    expect(history[0]?.at).toBe(it.openedAt.toISOString())
    for (const secret of ['suspicious', 'Tukta', 'order-77134', it.id]) expect(seen.text).not.toContain(secret)
    expect(seen.headers.get('cache-control')).toBe('no-store')
  })

  test('takes a resolved case back to work, once', async () => {
    const { it, cause, owner, token } = await aTrackedCase()
    const key = tenant.apiKey
    await desk.call(`POST /v1/cases/${it.id}/assign`, { key, body: { staffId: owner.id } })
    await desk.call(`POST /v1/cases/${it.id}/resolve`, { key, body: { rootCause: cause } })
    const resolved = await desk.call(`GET /public/v1/track/${token}`)
    expect(resolved).toMatchObject({ body: { status: 'resolved', dueAt: null } })
    const reopened = await desk.call(`POST /public/v1/track/${token}/reopen`)
    expect(reopened).toMatchObject({ status: 200, body: { status: 'investigating', resolvedAt: null } })
    expect((reopened.body['history'] as { status: string }[]).map((one) => one.status)).toEqual([
      'new',
      'investigating',
      'resolved',
      'investigating',
    ])
    expect(await desk.call(`POST /public/v1/track/${token}/reopen`)).toMatchObject({ status: 200 })
    expect(await desk.call(`GET /v1/cases/${it.id}`, { key })).toMatchObject({ body: { reopened: 1 } })
  })

  test('opens nothing when it was made up, or made for something else', async () => {
    const { it, token } = await aTrackedCase()
    const form = signLink({ kind: 'form', tenantId: tenant.id, subjectId: it.id })
    const gone = signLink({ kind: 'track', tenantId: tenant.id, subjectId: tenant.id })
    const nowhere = signLink({ kind: 'track', tenantId: it.id, subjectId: it.id })
    const old = signLink({
      kind: 'track',
      tenantId: tenant.id,
      subjectId: it.id,
      expiresAt: new Date(Date.now() - 1000),
    })
    const other = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`
    for (const wrong of ['x', 'x'.repeat(71), form, gone, nowhere, old, other, '%00'])
      for (const route of [`GET /public/v1/track/${wrong}`, `POST /public/v1/track/${wrong}/reopen`]) {
        const status = (await desk.call(route)).status
        expect(status, route).toBe(wrong === '%00' ? 422 : 404)
      }
  })

  test('of a case without a customer reopens nothing', async () => {
    const { id } = await on(tenant, (ctx) => aCase(ctx))
    const token = signLink({ kind: 'track', tenantId: tenant.id, subjectId: id })
    expect(await desk.call(`POST /public/v1/track/${token}/reopen`)).toMatchObject({ status: 403 })
  })
})
