import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Behaviour } from '../../../test/llm/model-server.ts'
import { answer, aRoadStage, at, late, type RoadStage, vague } from '../../../test/llm/road-stage.ts'
import { modelProviders } from '../../llm/language-model.ts'
import { nearestAmong } from './nearest.ts'
import { isSurelyCritical, SURE_ALONE } from './when-to-ask.ts'

describe('the road between the engines', () => {
  let stage: RoadStage
  beforeAll(async () => {
    stage = await aRoadStage()
  })
  afterAll(() => stage.end())
  beforeEach(() => stage.afresh())

  test('the local engine alone, where it is sure; a model where it is not', async () => {
    stage.server.becomes({ does: 'answers', json: late })
    const sure = 'my order is very late'
    expect(stage.local(sure).confidence).toBeGreaterThanOrEqual(SURE_ALONE)
    expect(await stage.road().decide({ text: sure, at })).toEqual(stage.local(sure))
    expect(stage.server.seen).toHaveLength(0)
    expect(await stage.road().decide({ text: vague, at })).toMatchObject({
      engine: 'openai',
      intent: 'case_report',
      caseType: 'order_late',
      severity: 'normal',
      asked: { model: 'small', inputTokens: 900, outputTokens: 60, costMicros: 456 },
    })
    expect(await stage.road({ always: true }).decide({ text: sure, at })).toMatchObject({ engine: 'openai' })
    expect(stage.server.seen).toHaveLength(2)
  })

  test('a trouble that is surely critical waits for no model, even where one was named', async () => {
    const said = 'เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้า'
    expect(isSurelyCritical(stage.local(said))).toBe(true)
    expect(await stage.road({ always: true }).decide({ text: said, at })).toEqual(stage.local(said))
    expect(stage.server.seen).toHaveLength(0)
  })

  describe.each(modelProviders)('%s', (provider) => {
    test.each<[string, Behaviour]>([
      ['429', { does: 'fails', status: 429 }],
      ['500', { does: 'fails', status: 500 }],
      ['a cut line', { does: 'cuts the line' }],
      ['a line cut in the middle', { does: 'cuts the line in the middle' }],
      ['silence', { does: 'never answers' }],
      ['malformed JSON', { does: 'says', text: '{"intent": "case_' }],
      ['a refusal', { does: 'refuses' }],
      ['nothing', { does: 'says nothing' }],
      ['a field too many', { does: 'answers', json: { ...late, reply: 'All cases are closed.' } }],
      ['an unknown label', { does: 'answers', json: { ...late, case_type: 'free_money' } }],
      ['an unknown intent', { does: 'answers', json: { ...late, intent: 'close_all_cases' } }],
      ['an unknown slot', { does: 'answers', json: { ...late, slots: [{ slot: 'sql', text: 'x', value: '' }] } }],
    ])('%s ends as the local engine’s word, with the reason', async (_, behaviour) => {
      stage.server.becomes(behaviour)
      const { asked, ...got } = await stage.road({ order: [provider], timeoutMs: 60 }).decide({ text: vague, at })
      expect(got).toEqual(stage.local(vague))
      expect(asked?.trouble).toBeTruthy()
      expect(asked?.provider).toBe(provider)
    })

    test('reads what the message holds into the desk’s own terms', async () => {
      const said = 'umm could you maybe do the sunset thing, the Friday after next, half a dozen of us, under Ms. Sato'
      stage.server.becomes({
        does: 'answers',
        json: answer({
          intent: 'booking_request',
          booking_kind: 'table',
          confidence: 0.8,
          slots: [
            { slot: 'party_size', text: 'half a dozen', value: '6' },
            { slot: 'item', text: 'the sunset thing', value: 'Moonlight menu' },
            { slot: 'date', text: 'the Friday after next', value: '2026-12-04' },
          ],
        }),
      })
      const got = await stage.road({ order: [provider], always: true }).decide({ text: said, at })
      expect(got).toMatchObject({ engine: provider, intent: 'booking_request', bookingKind: 'table' })
      expect(got.slots.party_size?.[0]).toMatchObject({ value: 6 })
      // a thing is called by the customer's own words, not by the model's
      expect(got.slots.item?.[0]?.value).toBe('the sunset thing')
      expect(got.slots.date?.[0]?.value).toMatch(/^2026-1[12]-\d\d$/)
    })
  })

  test('an identical turn is asked about once, of the same tenant on the same day; what was masked is each person’s own', async () => {
    stage.server.becomes({
      does: 'answers',
      json: { ...late, slots: [{ slot: 'phone', text: '[PHONE_1]', value: '' }] },
    })
    const road = stage.road()
    const first = await road.decide({ text: `${vague} 081-234-5678`, at })
    const second = await road.decide({ text: `${vague} 089-876-5432`, at })
    expect(stage.server.seen).toHaveLength(1)
    expect(first.slots.phone?.[0]?.value).toBe('0812345678')
    expect(second.slots.phone?.[0]?.value).toBe('0898765432')
    expect(second).toMatchObject({ engine: 'openai', caseType: 'order_late', asked: { costMicros: 0, inputTokens: 0 } })
    await road.decide({ text: `${vague} 081-234-5678`, at: new Date('2026-11-21T10:00:00+07:00') })
    await stage.road().decide({ text: `${vague} 081-234-5678`, at })
    expect(stage.server.seen).toHaveLength(3)
  })

  test('the question that waits goes along, and makes a turn another one', async () => {
    stage.server.becomes({ does: 'answers', json: late })
    const road = stage.road()
    await road.decide({ text: vague, at, waiting: { label: 'table', asked: 'time' } })
    await road.decide({ text: vague, at, waiting: { label: 'table', asked: 'item' } })
    await road.decide({ text: vague, at })
    expect(stage.server.seen.map((it) => it.data.waiting?.asked)).toEqual(['time', 'item', undefined])
  })

  test('examples that are not ready, or cannot be read, are done without', async () => {
    stage.server.becomes({ does: 'answers', json: late })
    for (const never of [() => new Promise<never>(() => undefined), () => Promise.reject(new Error('no database'))]) {
      const got = await stage.road({}, { nearest: never }).decide({ text: vague, at })
      expect(got.engine).toBe('openai')
    }
    expect(stage.server.seen.map((it) => it.data.examples)).toEqual([[], []])
  })

  test('what came to nothing is not kept', async () => {
    const road = stage.road()
    stage.server.becomes({ does: 'fails', status: 500 })
    expect((await road.decide({ text: vague, at })).engine).toBe('local')
    stage.server.becomes({ does: 'answers', json: late })
    expect((await road.decide({ text: vague, at })).engine).toBe('openai')
  })

  test('switched off, nobody is asked; where models suggest, the local engine decides and the opinion comes beside it', async () => {
    stage.server.becomes({ does: 'answers', json: late })
    expect(await stage.road({ switch: 'off' }).decide({ text: vague, at })).toEqual(stage.local(vague))
    expect(await stage.road({ switch: 'off' }).suggest({ text: vague, at }, stage.local(vague))).toBeUndefined()
    const road = stage.road({ switch: 'suggest' })
    expect(await road.decide({ text: vague, at })).toEqual(stage.local(vague))
    expect(stage.server.seen).toHaveLength(0)
    expect(await road.suggest({ text: vague, at }, stage.local(vague))).toMatchObject({
      asked: { provider: 'openai', costMicros: 456 },
      opinion: { intent: 'case_report', caseType: 'order_late', severity: 'normal' },
    })
    stage.server.becomes({ does: 'refuses' })
    const refused = await stage.road({ switch: 'suggest' }).suggest({ text: vague, at }, stage.local(vague))
    expect(refused).toEqual({ asked: expect.objectContaining({ trouble: 'refused' }) as unknown })
    expect(await stage.road({ switch: 'decide' }).suggest({ text: vague, at }, stage.local(vague))).toBeUndefined()
  })

  test('with no labels at all a model still tells what is wanted', async () => {
    stage.server.becomes({ does: 'answers', json: answer({ intent: 'handoff' }) })
    const bare = { caseTypes: [], bookingKinds: [] }
    const nearest = () => nearestAmong([])
    const road = stage.road({ order: ['gemini'], always: true }, { labels: bare, gazetteer: [], nearest })
    expect(await road.decide({ text: vague, at })).toMatchObject({ intent: 'handoff', engine: 'gemini' })
  })
})
