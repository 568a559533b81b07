import { type ModelProvider } from '../../api/llm/language-model.ts'
import { languageModels, useLanguageModels } from '../../api/llm/models.ts'
import type { Purse } from '../../api/llm/purse.ts'
import { sharedLessons } from '../../api/triage/base/shared-lessons.ts'
import { nearestAmong } from '../../api/triage/engines/nearest.ts'
import { roadOf, type TenantDesk, type Wish } from '../../api/triage/engines/road.ts'
import { SURE_ALONE } from '../../api/triage/engines/when-to-ask.ts'
import { read } from '../../api/triage/local/read.ts'
import { train } from '../../api/triage/local/train.ts'
import { recallPrepared } from '../../api/triage/training/prepared.ts'
import type { LabelledMessage, TenantLabels, Understanding } from '../../api/triage/understanding.ts'
import { aModelServer } from './model-server.ts'

const labels: TenantLabels = {
  caseTypes: [
    { key: 'topup_missing', defaultSeverity: 'critical', names: ['เติมเงินไม่เข้า', 'Top-up missing'] },
    { key: 'order_late', defaultSeverity: 'normal', names: ['ออเดอร์ช้า', 'Order is late'] },
  ],
  bookingKinds: [
    {
      key: 'table',
      requiredSlots: ['date', 'party_size'],
      optionalSlots: ['time', 'name', 'item'],
      names: ['จองโต๊ะ', 'A table'],
    },
  ],
}
const own: LabelledMessage[] = [
  { text: 'เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้า', intent: 'case_report', caseType: 'topup_missing' },
  { text: 'โอนแล้วยอดไม่เข้า', intent: 'case_report', caseType: 'topup_missing' },
  { text: 'top-up has not arrived', intent: 'case_report', caseType: 'topup_missing' },
  { text: 'ออเดอร์ช้ามาก', intent: 'case_report', caseType: 'order_late' },
  { text: 'my order is very late', intent: 'case_report', caseType: 'order_late' },
  { text: 'จองโต๊ะพรุ่งนี้ 4 คน', intent: 'booking_request', bookingKind: 'table' },
  { text: 'a table for four please', intent: 'booking_request', bookingKind: 'table' },
]
const lessons = [...sharedLessons(), ...own]
const taughtSince: LabelledMessage = {
  text: 'the blue one again, call 0899999999',
  intent: 'case_report',
  caseType: 'order_late',
}
const zone = 'Asia/Bangkok'
export const at = new Date('2026-11-20T10:00:00+07:00')
const gazetteer = [{ slot: 'item' as const, value: 'Sunset menu', names: ['ชุดพระอาทิตย์ตก'] }]

export const none = { case_type: 'none', booking_kind: 'none', severity: 'none', severity_reason: 'none' }
/** What a model answers, in full. */
export const answer = (more: object) => ({
  intent: 'other',
  ...none,
  language: 'en',
  confidence: 0.9,
  slots: [],
  ...more,
})
export const late = answer({
  intent: 'case_report',
  case_type: 'order_late',
  severity: 'normal',
  severity_reason: 'usual_for_type',
})

/** Words the local engine is not sure of. */
export const vague = 'the thing with the blue one from last time, you know, it is again like that'

const enough: Purse = { take: async () => ({ spent: async () => undefined }) }

/** The road of one small business to a model on loopback: the real engine, real SDKs, and no database. */
export async function aRoadStage() {
  const server = await aModelServer()
  const nearest = nearestAmong([...lessons, taughtSince])
  await nearest
  recallPrepared()
  const model = train(own, labels, sharedLessons())
  const local = (text: string, when = at): Understanding => {
    const it = read(model, text, { now: when, zone, labels, gazetteer, clock: () => 0 })
    // however well it comes to understand them
    return text.startsWith(vague) ? { ...it, confidence: SURE_ALONE - 0.3 } : it
  }
  let tenants = 0
  return {
    server,
    local,
    /** A business of its own, so that nothing is remembered of another test. */
    road: (wish: Partial<Wish> & { order?: ModelProvider[] } = {}, desk: Partial<TenantDesk> = {}) => {
      const { order = ['openai'], ...more } = wish
      return roadOf({
        tenantId: `tenant ${(tenants += 1)}`,
        zone,
        labels,
        gazetteer,
        understand: local,
        nearest: () => nearest,
        wish: async () => ({
          switch: 'decide',
          models: languageModels(order),
          always: false,
          timeoutMs: 5_000,
          purse: enough,
          ...more,
        }),
        clock: () => performance.now(),
        ...desk,
      })
    },
    /** Nothing of the last test is left: neither what was asked nor a provider that was tired out. */
    async afresh() {
      await useLanguageModels(server)
      server.seen.length = 0
    },
    async end() {
      await useLanguageModels(undefined)
      await server.stop()
    },
  }
}
export type RoadStage = Awaited<ReturnType<typeof aRoadStage>>
