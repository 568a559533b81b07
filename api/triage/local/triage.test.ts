import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type {
  Gazetteer,
  Intent,
  LabelledMessage,
  Severity,
  SlotName,
  TenantLabels,
  Understanding,
} from '../understanding.ts'
import { parse, serialise } from './model.ts'
import { read } from './read.ts'
import { train } from './train.ts'

type Row = {
  tenant: string
  split?: 'train' | 'dev'
  text: string
  intent: Intent
  case_type?: string
  booking_kind?: string
  severity?: Severity
  slots?: Partial<Record<SlotName, SlotLabel | SlotLabel[]>>
}
type SlotLabel = { text: string; value: string | number }
type Taxonomy = {
  tenants: Record<
    string,
    {
      case_types: { key: string; default_severity: Severity }[]
      booking_kinds: { key: string; required_slots: SlotName[]; optional_slots: SlotName[] }[]
    }
  >
}

const data = new URL('../../../seeds/data/triage/', import.meta.url)
const fileOf = (name: string): string => readFileSync(new URL(name, data), 'utf8')
const rowsOf = (name: string): Row[] =>
  fileOf(name)
    .trim()
    .split('\n')
    .map((it) => JSON.parse(it) as Row)

const messages = rowsOf('messages.jsonl')
const learnt = [...messages.filter((it) => it.split === 'train'), ...rowsOf('extra.jsonl')]
const dev = messages.filter((it) => it.split === 'dev')
const taxonomy = JSON.parse(fileOf('taxonomy.json')) as Taxonomy

const examples: LabelledMessage[] = learnt.map((it) => ({
  text: it.text,
  intent: it.intent,
  ...(it.case_type ? { caseType: it.case_type } : {}),
  ...(it.booking_kind ? { bookingKind: it.booking_kind } : {}),
}))

const labelled = (row: Row, slot: SlotName): SlotLabel[] => [row.slots?.[slot] ?? []].flat()

/** The catalogue as far as the training messages name it. */
const gazetteerOf = (tenant: string): Gazetteer => {
  const own = learnt.filter((it) => it.tenant === tenant)
  return own.flatMap((row) =>
    (['item', 'venue'] as const).flatMap((slot) =>
      labelled(row, slot).map((it) => ({ slot, value: String(it.value), names: [it.text] })),
    ),
  )
}

const desks = new Map(
  Object.entries(taxonomy.tenants).map(([tenant, it]) => {
    const labels: TenantLabels = {
      caseTypes: it.case_types.map(({ key, default_severity }) => ({ key, defaultSeverity: default_severity })),
      bookingKinds: it.booking_kinds.map(({ key, required_slots, optional_slots }) => ({
        key,
        requiredSlots: required_slots,
        optionalSlots: optional_slots,
      })),
    }
    return [tenant, { labels, gazetteer: gazetteerOf(tenant), model: train(examples, labels) }]
  }),
)

const understand = (tenant: string, text: string): Understanding => {
  const desk = desks.get(tenant)
  if (!desk) throw new Error(`no desk ${tenant}`)
  return read(desk.model, text, {
    ...desk,
    now: new Date('2026-11-20T10:00:00+07:00'),
    zone: 'Asia/Bangkok',
    clock: () => performance.now(),
  })
}

const answers = dev.map((row) => ({ row, got: understand(row.tenant, row.text) }))
const share = <T>(all: T[], good: (it: T) => boolean): number =>
  all.length === 0 ? 1 : all.filter(good).length / all.length
const cases = answers.filter(({ row }) => row.intent === 'case_report')

const macroF1 = (): number => {
  const intents = [...new Set(dev.map((it) => it.intent))]
  const each = intents.map((intent) => {
    const hits = answers.filter(({ row, got }) => row.intent === intent && got.intent === intent).length
    const said = answers.filter(({ got }) => got.intent === intent).length
    return (2 * hits) / (said + answers.filter(({ row }) => row.intent === intent).length)
  })
  return each.reduce((a, b) => a + b, 0) / each.length
}

const recallOf = (slot: SlotName): number => {
  const wanted = answers.flatMap(({ row, got }) => labelled(row, slot).map((it) => ({ it, got })))
  return share(wanted, ({ it, got }) =>
    (got.slots[slot] ?? []).some((found) => String(found.value) === String(it.value)),
  )
}

