import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedLessons } from '../base/shared-lessons.ts'
import { aCaseType, aDatabaseForThisFile, aTenant, moveClock, on, type TestTenant } from '../../../test/factories.ts'
import { teach } from './examples.ts'
import { TriageExample, TriageModel } from '../model.ts'
import { forgetTriage, triageOf } from '../queries.ts'
import { modelInUse, retrain, trainingsDue } from './retrain.ts'
import { aTrainer, trainer } from '../training/trainer.ts'

const database = await aDatabaseForThisFile()
beforeAll(async () => {
  // what all share, once for all tests here
  await trainer.learn({
    desk: { zone: 'UTC', labels: { caseTypes: [], bookingKinds: [] }, gazetteer: [] },
    examples: [],
  })
})
afterAll(async () => {
  forgetTriage()
  await trainer.stop()
})

/** A business that hears of two troubles, with an engine. */
async function aBusiness(): Promise<TestTenant> {
  const tenant = await aTenant(database)
  await on(tenant, async (ctx) => {
    await aCaseType(ctx, { key: 'boiler_cold', severity: 'critical' })
    await aCaseType(ctx, { key: 'gate_jammed', severity: 'normal' })
  })
  await triageOf(tenant.id)
  return tenant
}

const corrected = (tenant: TestTenant, texts: string[], label: string) =>
  on(tenant, async (ctx) => {
    for (const text of texts)
      await teach(ctx, { text, intent: 'case_report', label, origin: 'corrected', language: 'en' })
  })

const models = (tenant: TestTenant) =>
  on(tenant, (ctx) => TriageModel.query(ctx.trx).orderBy('created_at').orderBy('id'))
const due = async (tenant: TestTenant) => (await trainingsDue()).includes(tenant.id)

