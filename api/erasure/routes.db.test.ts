import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import {
  aBooking,
  aBookingKind,
  aCase,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  aGroup,
  aStaff,
  aTenant,
  anApiKey,
  moveClock,
  on,
} from '../../test/factories.ts'
import { noteOnCase } from '../cases/commands/note-on-case.ts'
import type { StaffRole } from '../context.ts'
import { newId } from '../ids.ts'
import { signLink } from '../links.ts'
import { prune } from '../housekeeping.ts'
import { post } from '../outbox/commands/post.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()
const group = await on(tenant, (ctx) => aGroup(ctx, { channelId: tenant.channelId, purpose: 'staff' }))

const erase = async (contactId: string, key = tenant.apiKey) => {
  const answer = await fetch(`${desk.url}/v1/contacts/${contactId}/erase`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: '{}',
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

/** What staff were sent, so long ago, in their group or wherever it was. */
const sent = (it: { words: string; in?: string; caseId?: string; state?: string; daysAgo?: number }) =>
  on(tenant, async (ctx) => {
    const id = post(ctx, {
      channelId: tenant.channelId,
      conversationId: it.in ?? group,
      event: 'turn.answered',
      messages: [{ type: 'text', text: it.words }],
      language: 'th',
      ...(it.caseId && { caseId: it.caseId }),
    })
    return id
  }).then(async (id) => {
    await database.owner.query(
      `update outbox set state = $2, settled_at = desk_now(), body = convert_to($3, 'UTF8'), created_at = desk_now() - make_interval(days => $4) where id = $1`,
      [id, it.state ?? 'sent', it.words, it.daysAgo ?? 0],
    )
    return id
  })
const stillSays = async (id: string) => {
  const { rows } = await database.owner.query(
    `select messages <> '[]' as words, body is not null as body, state from outbox where id = $1`,
    [id],
  )
  return rows[0] as { words: boolean; body: boolean; state: string }
}

const aKnown = (name: string) =>
  on(tenant, async (ctx) => {
    const customer = await aCustomer(ctx, { channelId: tenant.channelId, name })
    const { id, reference } = await aCase(ctx, {
      contactId: customer.contact.id,
      conversationId: customer.conversationId,
      slots: { username: `${name.toLowerCase()}_shop` },
    })
    return { ...customer, id: customer.contact.id, caseId: id, reference }
  })

describe('POST /v1/contacts/:contactId/erase', () => {
  test.each<[StaffRole, number]>([
    ['admin', 200],
    ['manager', 200],
    ['agent', 403],
    ['operations', 403],
    ['accountant', 403],
    ['executive', 403],
  ])('%s: %i', async (role, status) => {
    const { id } = await aKnown('Rolf')
    const key = await anApiKey(database, { tenantId: tenant.id, role })
    const { status: answered, body } = await erase(id, key)
    expect(answered).toBe(status)
    expect(body).toMatchObject(status === 200 ? { erased: true } : { code: 'not_allowed' })
    const { rows } = await database.owner.query('select name from contacts where id = $1', [id])
    expect(rows).toEqual([{ name: status === 200 ? null : 'Rolf' }])
  })

  test('nobody of this business: no id that is none, no contact of another, nobody at all', async () => {
    const other = await aTenant(database)
    const { contact } = await on(other, (ctx) => aCustomer(ctx, { channelId: other.channelId, name: 'Otherwise' }))
    expect((await erase('somebody')).status).toBe(422)
    expect((await erase(newId())).status).toBe(404)
    expect((await erase(contact.id)).status).toBe(404)
    expect((await erase(contact.id, 'no-key')).status).toBe(401)
    const { rows } = await database.owner.query('select name from contacts where id = $1', [contact.id])
    expect(rows).toEqual([{ name: 'Otherwise' }])
  })

  test('ten at once: one of them did it', async () => {
    const { id } = await aKnown('Tenfold')
    const answers = await Promise.all(Array.from({ length: 10 }, () => erase(id)))
    expect(answers.map((it) => it.body['erased']).filter(Boolean)).toHaveLength(1)
    expect((await erase(id)).body).toEqual({ erased: false })
  })

  test('a form link they still have opens nothing, and writes nothing down again', async () => {
    const it = await aKnown('Formosa')
    const kind = await on(tenant, (ctx) => aBookingKind(ctx, { requiredSlots: [], itemTypes: [] }))
    const ref = signLink({ kind: 'form', tenantId: tenant.id, subjectId: it.conversationId })
    expect((await desk.call(`GET /v1/me/booking-form?ref=${ref}`)).status).toBe(200)
    await erase(it.id)
    const body = { ref, kind: kind.key, slots: { name: 'Formosa' } }
    expect((await desk.call('POST /v1/me/bookings', { body })).status).toBe(404)
    expect((await desk.call(`GET /v1/me/booking-form?ref=${ref}`)).status).toBe(404)
    // nor does a program that still knows their id
    const type = await on(tenant, (ctx) => aCaseType(ctx))
    const key = tenant.apiKey
    for (const [where, more] of [
      ['cases', { type: type.key }],
      ['bookings', { kind: kind.key }],
    ] as const)
      expect(await desk.call(`POST /v1/${where}`, { key, body: { contactId: it.id, ...more } })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'contactId' }] },
      })
    const { rows } = await database.owner.query('select 1 from bookings where contact_id = $1', [it.id])
    expect(rows).toEqual([])
  })

  test('what staff were sent of them says nothing any more, whatever became of it; what is of others stays', async () => {
    const [vera, sam] = [await aKnown('Vera Quill'), await aKnown('Sam Stays')]
    const nan = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId, role: 'admin' }))
    await on(tenant, (ctx) => noteOnCase(ctx, { caseId: vera.caseId, text: 'likes violet folders' }), nan.actor)
    const theirs = [
      await sent({ words: 'ส่งถึง Vera Quill แล้ว' }),
      await sent({ words: `${vera.reference}: รับเคสแล้ว`, daysAgo: 29 }),
      await sent({ words: 'nothing but its case', caseId: vera.caseId, state: 'joined' }),
      await sent({ words: 'vera quill_shop', state: 'dead', daysAgo: 0 }),
      await sent({ words: 'note: likes violet folders', state: 'again' }),
      await sent({ words: 'in their own chat', in: vera.conversationId }),
    ]
    await database.owner.query(`update contacts set created_at = desk_now() - interval '60 days' where id = any($1)`, [
      [vera.id, sam.id],
    ])
    const others = [
      await sent({ words: `${sam.reference}: Sam Stays` }),
      await sent({ words: 'a list of nobody' }),
      await sent({ words: 'to Sam', in: sam.conversationId }),
    ]
    // a draft to them in a colleague's own chat, and one to somebody else
    const own = await on(tenant, (ctx) =>
      aCustomer(ctx, {
        channelId: tenant.channelId,
        userId: nan.userId,
        state: {
          replies: {
            one: { at: '2026-11-20T00:00:00Z', conversationId: vera.conversationId, text: 'Dear Vera' },
            two: { at: '2026-11-20T00:00:00Z', conversationId: sam.conversationId, text: 'Dear Sam' },
          },
        },
      }),
    )
    expect((await erase(vera.id)).body).toEqual({ erased: true })
    for (const id of theirs) expect(await stillSays(id), id).toMatchObject({ words: false, body: false })
    expect((await stillSays(theirs[4] ?? '')).state).toBe('dead')
    for (const id of others) expect(await stillSays(id), id).toMatchObject({ words: true, body: true })
    const { rows } = await database.owner.query(`select state->'replies' as drafts from conversations where id = $1`, [
      own.conversationId,
    ])
    expect(Object.keys(rows[0].drafts)).toEqual(['two'])
    const notes = await database.owner.query('select 1 from notes where case_id = $1', [vera.caseId])
    expect(notes.rows).toEqual([])
  })

  test('a booking keeps what, when and for how many, and nothing else', async () => {
    const { id, conversationId } = await aKnown('Booker')
    const { id: bookingId } = await on(tenant, (ctx) =>
      aBooking(ctx, {
        contactId: id,
        conversationId,
        slots: { date: '2026-12-01', party_size: 4, name: 'Booker', wish: 'by the river' },
      }),
    )
    await erase(id)
    const { rows } = await database.owner.query('select slots from bookings where id = $1', [bookingId])
    expect(rows).toEqual([{ slots: { date: '2026-12-01', party_size: 4 } }])
  })

  test('of what was sent a month ago no words are left to be looked for; what failed keeps them, to be sent again', async () => {
    const quiet = await sent({ words: 'Gone with the month' })
    const failed = await sent({ words: 'To be sent again', state: 'dead' })
    await prune()
    expect(await stillSays(quiet)).toMatchObject({ words: true })
    await moveClock(database, '31 days')
    const fresh = await sent({ words: 'Fresh' })
    expect(await prune()).toMatchObject({ outbox: expect.any(Number) })
    expect(await stillSays(quiet)).toEqual({ words: false, body: false, state: 'sent' })
    expect(await stillSays(failed)).toMatchObject({ words: true, state: 'dead' })
    expect(await stillSays(fresh)).toMatchObject({ words: true })
  })

  describe('raw events', () => {
    const heard = async (it: { sourceId: string; raw: string; state?: string; daysAgo?: number }) => {
      const id = newId()
      await database.owner.query(
        `insert into inbox (id, tenant_id, channel_id, source_id, event_id, raw, happened_at, received_at, state)
         select $1, $2, $3, $4, $5, convert_to($6, 'UTF8'), at, at, $7 from (select desk_now() - make_interval(days => $8)) as came(at)`,
        [id, tenant.id, tenant.channelId, it.sourceId, `event-${id}`, it.raw, it.state ?? 'done', it.daysAgo ?? 0],
      )
      return id
    }
    const kept = async (id: string) =>
      (
        await database.owner.query(
          `select convert_from(raw, 'UTF8') as raw, source_id like 'erased:%' as nameless, state from inbox where id = $1`,
          [id],
        )
      ).rows[0] as { raw: string; nameless: boolean; state: string } | undefined

    test('of their chat hold nothing in whatever state, nor do those of a group that name them; others’ stay', async () => {
      const wanda = await aKnown('Wandawords')
      const other = await aKnown('Othello')
      const { rows } = await database.owner.query('select source_id from conversations where id = $1', [group])
      const inGroup = String(rows[0]?.source_id)
      const own: string[] = []
      for (const state of ['done', 'waiting', 'aside'])
        own.push(await heard({ sourceId: wanda.userId, raw: '{"text":"mine"}', state }))
      const named = await heard({ sourceId: inGroup, raw: '{"text":"/note 1 Wandawords called"}' })
      const others = [
        await heard({ sourceId: inGroup, raw: '{"text":"/note 2 Othello called"}' }),
        await heard({ sourceId: other.userId, raw: '{"text":"his"}' }),
      ]
      expect((await erase(wanda.id)).status).toBe(200)
      for (const id of own) expect(await kept(id)).toEqual({ raw: '', nameless: true, state: 'done' })
      expect(await kept(named)).toMatchObject({ raw: '' })
      for (const id of others) expect((await kept(id))?.raw).not.toBe('')
    })

    test('are found by their chat, however many others there are', async () => {
      await database.owner.query(
        `insert into inbox (id, tenant_id, channel_id, source_id, event_id, raw, happened_at, received_at, state)
         select gen_random_uuid(), $1, $2, 'U' || n % 500, 'many-' || n, '{}', desk_now(), desk_now(), 'done' from generate_series(1, 20000) n`,
        [tenant.id, tenant.channelId],
      )
      await database.owner.query('analyze inbox')
      const wade = await aKnown('Wade')
      const plan = await on(tenant, async (ctx) => {
        const { rows } = (await ctx.trx.raw(
          `explain update inbox i set raw = '' from conversations c where c.id = any(?::uuid[]) and i.channel_id = c.channel_id
             and i.source_id = c.source_id and i.state <> 'waiting'`,
          [[wade.conversationId]] as never[],
        )) as { rows: Record<string, string>[] }
        return rows.map((row) => row['QUERY PLAN']).join('\n')
      })
      expect(plan).toContain('inbox_answered')
      expect(plan).not.toContain('Seq Scan on inbox')
    })

    test('that were answered are thrown away after a month; those that could not be answered stay', async () => {
      const old = await heard({ sourceId: 'Uold', raw: '{}', daysAgo: 31 })
      const fresh = await heard({ sourceId: 'Uold', raw: '{}', daysAgo: 29 })
      const aside = await heard({ sourceId: 'Uold', raw: '{}', state: 'aside', daysAgo: 31 })
      expect(await prune()).toMatchObject({ inbox: expect.any(Number) })
      expect(await kept(old)).toBeUndefined()
      expect(await kept(fresh)).toBeDefined()
      expect(await kept(aside)).toMatchObject({ state: 'aside' })
    })
  })
})
