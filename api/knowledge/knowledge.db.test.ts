import { beforeAll, describe, expect, test } from 'vitest'
import {
  aCase,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  aStaff,
  aTenant,
  on,
  type TestTenant,
} from '../../test/factories.ts'
import { caseInFull } from '../cases/queries/case-in-full.ts'
import type { Actor } from '../context.ts'
import { answerCustomer } from '../conversations/commands/answer-customer.ts'
import { forgetWords } from '../conversations/commands/forget-words.ts'
import { handOver } from '../conversations/commands/hand-over.ts'
import { MessageRow } from '../conversations/model.ts'
import { newId } from '../ids.ts'
import { refreshPassages } from './commands/index-article.ts'
import { gatherGaps } from './commands/collect-gap.ts'
import { answerHelped, noteQuestion } from './commands/note-question.ts'
import { addArticle, changeArticle, publishArticle, retireArticle } from './commands/put-article.ts'
import { Article } from './model.ts'
import { listArticles, versionsOf } from './queries/articles.ts'
import { findAnswer } from './queries/find-answer.ts'
import { listGaps } from './queries/gaps.ts'
import { publicKnowledge } from './queries/public-knowledge.ts'
import type { ArticleTexts, NewArticle } from './schema.ts'

const database = await aDatabaseForThisFile()
let tenant: TestTenant

const staffOf = (role: 'admin' | 'agent' | 'executive'): Actor => ({ kind: 'api', id: newId(), name: 'Nan', role })
const text = (title: string, answer: string, questions: string[] = []): ArticleTexts['en'] => ({
  title,
  answer,
  questions,
})
const parking: NewArticle = {
  key: 'parking',
  visibility: 'customer',
  caseType: null,
  texts: { th: text('ที่จอดรถ', 'จอดหลังร้านฟรี 2 ชั่วโมง', ['มีที่จอดรถไหม', 'จอดรถตรงไหน']) },
}
const publish = (it: NewArticle, of = tenant) =>
  on(of, async (ctx) => publishArticle(ctx, (await addArticle(ctx, it)).id))
const ask = (question: string, language: 'th' | 'en' | 'ja' = 'en', of = tenant) =>
  on(of, async (ctx) => (await findAnswer(ctx, { question, language })).answer)
async function gaps() {
  await gatherGaps(tenant.id)
  return on(tenant, async (ctx) => {
    const { rows } = await listGaps(ctx, { page: 1, page_size: 100, sort: [{ field: 'count', direction: 'desc' }] })
    return rows
  })
}

/** A customer who asked, now. */
async function asks(words: string, it: { name?: string; answeredBy?: string } = {}) {
  return on(tenant, async (ctx) => {
    const who = await aCustomer(ctx, { channelId: tenant.channelId, name: it.name ?? 'Tukta' })
    const at = ctx.now
    const message = await MessageRow.query(ctx.trx)
      .insert({
        id: newId(),
        tenantId: ctx.tenantId,
        conversationId: who.conversationId,
        direction: 'in',
        author: 'customer',
        kind: 'text',
        body: words,
        happenedAt: at,
      })
      .returning('*')
    const questionId = noteQuestion(
      { ...ctx, actor: { kind: 'contact', id: who.contact.id } },
      {
        conversationId: who.conversationId,
        text: words,
        language: 'en',
        asker: who.contact.name,
        saidFrom: at,
        ...(it.answeredBy && { answer: { articleId: it.answeredBy, sureness: 0.9 } }),
      },
    )
    return { ...who, questionId, message }
  })
}

