import { beforeEach, expect, test } from 'vitest'
import {
  aBooking,
  aCase,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  aStaff,
  aTenant,
  on,
} from '../../../test/factories.ts'
import { bookingAnsweredOutside } from '../../bookings/commands/booking-answered.ts'
import { answerCustomer } from '../commands/answer-customer.ts'
import { keepMessage } from '../commands/keep-message.ts'
import { owedTo } from './owed.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
let conversationId: string
let contactId: string

beforeEach(async () => {
  await on(tenant, async (ctx) => {
    const customer = await aCustomer(ctx, { channelId: tenant.channelId })
    ;[conversationId, contactId] = [customer.conversationId, customer.contact.id]
  })
})

const customerSays = () =>
  on(tenant, async (ctx) => {
    const said = { direction: 'in', author: 'customer', kind: 'text', body: 'x', happenedAt: ctx.now } as const
    keepMessage(ctx, { conversationId, ...said })
  })
const owed = () => on(tenant, (ctx) => owedTo(ctx, conversationId))
const staff = () => on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId }))

test('a booking is owed an answer, given here or elsewhere, until the customer writes again', async () => {
  const { actor } = await staff()
  const booking = await on(tenant, (ctx) => aBooking(ctx, { conversationId, contactId }))
  expect(await owed()).toBeUndefined()
  await customerSays()
  expect(await owed()).toEqual({ bookingId: booking.id })
  await on(tenant, (ctx) => answerCustomer(ctx, { conversationId, text: 'y', bookingId: booking.id }), actor)
  expect(await owed()).toBeUndefined()
  await customerSays()
  expect(await owed()).toEqual({ bookingId: booking.id })
  await on(tenant, (ctx) => bookingAnsweredOutside(ctx, { bookingId: booking.id }), actor)
  expect(await owed()).toBeUndefined()
})

test('of several things the most urgent case is named', async () => {
  await on(tenant, (ctx) => aBooking(ctx, { conversationId, contactId }))
  const low = await on(tenant, async (ctx) => (await aCaseType(ctx, { severity: 'low' })).key)
  const high = await on(tenant, async (ctx) => (await aCaseType(ctx, { severity: 'high' })).key)
  await on(tenant, (ctx) => aCase(ctx, { conversationId, contactId, type: low }))
  const urgent = await on(tenant, (ctx) => aCase(ctx, { conversationId, contactId, type: high }))
  await customerSays()
  expect(await owed()).toMatchObject({ caseId: urgent.id, severity: 'high' })
})

test('of a stranger, and of another business, nothing is owed', async () => {
  await on(tenant, (ctx) => aCase(ctx, { conversationId, contactId }))
  await customerSays()
  const other = await aTenant(database)
  expect(await on(other, (ctx) => owedTo(ctx, conversationId))).toBeUndefined()
})