describe('an engine that is corrected', () => {
  test('learns in a while, once for all corrections, and keeps how it did', async () => {
    const tenant = await aBusiness()
    expect(await retrain(tenant.id)).toBe('not_due')
    await corrected(
      tenant,
      ['the flux gadget hums weirdly', 'flux gadget is humming since noon', 'my flux gadget hums and hums'],
      'gate_jammed',
    )
    expect(await due(tenant)).toBe(false)
    await moveClock(database, '11 minutes')
    expect(await due(tenant)).toBe(true)
    expect(await retrain(tenant.id)).toBe('adopted')
    expect(await due(tenant)).toBe(false)
    forgetTriage()
    const it = (await triageOf(tenant.id)).understand('the flux gadget hums again', new Date())
    expect(it).toMatchObject({ intent: 'case_report', caseType: 'gate_jammed' })
    const [first, second] = await models(tenant)
    expect(second).toMatchObject({ reason: 'examples', refusedWhy: null, againstId: first?.id })
    expect(second?.figures?.messages).toBe(second?.against?.messages)
    expect(second?.figures?.intent).toBeGreaterThan(0.7)
  })

  test('many corrections are learnt within a minute', async () => {
    const tenant = await aBusiness()
    await corrected(tenant, ['alpha one', 'beta two', 'gamma three', 'delta four', 'epsilon five'], 'gate_jammed')
    await moveClock(database, '61 seconds')
    expect(await due(tenant)).toBe(true)
  })

  test('two processes that begin at once train once', async () => {
    const tenant = await aBusiness()
    await corrected(tenant, ['the flux gadget hums weirdly'], 'gate_jammed')
    await moveClock(database, '11 minutes')
    expect((await Promise.all([retrain(tenant.id), retrain(tenant.id)])).sort()).toEqual(['adopted', 'not_due'])
    expect(await models(tenant)).toHaveLength(2)
  })

  test('what is taught while it learns is learnt the next time', async () => {
    const tenant = await aBusiness()
    await corrected(tenant, ['the flux gadget hums weirdly'], 'gate_jammed')
    await moveClock(database, '11 minutes')
    const slow = {
      ...trainer,
      learn: async (lesson: Parameters<typeof trainer.learn>[0]) => {
        await corrected(tenant, ['a late word about the flux gadget'], 'boiler_cold')
        return trainer.learn(lesson)
      },
    }
    expect(await retrain(tenant.id, slow)).toBe('adopted')
    await moveClock(database, '11 minutes')
    expect(await due(tenant)).toBe(true)
  })

  test('a thread that dies in the middle changes nothing, and is tried again', async () => {
    const tenant = await aBusiness()
    await corrected(tenant, ['the flux gadget hums weirdly'], 'gate_jammed')
    await moveClock(database, '11 minutes')
    const dying = aTrainer(
      new URL(
        `data:text/javascript,import{parentPort as p}from'node:worker_threads';p.on('message',()=>process.exit(9))`,
      ),
    )
    await expect(retrain(tenant.id, dying)).rejects.toThrow('ended with 9')
    expect(await models(tenant)).toHaveLength(1)
    expect(await due(tenant)).toBe(false)
    await moveClock(database, '11 minutes')
    expect(await retrain(tenant.id)).toBe('adopted')
  })

  test('a process that dies in the middle leaves its training to another, and comes too late itself', async () => {
    const tenant = await aBusiness()
    await corrected(tenant, ['the flux gadget hums weirdly'], 'gate_jammed')
    await moveClock(database, '11 minutes')
    let other: string | undefined
    const paused = {
      ...trainer,
      learn: async (lesson: Parameters<typeof trainer.learn>[0]) => {
        await moveClock(database, '7 minutes')
        other = await retrain(tenant.id)
        return trainer.learn(lesson)
      },
    }
    expect(await retrain(tenant.id, paused)).toBe('overtaken')
    expect(other).toBe('adopted')
    expect(await models(tenant)).toHaveLength(2)
  })

  test('hundreds of poisoned lessons are refused, and the engine in use stays', async () => {
    const tenant = await aBusiness()
    const used = await on(tenant, modelInUse)
    const idle = sharedLessons().filter((it) => it.intent === 'smalltalk' || it.intent === 'question')
    await corrected(tenant, ['hello', ...new Set(idle.slice(0, 300).map((it) => it.text))], 'boiler_cold')
    await moveClock(database, '2 minutes')
    expect(await retrain(tenant.id)).toBe('refused')
    const refused = (await models(tenant)).at(-1)
    expect(refused).toMatchObject({ adoptedAt: null, refusedWhy: 'intent' })
    expect((await on(tenant, modelInUse))?.id).toBe(used?.id)
    forgetTriage()
    expect((await triageOf(tenant.id)).understand('hello', new Date()).intent).toBe('smalltalk')
  })

  test.each([
    ['none at all', []],
    ['one of one word', ['x']],
    ['huge ones', ['ก'.repeat(100_000), 'a b '.repeat(20_000)]],
    ['only emoji', ['🙂🙂🙂', '💥']],
  ])('%s break nothing', async (_, texts) => {
    const tenant = await aBusiness()
    await corrected(tenant, texts, 'gate_jammed')
    await database.owner.query(
      'insert into triage_training (tenant_id, due_at) values ($1, now()) on conflict (tenant_id) do update set due_at = now()',
      [tenant.id],
    )
    expect(['adopted', 'refused']).toContain(await retrain(tenant.id))
    for (const it of await on(tenant, (ctx) => TriageExample.query(ctx.trx)))
      expect(it.text.length).toBeLessThanOrEqual(2_000)
  })
})

describe('a damaged model', () => {
  test('gives way to the one before it, and is named', async () => {
    const tenant = await aBusiness()
    const first = await on(tenant, modelInUse)
    await corrected(tenant, ['the flux gadget hums weirdly'], 'gate_jammed')
    await moveClock(database, '11 minutes')
    await retrain(tenant.id)
    const second = await on(tenant, modelInUse)
    await database.owner.query(
      `update triage_models set model = overlay(model placing '\\xffff'::bytea from 5000) where id = $1`,
      [second?.id],
    )
    forgetTriage()
    expect((await triageOf(tenant.id)).modelId).toBe(first?.id)
    expect((await models(tenant)).at(-1)).toMatchObject({ adoptedAt: null, refusedWhy: 'damaged' })
  })

  test('with none before it is trained anew', async () => {
    const tenant = await aBusiness()
    await database.owner.query(`update triage_models set model = substring(model for 1000) where tenant_id = $1`, [
      tenant.id,
    ])
    forgetTriage()
    const triage = await triageOf(tenant.id)
    expect(triage.understand('hello there', new Date()).intent).toBe('smalltalk')
    expect((await models(tenant)).map((it) => it.refusedWhy)).toEqual(['damaged', null])
  })

  test('one from an older desk is trained anew', async () => {
    const tenant = await aBusiness()
    await database.owner.query(`update triage_models set model = '\\x00', digest = null where tenant_id = $1`, [
      tenant.id,
    ])
    forgetTriage()
    expect((await triageOf(tenant.id)).understand('hello there', new Date()).intent).toBe('smalltalk')
  })
})
