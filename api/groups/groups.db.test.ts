import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import {
  aCase,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  aGroup,
  aLineUserId,
  anApiKey,
  aStaff,
  aTenant,
  on,
  type TestTenant,
} from '../../test/factories.ts'
import type { StaffRole } from '../context.ts'
import { leaveGroup } from './commands/leave-group.ts'
import { membersJoined, membersLeft, sawMember, tellOnceOf } from './commands/members.ts'
import { whoInGroup } from './queries.ts'
import { notifyCustomer, notifyStaff } from '../notifications/commands.ts'
import { putOrganisation } from '../organisations/commands.ts'
import { OutboxRow } from '../outbox/model.ts'
import { startSession } from '../sessions/commands.ts'
import { postedIn } from '../outbox/commands/post.ts'
import type { Notice } from '../outbox/schema.ts'
import { putProvider } from '../providers/commands.ts'
import { Contact } from '../contacts/model.ts'

const database = await aDatabaseForThisFile()
const desk = await anApiServerForThisFile()

const post = (tenant: TestTenant, path: string, body: object, key = tenant.apiKey) =>
  desk.call(`POST /v1/groups/${path}`, { key, body })

describe('over the API', () => {
  test('a lead says whose a group is and what goes there; the group is told; nobody else may', async () => {
    const tenant = await aTenant(database)
    const { groupId, organisationId, providerId } = await on(tenant, async (ctx) => {
      await aCaseType(ctx, { key: 'topup', category: 'payment' })
      return {
        groupId: await aGroup(ctx, { channelId: tenant.channelId, name: 'Prime x Siam Orbit' }),
        organisationId: await putOrganisation(ctx, { key: 'orbit', name: 'Siam Orbit', names: { th: 'สยามออร์บิท' } }),
        providerId: await putProvider(ctx, { key: 'reef', name: 'Reef', type: 'course' }),
      }
    })
    expect(await post(tenant, `${groupId}/purpose`, { purpose: 'vip', organisationId })).toMatchObject({
      status: 200,
      body: { purpose: 'vip', organisation: { id: organisationId, name: 'สยามออร์บิท' }, contact: null, botIsIn: true },
    })
    const [told] = await on(tenant, (ctx) => OutboxRow.query(ctx.trx).where('conversation_id', groupId))
    expect(told?.messages).toMatchObject([{ type: 'notice', event: 'group.purpose_set', audience: 'group' }])
    const routes = [{ category: 'payment', severity: 'critical' }, { caseType: 'topup' }]
    expect((await post(tenant, `${groupId}/routes`, { routes })).body['routes']).toMatchObject(routes)
    expect((await post(tenant, `${groupId}/purpose`, { purpose: 'staff' })).body['routes']).toEqual([])
    expect((await post(tenant, `${groupId}/routes`, { routes })).body['routes']).toHaveLength(2)
    expect((await post(tenant, `${groupId}/routes`, { routes: [] })).body['routes']).toEqual([])
    expect(await post(tenant, `${groupId}/purpose`, { purpose: 'partner', providerId })).toMatchObject({
      body: { provider: { name: 'Reef' }, organisation: null },
    })
    expect((await desk.call('GET /v1/groups?purpose=partner&search=orbit', { key: tenant.apiKey })).body).toMatchObject(
      {
        total: 1,
        items: [{ id: groupId, name: 'Prime x Siam Orbit' }],
      },
    )
    for (const role of ['agent', 'executive', 'partner', 'operations'] as StaffRole[]) {
      const key = await anApiKey(database, { tenantId: tenant.id, role })
      expect((await post(tenant, `${groupId}/purpose`, { purpose: 'staff' }, key)).status, role).toBe(403)
      expect((await post(tenant, `${groupId}/routes`, { routes: [] }, key)).status, role).toBe(403)
      expect((await desk.call('GET /v1/groups', { key })).status, role).toBe(role === 'partner' ? 403 : 200)
    }
    expect((await desk.call(`GET /v1/groups/${groupId}`, { key: tenant.apiKey })).body).toMatchObject({
      purpose: 'partner',
      can: ['purpose', 'routes'],
    })
  })

  test('two leads who set the same group up: the second reads what stands there, also where one says its purpose and the other its routes', async () => {
    const tenant = await aTenant(database)
    const groupId = await on(tenant, (ctx) => aGroup(ctx, { channelId: tenant.channelId }))
    const as = (path: string, body: object, etag: string) =>
      desk.call(`POST /v1/groups/${groupId}/${path}`, { key: tenant.apiKey, body, headers: { 'if-match': etag } })
    const look = () => desk.call(`GET /v1/groups/${groupId}`, { key: tenant.apiKey })
    const seen = await look()
    const etag = seen.headers.get('etag') ?? ''
    expect(seen.body['etag']).toBe(etag)
    const both = await Promise.all(
      ['critical', 'high'].map((severity) => as('routes', { routes: [{ severity }] }, etag)),
    )
    expect(both.map((it) => it.status).toSorted()).toEqual([200, 412])
    const [won, lost] = both.toSorted((a, b) => a.status - b.status)
    expect(lost?.body).toMatchObject({ code: 'changed_meanwhile', facts: { now: { routes: won?.body['routes'] } } })
    const now = won?.headers.get('etag') ?? ''
    const mixed = await Promise.all([as('routes', { routes: [] }, now), as('purpose', { purpose: 'ignore' }, now)])
    expect(mixed.map((it) => it.status).toSorted()).toEqual([200, 412])
    // who came in since is nobody's change
    const before = (await look()).headers.get('etag')
    await on(tenant, (ctx) =>
      membersJoined(ctx, { conversationId: groupId, members: [{ externalId: aLineUserId() }], at: ctx.now }),
    )
    expect((await look()).headers.get('etag')).toBe(before)
    expect((await post(tenant, `${groupId}/routes`, { routes: [] })).status).toBe(200)
  })

  test.each([
    [{ purpose: 'partner' }, 'providerId'],
    [{ purpose: 'staff', providerId: aUuid(1) }, 'providerId'],
    [{ purpose: 'staff', contactId: aUuid(1) }, 'contactId'],
    [{ purpose: 'vip', contactId: aUuid(1), organisationId: aUuid(2) }, 'organisationId'],
    [{ purpose: 'vip', contactId: aUuid(1) }, 'contactId'],
    [{ purpose: 'vip', organisationId: aUuid(1) }, 'organisationId'],
    [{ purpose: 'partner', providerId: aUuid(1) }, 'providerId'],
    [{ purpose: 'everything' }, 'purpose'],
  ])('%j names what is wrong: %s', async (body, field) => {
    const tenant = await aTenant(database)
    const groupId = await on(tenant, (ctx) => aGroup(ctx, { channelId: tenant.channelId }))
    const answer = await post(tenant, `${groupId}/purpose`, body)
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain(`"${field}"`)
  })

  test('a route that names nothing, or what is not there, is refused with its place; a chat is no group', async () => {
    const tenant = await aTenant(database)
    const { groupId, chat } = await on(tenant, async (ctx) => {
      await aCaseType(ctx, { key: 'topup' })
      const { conversationId } = await aCustomer(ctx, { channelId: tenant.channelId })
      return { groupId: await aGroup(ctx, { channelId: tenant.channelId, purpose: 'staff' }), chat: conversationId }
    })
    const wrong = await post(tenant, `${groupId}/routes`, {
      routes: [{ caseType: 'topup' }, { caseType: 'tpoup', provider: 'x' }],
    })
    expect(wrong.status).toBe(422)
    expect(JSON.stringify(wrong.body)).toContain('routes.1.caseType')
    expect(JSON.stringify(wrong.body)).toContain('routes.1.provider')
    expect((await post(tenant, `${groupId}/routes`, { routes: [{}] })).status).toBe(422)
    expect((await post(tenant, `${groupId}/routes`, { routes: Array(101).fill({ severity: 'low' }) })).status).toBe(422)
    for (const path of [`${chat}/purpose`, `${chat}/routes`])
      expect((await post(tenant, path, path.endsWith('routes') ? { routes: [] } : { purpose: 'vip' })).status).toBe(404)
    expect((await post(tenant, `${chat}/purpose`, { purpose: 'leave' })).status).toBe(404)
  })

  test('from a page staff write where the matter was raised, and nowhere else; a key does not write to people', async () => {
    const tenant = await aTenant(database)
    const all = await on(tenant, async (ctx) => {
      const staff = await aStaff(ctx, { channelId: tenant.channelId })
      const her = await aCustomer(ctx, { channelId: tenant.channelId })
      const vip = await aGroup(ctx, { channelId: tenant.channelId, purpose: 'vip' })
      const one = await aCase(ctx, { contactId: her.contact.id, conversationId: vip })
      const { token } = await startSession(ctx, { channelId: tenant.channelId, externalId: staff.userId })
      const own = await aGroup(ctx, { channelId: tenant.channelId, purpose: 'staff' })
      return { vip, own, chat: her.conversationId, caseId: one.id, cookie: `bellhop_session=${token}` }
    })
    const write = (where: string, body: object, as: { key: string } | { cookie: string } = { cookie: all.cookie }) =>
      desk.call(`POST /v1/conversations/${where}/messages`, { ...as, body })
    expect(await write(all.vip, { text: 'On its way', caseId: all.caseId })).toMatchObject({ status: 201 })
    const sent = await on(tenant, (ctx) => OutboxRow.query(ctx.trx).where('event', 'staff.answered'))
    expect(sent).toMatchObject([{ conversationId: all.vip, messages: [{ type: 'text', text: 'On its way' }] }])
    expect(JSON.stringify((await write(all.chat, { text: 'x', caseId: all.caseId })).body)).toContain('"caseId"')
    expect((await write(all.chat, { text: '  ' })).status).toBe(422)
    expect((await write(all.own, { text: 'x' })).status).toBe(409)
    expect((await write(all.chat, { text: 'x' }, { key: tenant.apiKey })).status).toBe(403)
  })

  test('what waits to go to a group that becomes something else does not go', async () => {
    const tenant = await aTenant(database)
    const groupId = await on(tenant, async (ctx) => {
      const id = await aGroup(ctx, { channelId: tenant.channelId, purpose: 'staff' })
      await aCase(ctx)
      return id
    })
    await on(tenant, async (ctx) => notifyStaff(ctx, { event: 'inbox.set_aside', facts: { troubleId: 'x' } }))
    await post(tenant, `${groupId}/purpose`, { purpose: 'vip' })
    const rows = await on(tenant, (ctx) => OutboxRow.query(ctx.trx).where('conversation_id', groupId).orderBy('seq'))
    expect(rows.map((it) => [it.event, it.state])).toEqual([
      ['case.opened', 'dead'],
      ['inbox.set_aside', 'dead'],
      ['group.purpose_set', 'ready'],
    ])
    expect(rows[0]?.trouble).toBe('the group is for something else now')
  })

  test('what waits for one provider does not reach the next whose group it becomes; what waits for nobody in particular stays', async () => {
    const tenant = await aTenant(database)
    const { groupId, reef, hill } = await on(tenant, async (ctx) => ({
      groupId: await aGroup(ctx, { channelId: tenant.channelId }),
      reef: await putProvider(ctx, { key: 'reef', name: 'Reef', type: 'course' }),
      hill: await putProvider(ctx, { key: 'hill', name: 'Hill', type: 'course' }),
    }))
    const states = async () =>
      (await on(tenant, (ctx) => OutboxRow.query(ctx.trx).where('conversation_id', groupId).orderBy('seq'))).map(
        (it) => [it.state, it.trouble],
      )
    const fresh = ['ready', null]
    const gone = ['dead', 'the group is somebody else’s now']
    await post(tenant, `${groupId}/purpose`, { purpose: 'vip' })
    const organisationId = await on(tenant, (ctx) => putOrganisation(ctx, { key: 'orbit', name: 'Siam Orbit' }))
    await post(tenant, `${groupId}/purpose`, { purpose: 'vip', organisationId })
    expect(await states()).toEqual([fresh, fresh])
    await post(tenant, `${groupId}/purpose`, { purpose: 'partner', providerId: reef })
    await post(tenant, `${groupId}/purpose`, { purpose: 'partner', providerId: reef })
    expect((await states()).slice(2)).toEqual([fresh, fresh])
    await post(tenant, `${groupId}/purpose`, { purpose: 'partner', providerId: hill })
    expect((await states()).slice(2)).toEqual([gone, gone, fresh])
  })
})

