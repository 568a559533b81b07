import { expect, test } from 'vitest'
import { aCustomer, aDatabaseForThisFile, aTenant, on } from '../../test/factories.ts'
import { Contact } from '../contacts/model.ts'
import { MessageRow } from '../conversations/model.ts'
import { aboutTrouble } from '../log.ts'
import { isPassing } from './passing.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const { contact } = await on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId }))

const failed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (trouble: unknown) => trouble,
  )

test('what a query of a model failed with is known by its code, and nobody’s words get into the log', async () => {
  const words = 'เติมเงินไม่เข้า'
  const [notAnId, tooLong, twice] = [
    await failed(on(tenant, (ctx) => MessageRow.query(ctx.trx).where('id', words))),
    await failed(
      on(tenant, async (ctx) => {
        const message = { conversationId: ctx.newId(), direction: 'in', author: 'customer', kind: 'text' } as const
        await MessageRow.query(ctx.trx).insert({
          ...message,
          id: ctx.newId(),
          tenantId: tenant.id,
          externalId: words.repeat(20),
          happenedAt: ctx.now,
        })
      }),
    ),
    await failed(
      on(tenant, (ctx) => Contact.query(ctx.trx).insert({ id: contact.id, tenantId: tenant.id, name: words })),
    ),
  ]
  expect(aboutTrouble(notAnId)).toMatchObject({ kind: 'DataError', code: '22P02' })
  expect(aboutTrouble(tooLong)).toMatchObject({ kind: 'DataError', code: '22001' })
  expect(aboutTrouble(twice)).toMatchObject({
    code: '23505',
    table: 'contacts',
    constraint: 'contacts_pkey',
  })
  for (const trouble of [notAnId, tooLong, twice]) {
    expect(aboutTrouble(trouble)).not.toHaveProperty('why')
    expect(JSON.stringify(aboutTrouble(trouble))).not.toContain(words)
    expect(isPassing(trouble)).toBe(false)
  }
})

test('a lock that is not had passes, also where a model asked for it', async () => {
  const trouble = await on(tenant, async (ctx) => {
    await Contact.query(ctx.trx).findById(contact.id).forUpdate()
    return failed(on(tenant, (other) => Contact.query(other.trx).findById(contact.id).forUpdate().noWait()))
  })
  expect(aboutTrouble(trouble)).toMatchObject({ code: '55P03' })
  expect(isPassing(trouble)).toBe(true)
})