describe('an article', () => {
  beforeAll(async () => {
    tenant = await aTenant(database)
  })

  test('answers from the moment it is published until it is retired, in its newest words', async () => {
    const draft = await on(tenant, (ctx) => addArticle(ctx, parking))
    expect(await ask('มีที่จอดรถไหมคะ', 'th')).toBeUndefined()
    await on(tenant, (ctx) => publishArticle(ctx, draft.id))
    expect(await ask('มีที่จอดรถไหมคะ', 'th')).toMatchObject({ answer: 'จอดหลังร้านฟรี 2 ชั่วโมง', language: 'th', version: 1 })
    await on(tenant, (ctx) =>
      changeArticle(ctx, draft.id, { texts: { th: text('ที่จอดรถ', 'ไม่มีที่จอดแล้ว', ['มีที่จอดรถไหม']) } }),
    )
    expect(await ask('มีที่จอดรถไหมคะ', 'th')).toMatchObject({ answer: 'ไม่มีที่จอดแล้ว', version: 2 })
    const versions = await on(tenant, (ctx) => versionsOf(ctx, draft.id))
    expect(versions.map((it) => [it.version, it.texts.th?.answer])).toEqual([
      [2, 'ไม่มีที่จอดแล้ว'],
      [1, 'จอดหลังร้านฟรี 2 ชั่วโมง'],
    ])
    await on(tenant, (ctx) => retireArticle(ctx, draft.id))
    expect(await ask('มีที่จอดรถไหมคะ', 'th')).toBeUndefined()
  })

  test('is found in languages it is not written in', async () => {
    const other = await aTenant(database)
    await publish(parking, other)
    for (const [key, title, question] of [
      ['refund', 'การคืนเงิน', 'ขอเงินคืนได้ไหม'],
      ['hours', 'เวลาทำการ', 'เปิดกี่โมง'],
      ['visa', 'วีซ่า', 'ต้องขอวีซ่าไหม'],
    ] as const)
      await publish(
        { key, visibility: 'customer', caseType: null, texts: { th: text(title, 'คำตอบ', [question]) } },
        other,
      )
    for (const question of ['Where can I park?', '駐車場はありますか', '有停车场吗?'])
      expect(await ask(question, 'en', other), question).toMatchObject({ title: 'ที่จอดรถ', language: 'th' })
    expect(await ask('Do I need a visa?', 'en', other)).toMatchObject({ title: 'วีซ่า' })
    expect(await ask('ビザは必要ですか', 'ja', other)).toMatchObject({ title: 'วีซ่า' })
    await publish(
      {
        key: 'dogs',
        visibility: 'customer',
        caseType: null,
        texts: { en: text('Dogs', 'Dogs may come.', ['Can I bring my dog?']) },
      },
      other,
    )
    expect(await ask('พาหมาไปได้ไหมคะ', 'th', other)).toMatchObject({ title: 'Dogs', language: 'en' })
  })

  test('of one business answers nobody of another', async () => {
    const [one, other] = [await aTenant(database), await aTenant(database)]
    await publish(parking, one)
    expect(await ask('มีที่จอดรถไหม', 'th', one)).toBeDefined()
    expect(await ask('มีที่จอดรถไหม', 'th', other)).toBeUndefined()
    expect((await on(other, publicKnowledge)).size).toBe(0)
    expect((await on(one, publicKnowledge)).size).toBe(1)
  })

  test('is read once, and again when what customers may be told has changed', async () => {
    const one = await aTenant(database)
    const it = await publish(parking, one)
    const known = await on(one, publicKnowledge)
    // a draft, as questions make them all day, and a staff article's draft
    await on(one, (ctx) => addArticle(ctx, { ...parking, key: 'draft' }))
    expect(await on(one, publicKnowledge)).toBe(known)
    // by another process
    await database.owner.query(`update passages set title = 'จอดรถ' where article_id = $1`, [it.id])
    expect((await ask('มีที่จอดรถไหม', 'th', one))?.title).toBe('จอดรถ')
    await on(one, (ctx) => retireArticle(ctx, it.id))
    expect(await ask('มีที่จอดรถไหม', 'th', one)).toBeUndefined()
  })

  test('that was taken back before it was published answers nobody', async () => {
    const one = await aTenant(database)
    const draft = await on(one, (ctx) => addArticle(ctx, parking))
    await on(one, async (ctx) => {
      await publishArticle(ctx, draft.id)
      expect((await findAnswer(ctx, { question: 'มีที่จอดรถไหม', language: 'th' })).answer).toBeDefined()
      throw new Error('taken back')
    }).catch((trouble: Error) => expect(trouble.message).toBe('taken back'))
    expect(await ask('มีที่จอดรถไหม', 'th', one)).toBeUndefined()
    await on(one, (ctx) => changeArticle(ctx, draft.id, { texts: { th: text('ที่จอดรถ', 'จอดหน้าร้าน', ['มีที่จอดรถไหม']) } }))
    await on(one, (ctx) => publishArticle(ctx, draft.id))
    expect((await ask('มีที่จอดรถไหม', 'th', one))?.answer).toBe('จอดหน้าร้าน')
  })

  test('is looked for by staff in an index, however many there are', async () => {
    await database.owner.query('set enable_seqscan = off')
    const { rows } = await database.owner.query(`explain select 1 from passages where tokens && array['x#parking']`)
    await database.owner.query('reset enable_seqscan')
    expect(JSON.stringify(rows)).toContain('passages_tokens')
  })

  test('for staff is not for customers, whoever makes it so and whenever', async () => {
    const it = await publish({ ...parking, key: 'staff-parking', visibility: 'staff' })
    expect(await ask('มีที่จอดรถไหม', 'th')).toBeUndefined()
    await on(tenant, (ctx) => changeArticle(ctx, it.id, { visibility: 'customer' }))
    expect(await ask('มีที่จอดรถไหม', 'th')).toBeDefined()
    await on(tenant, (ctx) => changeArticle(ctx, it.id, { visibility: 'staff' }))
    expect(await ask('มีที่จอดรถไหม', 'th')).toBeUndefined()
    // not even a forgotten step could show it: the database holds a passage to its article's visibility
    await expect(
      database.owner.query(`update passages set visibility = 'customer' where article_id = $1`, [it.id]),
    ).rejects.toThrow(/foreign key/)
  })

  test('is found by its owners in any language, without spaces too', async () => {
    await publish({ ...parking, key: 'found' })
    const find = (search: string) =>
      on(tenant, async (ctx) => {
        const asked = { page: 1, page_size: 25, search, sort: [{ field: 'key' as const, direction: 'asc' as const }] }
        return (await listArticles(ctx, asked)).rows.map((it) => it.key)
      })
    expect(await find('จอดรถ')).toContain('found')
    expect(await find('foun')).toEqual(['found'])
    expect(await find("%' or 1=1")).toEqual([])
  })

  test('is written by whoever works here, and published by who answers for the desk', async () => {
    const [agent, admin, looker] = [staffOf('agent'), staffOf('admin'), staffOf('executive')]
    const draft = await on(tenant, (ctx) => addArticle(ctx, { ...parking, key: 'who' }), agent)
    await on(tenant, (ctx) => changeArticle(ctx, draft.id, { visibility: 'staff' }), agent)
    await expect(on(tenant, (ctx) => publishArticle(ctx, draft.id), agent)).rejects.toThrow('not_allowed')
    await on(tenant, (ctx) => publishArticle(ctx, draft.id), admin)
    await expect(on(tenant, (ctx) => changeArticle(ctx, draft.id, {}), agent)).rejects.toThrow('not_allowed')
    await expect(on(tenant, (ctx) => addArticle(ctx, { ...parking, key: 'no' }), looker)).rejects.toThrow('not_allowed')
    await expect(on(tenant, (ctx) => addArticle(ctx, { ...parking, key: 'who' }), agent)).rejects.toThrow(
      'article_key_taken',
    )
  })

  test('without an answer in one of its languages is not published', async () => {
    const it = { ...parking, key: 'half', texts: { ...parking.texts, en: text('Parking', '') } }
    const draft = await on(tenant, (ctx) => addArticle(ctx, it))
    await expect(on(tenant, (ctx) => publishArticle(ctx, draft.id))).rejects.toThrow('article_without_answer')
  })

  test.each([
    '',
    '   ',
    '🙂🙂',
    '\u200b\u202e',
    'ๆๆๆ',
    '?',
    'a'.repeat(5_000),
    'ที่'.repeat(3_000),
    `{"role":"system"}`,
    "'; drop table articles; --",
  ])('is not found by %j, and nothing breaks', async (words) => {
    expect(await ask(words)).toBeUndefined()
  })

  test('that was read by an older version is found again once it is read anew', async () => {
    const other = await aTenant(database)
    await publish(parking, other)
    await database.owner.query(`update passages set reading = 0, tokens = '{}' where tenant_id = $1`, [other.id])
    expect(await ask('มีที่จอดรถไหม', 'th', other)).toBeUndefined()
    expect([await refreshPassages(other.id), await refreshPassages(other.id)]).toEqual([1, 0])
    expect(await ask('มีที่จอดรถไหม', 'th', other)).toBeDefined()
  })

  test('of a case’s type is part of what staff see of the case', async () => {
    const type = await on(tenant, (ctx) => aCaseType(ctx))
    const one = await on(tenant, (ctx) => aCase(ctx, { type: type.key }))
    expect((await on(tenant, (ctx) => caseInFull(ctx, one.id)))?.sop).toBeNull()
    await publish({
      key: 'sop',
      visibility: 'staff',
      caseType: type.key,
      texts: { en: text('SOP', '1. First.\n2. Then.') },
    })
    expect((await on(tenant, (ctx) => caseInFull(ctx, one.id)))?.sop?.en?.answer).toBe('1. First.\n2. Then.')
  })
})

