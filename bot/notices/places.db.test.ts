import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../api/ids.ts'
import { notifyStaff } from '../../api/notifications/commands.ts'
import type { Notice, Parcel } from '../../api/outbox/schema.ts'
import { putProvider } from '../../api/providers/commands.ts'
import { postedIn } from '../../api/outbox/commands/post.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { aBooking, aCase, aCustomer, aDatabaseForThisFile, aGroup, aStaff, aTenant, on } from '../../test/factories.ts'
import { openConversation } from '../../api/conversations/commands/open-conversation.ts'
import { NotForHere, wordsFor } from './words.ts'

/** Every event that the desk may tell its staff: whatever is named like one where news is told. A few too many do no harm. */
function staffEvents(): string[] {
  const api = join(import.meta.dirname, '..', '..', 'api')
  const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.ts') && !it.endsWith('.test.ts'))
    .map((it) => readFileSync(join(api, it), 'utf8'))
    .filter((it) => /notifyStaff|tellLeads|tellEachLead/.test(it))
  const named = sources.flatMap((it) => [
    ...it.matchAll(/'((?:case|booking|conversation|inbox|group|message|quota)\.[a-z_]+)'/g),
  ])
  return [...new Set(named.map(([, event]) => event as string))].sort()
}

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database, { name: 'Prime' })
let places: Record<string, string>
let about: { caseId: string; bookingId: string; conversationId: string }

beforeAll(async () => {
  await on(tenant, async (ctx) => {
    const { channelId } = tenant
    const providerId = await putProvider(ctx, { key: 'reef', name: 'Reef', type: 'course' })
    const { contact, conversationId } = await aCustomer(ctx, { channelId, name: 'Somchai the customer' })
    const staff = await aStaff(ctx, { channelId, role: 'manager' })
    const whose = { contactId: contact.id, conversationId }
    const one = await aCase(ctx, { ...whose, slots: { order_id: '1290777', phone: '0812345678', name: 'Somchai' } })
    const booking = await aBooking(ctx, whose)
    await ctx.trx.raw('update cases set provider_id = ? where id = ?', [providerId, one.id])
    about = { caseId: one.id, bookingId: booking.id, conversationId }
    places = {
      'staff group': await aGroup(ctx, { channelId, purpose: 'staff' }),
      'a member of staff’s own chat': await openConversation(ctx, {
        channelId,
        kind: 'direct',
        sourceId: staff.userId,
      }),
      'customer’s chat': conversationId,
      'customers’ group': await aGroup(ctx, { channelId, purpose: 'vip', contactId: contact.id }),
      'partner’s group': await aGroup(ctx, { channelId, purpose: 'partner', providerId }),
      'another partner’s group': await aGroup(ctx, {
        channelId,
        purpose: 'partner',
        providerId: await putProvider(ctx, { key: 'other', name: 'Other', type: 'course' }),
      }),
      'group to be ignored': await aGroup(ctx, { channelId, purpose: 'ignore' }),
      'group nobody has answered for': await aGroup(ctx, { channelId }),
    }
  })
})

async function said(place: string, notice: Pick<Notice, 'event' | 'audience'>): Promise<string> {
  const named = notice.event.startsWith('case.')
    ? { caseId: about.caseId }
    : notice.event.startsWith('booking.')
      ? { bookingId: about.bookingId }
      : { conversationId: about.conversationId }
  const parcel: Parcel = {
    id: newId(),
    tenantId: tenant.id,
    channelId: tenant.channelId,
    conversationId: places[place] ?? '',
    event: notice.event,
    caseId: null,
    bookingId: null,
    messages: [
      {
        type: 'notice',
        ...notice,
        ...named,
        facts: { troubleId: 'T1', group: 'G', provider: 'Reef', why: 'asked', reason: 'bug' },
      },
    ],
    language: 'en',
    replyToken: null,
    replyTokenAt: null,
    body: null,
    retryKey: randomUUID(),
    sentAs: null,
    attempts: 0,
    leaseNo: 0,
    mayWait: false,
  }
  const kind = place.includes('group') ? 'group' : 'direct'
  return wordsFor(parcel, 'http://desk.test', { channel: 'line', kind }).then(
    (words) => JSON.stringify(words),
    (no: unknown) => {
      if (no instanceof NotForHere) return 'not for here'
      throw no
    },
  )
}

test('no internal news is chosen for, or worded in, a place that is not the staff’s', async () => {
  const events = staffEvents()
  expect(events.length).toBeGreaterThan(20)
  const internal = ['staff group', 'a member of staff’s own chat']
  for (const event of events) {
    for (const place of Object.keys(places)) {
      const words = await said(place, { event, audience: 'staff' })
      if (internal.includes(place)) expect(words, `${event}: ${place}`).not.toBe('not for here')
      else expect(words, `${event}: ${place}`).toBe('not for here')
    }
    const chosen = await on(tenant, async (ctx) => {
      await notifyStaff(ctx, { event, caseId: about.caseId })
      return postedIn(ctx).map((it) => it.conversationId)
    })
    expect(chosen, event).toEqual([places['staff group']])
  }
})

test('a customer’s news goes to their chat and their group, a provider’s to their group, and neither elsewhere', async () => {
  for (const [place, id] of Object.entries(places)) {
    const customer = await said(place, { event: 'case.claimed', audience: 'customer' })
    const theirs = ['customer’s chat', 'customers’ group', 'a member of staff’s own chat'].includes(place)
    expect(customer === 'not for here', `${place} ${id}`).toBe(!theirs)
    const partner = await said(place, { event: 'case.waits_for_partner', audience: 'partner' })
    expect(partner === 'not for here', place).toBe(place !== 'partner’s group')
  }
  const card = await said('partner’s group', { event: 'case.waits_for_partner', audience: 'partner' })
  expect(card).toContain('1290777')
  expect(card).not.toMatch(/Somchai|0812345678/)
  expect(await tenantById(tenant.id)).toMatchObject({ name: 'Prime' })
})
