import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aDatabaseForThisFile, aLineUserId, aStaff, aTenant, moveClock, on } from '../../test/factories.ts'
import { newId } from '../ids.ts'
import { addStaff, deactivateStaff, issueApiKey, issueLinkCode, linkStaff, revokeApiKeys } from './commands.ts'
import { linkedLeads, staffByIdentity, staffMembers } from './queries.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()

const join = (name: string, role: 'agent' | 'manager' = 'agent') =>
  on(tenant, (ctx) => addStaff(ctx, { key: newId(), name, role, language: 'th' }))
const aCode = async (staffId: string, reusable = false) => {
  const code = newId()
  await on(tenant, (ctx) => issueLinkCode(ctx, { staffId, code, reusable }))
  return code
}
const link = (code: string, externalId: string, where = tenant) =>
  on(where, (ctx) => linkStaff(ctx, { code, channelId: where.channelId, externalId }))
const whoIs = (externalId: string) => on(tenant, (ctx) => staffByIdentity(ctx, tenant.channelId, externalId))

describe('a link code', () => {
  test('opens once, whoever is faster', async () => {
    const id = await join('Nan')
    const code = await aCode(id)
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => link(code, aLineUserId())))
    expect(tries.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    for (const it of tries) if (it.status === 'rejected') expect(it.reason).toMatchObject({ code: 'link_code_wrong' })
    const { rows } = await database.owner.query('select 1 from staff_identities where staff_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  test('is for a day, for its own business, and never for nothing', async () => {
    const id = await join('Late')
    const old = await aCode(id)
    await moveClock(database, '24 hours 1 second')
    await expect(link(old, aLineUserId())).rejects.toMatchObject({ code: 'link_code_wrong' })
    const other = await aTenant(database)
    await expect(link(await aCode(id), aLineUserId(), other)).rejects.toMatchObject({ code: 'link_code_wrong' })
    for (const code of ['', ' ', `${newId()}x`, '%', "' or 1=1 --"])
      await expect(link(code, aLineUserId())).rejects.toMatchObject({ code: 'link_code_wrong' })
  })

  test('said by the phone of a colleague makes the phone the newer one’s: nobody is two people', async () => {
    const phone = aLineUserId()
    const [first, second] = [await join('First', 'manager'), await join('Second')]
    await link(await aCode(first), phone)
    expect(await whoIs(phone)).toMatchObject({ name: 'First', role: 'manager' })
    expect(await link(await aCode(second), phone)).toMatchObject({ name: 'Second', role: 'agent' })
    expect(await whoIs(phone)).toMatchObject({ name: 'Second', role: 'agent' })
    const leads = await on(tenant, linkedLeads)
    expect(leads.map((it) => it.externalId)).not.toContain(phone)
    // two codes for one phone at once: one of them, whole
    const [a, b] = [await aCode(first), await aCode(second)]
    await Promise.allSettled([link(a, phone), link(b, phone)])
    const { rows } = await database.owner.query('select staff_id from staff_identities where external_id = $1', [phone])
    expect(rows).toHaveLength(1)
  })

  test('of somebody who has left opens nothing, not even one that was asked for too late', async () => {
    const id = await join('Gone')
    const phone = aLineUserId()
    await link(await aCode(id), phone)
    const waiting = await aCode(id)
    expect(await whoIs(phone)).toMatchObject({ name: 'Gone' })
    await on(tenant, (ctx) => deactivateStaff(ctx, { staffId: id }))
    expect(await whoIs(phone)).toBeUndefined()
    await expect(link(waiting, aLineUserId())).rejects.toMatchObject({ code: 'link_code_wrong' })
    const late = await aCode(id)
    const colleague = aLineUserId()
    await link(await aCode(await join('Here')), colleague)
    // it does not even take a colleague's phone away
    await expect(link(late, colleague)).rejects.toMatchObject({ code: 'link_code_wrong' })
    expect(await whoIs(colleague)).toMatchObject({ name: 'Here' })
  })
})

describe('members and keys', () => {
  test('who leaves is on no list, and stays what they were to their own business alone', async () => {
    const other = await aTenant(database)
    const stays = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId, name: 'Stays' }))
    expect(await on(other, (ctx) => deactivateStaff(ctx, { staffId: stays.id }))).toBe(false)
    expect((await on(tenant, staffMembers)).map((it) => it.id)).toContain(stays.id)
    await on(tenant, (ctx) => deactivateStaff(ctx, { staffId: stays.id }))
    expect((await on(tenant, staffMembers)).map((it) => it.id)).not.toContain(stays.id)
    expect(await on(tenant, (ctx) => deactivateStaff(ctx, { staffId: newId() }))).toBe(false)
  })

  test('the same key twice is refused, and so is a role nobody has', async () => {
    const key = newId()
    const add = (role: 'agent') => on(tenant, (ctx) => addStaff(ctx, { key, name: 'Twin', role, language: 'th' }))
    const twins = await Promise.allSettled([add('agent'), add('agent')])
    expect(twins.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    await expect(
      on(tenant, (ctx) => addStaff(ctx, { key: newId(), name: 'King', role: 'king' as 'agent', language: 'th' })),
    ).rejects.toThrow()
  })

  test('a key that was taken back opens nothing from then on, and is kept nowhere in the clear', async () => {
    const key = `secret-${newId()}`
    await on(tenant, (ctx) => issueApiKey(ctx, { name: 'crm', key, role: 'agent' }))
    expect((await desk.call('GET /v1/shifts', { key })).status).toBe(200)
    const { rows } = await database.owner.query('select to_jsonb(k)::text as row from api_keys k')
    expect(JSON.stringify(rows)).not.toContain(key)
    expect(await on(tenant, (ctx) => revokeApiKeys(ctx, { name: 'crm' }))).toBe(1)
    expect(await on(tenant, (ctx) => revokeApiKeys(ctx, { name: 'crm' }))).toBe(0)
    expect((await desk.call('GET /v1/shifts', { key })).status).toBe(401)
  })
})
