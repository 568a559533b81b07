import { expect, test } from 'vitest'
import type { StaffRole } from '../../context.ts'
import { aCustomer, aDatabaseForThisFile, aStaff, aTenant, on } from '../../../test/factories.ts'
import { parcelById } from '../queries.ts'
import { post } from './post.ts'
import { resendParcel } from './resend.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)

async function aDeadParcel(): Promise<string> {
  const id = await on(tenant, async (ctx) => {
    const { conversationId } = await aCustomer(ctx, { channelId: tenant.channelId })
    return post(ctx, {
      channelId: tenant.channelId,
      conversationId,
      event: 'test',
      messages: [{ type: 'text', text: 'สวัสดีค่ะ' }],
      language: 'th',
    })
  })
  await database.owner.query(`update outbox set state = 'dead' where id = $1`, [id])
  return id
}

const resendAs = async (role: StaffRole, parcelId: string) => {
  const staff = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId, role }))
  return on(tenant, (ctx) => resendParcel(ctx, { parcelId }), staff.actor)
}

test('whoever works the desk sends a dead parcel again', async () => {
  const parcelId = await aDeadParcel()
  const id = await resendAs('agent', parcelId)
  expect(await on(tenant, (ctx) => parcelById(ctx, parcelId))).toMatchObject({ state: 'dead', resentAs: id })
})

test.each<StaffRole>(['executive', 'partner'])('a %s does not', async (role) => {
  const parcelId = await aDeadParcel()
  await expect(resendAs(role, parcelId)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(on(tenant, (ctx) => resendParcel(ctx, { parcelId }))).rejects.toMatchObject({ code: 'not_allowed' })
})