describe('messages never seen in training', () => {
  test('intents', () => expect(macroF1()).toBeGreaterThanOrEqual(0.82))
  test('case types, where a case was seen', () =>
    expect(
      share(
        cases.filter(({ got }) => got.intent === 'case_report'),
        ({ row, got }) => got.caseType === row.case_type,
      ),
    ).toBeGreaterThanOrEqual(CASE_FLOOR))
  test('the right case type is among the first three offered', () =>
    expect(
      share(cases, ({ row, got }) => got.alternatives.slice(0, 3).some((it) => it.key === row.case_type)),
    ).toBeGreaterThanOrEqual(0.87))
  test('critical trouble is not missed', () =>
    expect(
      share(
        cases.filter(({ row }) => row.severity === 'critical'),
        ({ got }) => got.severity === 'critical',
      ),
    ).toBeGreaterThanOrEqual(0.9))
  test('chatter rarely becomes a booking', () =>
    expect(
      answers.filter(
        ({ row, got }) => (row.intent === 'smalltalk' || row.intent === 'other') && got.intent === 'booking_request',
      ).length,
    ).toBeLessThanOrEqual(1))
  test.each([
    ['date', 0.8],
    ['time', 0.8],
    ['party_size', 0.75],
    ['duration_nights', 0.8],
    ['amount', 0.75],
    ['reference', 0.95],
    ['order_id', 0.95],
  ] as const)('slot %s', (slot, floor) => expect(recallOf(slot)).toBeGreaterThanOrEqual(floor))
  test('the surest answers are nearly always right', () =>
    expect(
      share(
        answers.filter(({ got }) => got.intentConfidence >= 0.9),
        ({ row, got }) => got.intent === row.intent,
      ),
    ).toBeGreaterThanOrEqual(0.92))
})

const CASE_FLOOR = 0.72

describe('sentences of the desk', () => {
  test.each(['เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว ยูส tukta_shop', 'โอน 500 แล้วเครดิตยังไม่มาเลยครับ ยูสเซอร์ tukta_shop'])(
    '%s',
    (text) => {
      const got = understand('meelike', text)
      expect(got).toMatchObject({ intent: 'case_report', caseType: 'topup_not_credited', severity: 'critical' })
      expect(got.slots.amount?.[0]?.value).toBe(500)
      expect(got.slots.name?.[0]?.value).toBe('tukta_shop')
    },
  )

  test.each([
    "Hi, we're 4 people, thinking of Chiang Mai second week of December, 3 nights",
    'Hello! Four of us would love to see Chiang Mai in the second week of December for 3 nights',
  ])('%s', (text) => {
    const got = understand('asiatravelplan', text)
    expect(got.intent).toBe('booking_request')
    expect(['tailor_made_trip', 'catalog_tour']).toContain(got.bookingKind)
    expect(got.slots.party_size?.[0]?.value).toBe(4)
    expect(got.slots.destination?.[0]?.value).toBe('Chiang Mai')
    expect(got.slots.date?.[0]?.value).toBe('2026-12-07/2026-12-13')
    expect(got.slots.duration_nights?.[0]?.value).toBe(3)
  })

  test.each(['', '   ', 'xkqzv wqpz', 'Доброе утро, мне нужна помощь', '안녕하세요 문의드립니다'])(
    '%j is not taken for a request',
    (text) => {
      const got = understand('prime', text)
      expect(got.confidence < 0.5 || got.intent === 'other').toBe(true)
    },
  )
})

test('a stored model reads as the trained one', () => {
  const desk = desks.get('meelike')
  if (!desk) throw new Error('no desk')
  const again = parse(serialise(desk.model))
  const context = { ...desk, now: new Date('2026-11-20T10:00:00+07:00'), zone: 'Asia/Bangkok', clock: () => 0 }
  // as it comes from the database: a Buffer somewhere in a pool, at an odd address
  const pooled = Buffer.concat([Buffer.alloc(7), serialise(desk.model)]).subarray(7)
  expect(parse(pooled)).toEqual(again)
  for (const { text } of dev.slice(0, 40)) expect(read(again, text, context)).toEqual(read(desk.model, text, context))
  expect(serialise(desk.model).length).toBeLessThan(5_000_000)
})