function aUuid(n: number): string {
  return `01890000-0000-7000-8000-00000000000${n}`
}

describe('where a customer is told', () => {
  test('where they spoke, in their own chat, and in the group that is theirs; a company hears only what a route names', async () => {
    const tenant = await aTenant(database)
    const all = await on(tenant, async (ctx) => {
      await aCaseType(ctx, { key: 'topup', category: 'payment' })
      await aCaseType(ctx, { key: 'late', category: 'order' })
      const organisationId = await putOrganisation(ctx, { key: 'sky', name: 'Sky' })
      const her = await aCustomer(ctx, { channelId: tenant.channelId, name: 'Nicha' })
      await Contact.query(ctx.trx).findById(her.contact.id).patch({ organisationId })
      const other = await aCustomer(ctx, { channelId: tenant.channelId, name: 'Somebody' })
      const group = (purpose: Parameters<typeof aGroup>[1]) => aGroup(ctx, purpose)
      const { channelId } = tenant
      return {
        her,
        other,
        hers: await group({ channelId, purpose: 'vip', contactId: her.contact.id }),
        company: await group({ channelId, purpose: 'vip', organisationId }),
        open: await group({ channelId, purpose: 'vip' }),
        staff: await group({ channelId, purpose: 'staff' }),
        partner: await group({
          channelId,
          purpose: 'partner',
          providerId: await putProvider(ctx, { key: 'p', name: 'P', type: 'x' }),
        }),
      }
    })
    const names = new Map([
      [all.her.conversationId, 'chat'],
      [all.other.conversationId, 'other chat'],
      ...(['hers', 'company', 'open', 'staff', 'partner'] as const).map((it) => [all[it], it] as const),
    ])
    async function told(type: string | undefined, where: string | null, whose = all.her): Promise<string[]> {
      return on(tenant, async (ctx) => {
        const one = type
          ? await aCase(ctx, { type, contactId: whose.contact.id, ...(where && { conversationId: where }) })
          : undefined
        await notifyCustomer(ctx, where, 'th', { event: 'case.claimed', ...(one && { caseId: one.id }) })
        return postedIn(ctx)
          .filter((it) => it.event === 'case.claimed' && (it.messages[0] as Notice).audience === 'customer')
          .map((it) => names.get(it.conversationId) ?? '?')
          .sort()
      })
    }
    const { conversationId: chat } = all.her
    expect(await told('topup', chat)).toEqual(['chat', 'hers'])
    expect(await told('topup', all.open)).toEqual(['chat', 'hers', 'open'])
    expect(await told('topup', all.company)).toEqual(['chat', 'company', 'hers'])
    expect(await told('topup', null)).toEqual(['hers'])
    expect(await told('topup', all.other.conversationId, all.other)).toEqual(['other chat'])
    expect(await told(undefined, chat)).toEqual(['chat'])
    expect(await told(undefined, all.company)).toEqual(['company'])
    // a conversation that is a staff group or a partner's by now is no place for a customer's news
    expect(await told('topup', all.staff)).toEqual(['chat', 'hers'])
    expect(await told('topup', all.partner)).toEqual(['chat', 'hers'])

    await post(tenant, `${all.company}/routes`, { routes: [{ category: 'payment' }] })
    await post(tenant, `${all.hers}/routes`, { routes: [{ category: 'order' }] })
    expect(await told('topup', chat)).toEqual(['chat', 'company'])
    expect(await told('late', chat)).toEqual(['chat', 'hers'])
    await on(tenant, (ctx) => Contact.query(ctx.trx).findById(all.her.contact.id).patch({ blockedAt: ctx.now }))
    expect(await told('topup', chat)).toEqual(['company'])
    expect(await told('late', all.open)).toEqual(['hers', 'open'])
  })
})