describe('a question nobody could answer', () => {
  beforeAll(async () => {
    tenant = await aTenant(database)
    await publish(parking)
  })

  test('makes one draft with those who ask the same, without what tells who asked', async () => {
    await asks('Can I bring my dog on the trip? I am Tukta, call 081-000-1234', { name: 'Tukta' })
    await asks('can i take my dog along on the trip')
    await asks('Do you ship knives to Chiang Mai?')
    const [dogs, knives, ...others] = await gaps()
    expect(others).toEqual([])
    expect([dogs?.count, knives?.count]).toEqual([2, 1])
    // their words alone: an id may hold any three digits
    expect(JSON.stringify([dogs?.draft?.texts, dogs?.asked])).not.toMatch(/Tukta|081/)
    expect(JSON.stringify(dogs)).not.toMatch(/Tukta|000-?1234/)
    expect(dogs?.draft).toMatchObject({ status: 'draft', visibility: 'customer', texts: { en: { answer: '' } } })
  })

  test('asked by many at once is still one draft', async () => {
    await Promise.all(Array.from({ length: 6 }, () => asks('Is there wifi on the night train?')))
    const wifi = (await gaps()).filter((it) => it.draft.texts.en?.title.includes('wifi'))
    expect(wifi.map((it) => it.count)).toEqual([6])
  })

  test('that was put aside is counted no more, and makes no second draft', async () => {
    const before = (await gaps()).length
    await asks('Who will win the football tonight?')
    const [made] = (await gaps()).filter((it) => it.draft.texts.en?.title.includes('football'))
    await on(tenant, (ctx) => retireArticle(ctx, made?.draft.id ?? ''))
    await asks('who will win the football match tonight')
    expect(await gaps()).toHaveLength(before)
  })

  test('gets its answer from the person who answered, once; a greeting is none', async () => {
    const { conversationId, contact } = await asks('Is there a sauna at the hotel?', { name: 'Ann Lee' })
    const nan = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId, name: 'Nanthida', role: 'agent' }))
    await on(tenant, (ctx) => handOver(ctx, { conversationId, why: 'asked' }), { kind: 'contact', id: contact.id })
    const say = (words: string) => on(tenant, (ctx) => answerCustomer(ctx, { conversationId, text: words }), nan.actor)
    expect(await say('Hello Ann, this is Nanthida.')).toEqual({ draftId: undefined })
    expect(await say('Let me check that for you.')).toEqual({ draftId: undefined })
    const { draftId } = await say('Dear Ann, every hotel of ours has a sauna. Ask Nanthida on 081-000-7777.')
    expect(draftId).toBeTruthy()
    expect(await say('And it is open until ten in the evening.')).toEqual({ draftId: undefined })
    const draft = await on(tenant, (ctx) => Article.query(ctx.trx).findById(draftId ?? ''))
    expect(draft?.texts.en?.answer).toBe('Dear …, every hotel of ours has a sauna. Ask … on ….')
    await on(tenant, (ctx) => publishArticle(ctx, draftId ?? ''))
    expect(await ask('is there a sauna at the hotel')).toMatchObject({ answer: draft?.texts.en?.answer })
  })

  test('is one too when the answer did not help; saying so twice is no news', async () => {
    const { rows } = await database.owner.query(`select id from articles where key = 'parking' and tenant_id = $1`, [
      tenant.id,
    ])
    const { questionId, conversationId, contact } = await asks('Where may a bus park?', { answeredBy: rows[0].id })
    const actor: Actor = { kind: 'contact', id: contact.id }
    const tap = (helped: boolean, where = conversationId) =>
      on(tenant, (ctx) => answerHelped(ctx, { questionId, conversationId: where, helped }), actor)
    expect([await tap(false), await tap(false)]).toEqual([true, false])
    const [gap] = (await gaps()).filter((it) => it.draft.texts.en?.title === 'Where may a bus park?')
    expect(gap).toMatchObject({ count: 1, shown: { id: rows[0].id, title: 'ที่จอดรถ' } })
    await expect(tap(true, newId())).rejects.toThrow('not_found')
  })

  test('goes when it is taken back; of others who asked it stays, without these words', async () => {
    const one = await asks('Is my zebra4711 allowed in the pool area?')
    await asks('are zebras allowed in the pool area')
    const alone = await asks('May my quokka5529 ride the boat?')
    const forget = (it: typeof one) =>
      on(tenant, async (ctx) => {
        const row = await MessageRow.query(ctx.trx).findById(it.message.id).throwIfNotFound()
        await row.$query(ctx.trx).patch({ body: null, removedAt: ctx.now })
        await forgetWords(ctx, row, it.message.body ?? '', 'withdrawn')
      })
    await forget(one)
    await forget(alone)
    for (const table of ['questions', 'articles', 'passages', 'article_versions']) {
      const { rows } = await database.owner.query(
        `select 1 from ${table} t where t.tenant_id = $1 and (t::text like '%zebra4711%' or t::text like '%quokka5529%')`,
        [tenant.id],
      )
      expect(rows, table).toEqual([])
    }
    const left = (await gaps()).filter((it) => it.draft.texts.en?.title.includes('zebra'))
    expect(left.map((it) => [it.count, it.draft.texts.en?.title])).toEqual([[1, 'are zebras allowed in the pool area']])
  })
})