describe('who sits in a group', () => {
  test('comings and goings are stays; who left stays gone until they are added again, whatever else is heard of them', async () => {
    const tenant = await aTenant(database)
    const { groupId, who } = await on(tenant, async (ctx) => ({
      groupId: await aGroup(ctx, { channelId: tenant.channelId, purpose: 'staff' }),
      who: await aStaff(ctx, { channelId: tenant.channelId, role: 'agent' }),
    }))
    const at = new Date()
    const it = { conversationId: groupId, externalId: who.userId, at }
    const now = () =>
      on(tenant, (ctx) =>
        whoInGroup(ctx, { channelId: tenant.channelId, conversationId: groupId, externalId: who.userId }),
      )
    expect(await now()).toMatchObject({ staff: { id: who.id }, left: false, known: false })
    // the same event from two processes, and somebody who spoke meanwhile
    await Promise.all([
      on(tenant, (ctx) => membersJoined(ctx, { ...it, members: [{ externalId: who.userId, name: 'Ton' }] })),
      on(tenant, (ctx) => sawMember(ctx, it)),
      on(tenant, (ctx) => membersJoined(ctx, { ...it, members: [{ externalId: who.userId }] })),
    ])
    expect(await now()).toMatchObject({ left: false, known: true })
    await on(tenant, (ctx) => membersLeft(ctx, { ...it, externalIds: [who.userId, aLineUserId()] }))
    expect(await now()).toMatchObject({ left: true })
    await on(tenant, (ctx) => sawMember(ctx, it))
    await on(tenant, (ctx) => membersLeft(ctx, { ...it, externalIds: [who.userId] }))
    expect(await now()).toMatchObject({ left: true })
    await on(tenant, (ctx) => membersJoined(ctx, { ...it, members: [{ externalId: who.userId }] }))
    expect(await now()).toMatchObject({ left: false, known: true })
    await on(tenant, (ctx) => leaveGroup(ctx, { conversationId: groupId, at }))
    expect(await now()).toMatchObject({ left: true })
    expect((await desk.call(`GET /v1/groups/${groupId}`, { key: tenant.apiKey })).body).toMatchObject({
      purpose: null,
      botIsIn: false,
      membersKnown: 0,
    })
  })

  test('of somebody unknown staff are told once, however often and at once they tap', async () => {
    const tenant = await aTenant(database)
    const groupId = await on(tenant, (ctx) => aGroup(ctx, { channelId: tenant.channelId, purpose: 'staff' }))
    const it = { conversationId: groupId, externalId: aLineUserId(), at: new Date() }
    await on(tenant, (ctx) => sawMember(ctx, it))
    const told = await Promise.all([1, 2, 3, 4].map(() => on(tenant, (ctx) => tellOnceOf(ctx, it))))
    expect(told.filter(Boolean)).toHaveLength(1)
  })
})
