import type { ActivityView } from '../api/activities/schema.ts'
import type { BookingFormView, BookingView } from '../api/bookings/schema.ts'
import type { SessionView } from '../api/sessions/schema.ts'
import type { CaseWithFiles, TodayView, TrackView } from '../api/cases/schema.ts'
import type { FileView } from '../api/files/schema.ts'

const MINUTE = 60_000
const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()
const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`

const topUp = { th: 'เติมเงินไม่เข้า', en: 'Top-up has not arrived', ja: '入金が反映されない' }
const slow = { th: 'ออเดอร์ไม่เริ่ม', en: 'Order has not started', ja: '注文が開始されない' }

const aSlip: FileView = {
  id: id(800),
  kind: 'image',
  name: null,
  contentType: 'image/png',
  size: 68,
  state: 'stored',
  why: null,
  heard: null,
  sentAt: at(-6),
  url: 'https://desk.example/files/a-slip',
}

export const track: TrackView = {
  now: at(0),
  reference: 'ML-C-5561',
  tenant: 'Meelike',
  language: 'th',
  type: topUp,
  status: 'investigating',
  openedAt: at(-7),
  dueAt: at(8),
  resolvedAt: null,
  owner: 'พลอย',
  history: [
    { status: 'new', at: at(-7) },
    { status: 'investigating', at: at(-4) },
  ],
  files: [aSlip],
  zone: 'Asia/Bangkok',
}

export const resolved: TrackView = {
  ...track,
  status: 'resolved',
  resolvedAt: at(-1),
  history: [
    ...track.history,
    { status: 'waiting_provider', at: at(-3) },
    { status: 'fixing', at: at(-2) },
    { status: 'resolved', at: at(-1) },
  ],
}

const aCase = (n: number, it: Partial<CaseWithFiles>): CaseWithFiles => ({
  id: id(n),
  reference: `ML-C-55${60 + n}`,
  type: {
    key: 'topup_missing',
    names: topUp,
    labels: { name: { th: 'ยูสเซอร์เนม', en: 'User name', ja: 'ユーザー名' } },
  },
  severity: 'critical',
  status: 'new',
  contact: { id: id(100 + n), name: 'Tukta' },
  owner: null,
  provider: null,
  orders: [],
  source: 'line',
  slots: { amount: 500, name: 'tukta_shop' },
  openedAt: at(-12),
  claimedAt: null,
  slaDueAt: at(3),
  slaStoppedAt: null,
  slaBreachedAt: null,
  rootCause: null,
  resolvedAt: null,
  closedAt: null,
  reopened: 0,
  trackUrl: '/t/a-token',
  can: ['claim', 'note'],
  said: [],
  files: [],
  notes: [],
  rootCauseNames: null,
  sop: null,
  ...it,
})

const ploy = { id: id(201), name: 'พลอย' }

export const cases: CaseWithFiles[] = [
  aCase(2, {
    severity: 'high',
    status: 'investigating',
    owner: ploy,
    type: { key: 'order_not_started', names: slow, labels: {} },
    slaDueAt: at(42),
    contact: { id: id(102), name: 'ร้านมะลิ ไอจี' },
    can: ['move', 'note', 'resolve'],
  }),
  aCase(1, {
    said: ['โอนไป 500 แต่เงินไม่เข้าค่ะ', 'ช่วยด่วนนะคะ'],
    files: [aSlip, { ...aSlip, id: id(801), kind: 'file', name: 'statement.pdf', state: 'waiting', url: null }],
    notes: [{ id: id(901), text: 'โทรคุยแล้ว\nรอสลิป', staff: ploy, at: at(-5) }],
  }),
  aCase(3, {
    owner: ploy,
    status: 'waiting_provider',
    slaDueAt: at(-6),
    slaBreachedAt: at(-6),
    contact: { id: id(103), name: null },
    can: ['note'],
  }),
]

export const today: TodayView = {
  now: at(0),
  zone: 'Asia/Bangkok',
  open: { critical: 2, high: 5, normal: 11, low: 0 },
  unclaimed: 3,
  breached: 1,
  resolvedToday: 24,
  atRisk: cases,
  waitingBookings: 4,
}

export const activities: ActivityView[] = [
  { type: 'case.opened', actor: { kind: 'contact', id: id(101), name: 'Tukta' }, minutes: -12, facts: {} },
  { type: 'case.reported_again', actor: { kind: 'contact', id: id(101), name: 'Tukta' }, minutes: -9, facts: {} },
  { type: 'case.sla_warned', actor: { kind: 'system', id: null, name: null }, minutes: -1, facts: {} },
].map(({ minutes, ...line }, index) => ({
  id: id(300 + index),
  subject: { kind: 'case', id: id(1) },
  number: index + 1,
  at: at(minutes),
  ...line,
}))

const inDays = (days: number) =>
  new Date(Math.floor(Date.now() / 86_400_000 + days) * 86_400_000 + 2 * 3_600_000).toISOString()

const aTour = (
  n: number,
  name: string,
  nameTh: string,
  priceMinor: number,
  slots: [days: number, seats: number][] = [],
) => ({
  id: id(400 + n),
  type: 'tour',
  name,
  names: { en: name, th: nameTh },
  priceMinor,
  currency: 'USD',
  pricePer: 'person',
  maxPeople: 12,
  slots: slots.map(([days, seatsLeft], index) => ({ id: id(500 + n * 10 + index), startsAt: inDays(days), seatsLeft })),
})

export const form: BookingFormView = {
  tenant: 'AsiaTravelPlan',
  person: id(101),
  zone: 'Asia/Bangkok',
  language: 'en',
  today: new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Bangkok' }),
  draft: { kind: 'catalog_tour', slots: { party_size: 4, date: '2026-12', name: 'Imogen' } },
  kinds: [
    {
      key: 'tailor_made_trip',
      names: { en: 'Tailor-made private trip', th: 'ทริปส่วนตัวจัดเอง' },
      requiredSlots: ['destination', 'date', 'party_size', 'duration_nights'],
      optionalSlots: ['budget', 'item', 'name', 'phone', 'email'],
      itemTypes: ['tour'],
    },
    {
      key: 'catalog_tour',
      names: { en: 'Join a published tour', th: 'จองทัวร์ตามโปรแกรม' },
      requiredSlots: ['item', 'date', 'party_size'],
      optionalSlots: ['budget', 'name', 'phone', 'email'],
      itemTypes: ['tour'],
    },
    {
      key: 'transfer_only',
      names: { en: 'Airport or city transfer', th: 'จองรถรับส่ง' },
      requiredSlots: ['date', 'time', 'destination'],
      optionalSlots: ['party_size', 'venue'],
      itemTypes: [],
    },
  ],
  items: [
    aTour(1, 'Bangkok to Chiang Mai by Rail', 'รถไฟจากกรุงเทพฯ สู่เชียงใหม่', 129_000),
    aTour(2, 'Luang Prabang Slow Boat', 'ล่องเรือช้าหลวงพระบาง', 98_000, [
      [14, 2],
      [28, 9],
      [42, 0],
    ]),
    aTour(3, 'Northern Hill Trails', 'เดินป่าดอยเหนือ', 89_000),
    aTour(4, 'Andaman Island Hopper', 'ทะเลอันดามัน เกาะสู่เกาะ', 115_000, [[30, 6]]),
    aTour(5, 'Hanoi & Lan Ha Bay Cruise', 'ฮานอยและล่องเรือลันฮา', 98_000),
    aTour(6, 'Angkor at Dawn', 'นครวัดยามเช้า', 69_000),
    aTour(7, 'Vietnam End to End', 'เวียดนามจากเหนือจรดใต้', 218_000),
  ],
}

export const booking: BookingView = {
  id: id(600),
  reference: 'ATP-5101',
  kind: { key: 'catalog_tour', names: { en: 'Join a published tour' } },
  stage: 'new',
  contact: null,
  owner: null,
  item: null,
  slot: null,
  seats: 4,
  seatsState: 'held',
  holdExpiresAt: at(24 * 60),
  source: 'form',
  slots: {},
  valueMinor: null,
  currency: null,
  requestedAt: at(0),
  slaDueAt: null,
  slaBreachedAt: null,
  answeredAt: null,
  proposal: null,
  cancelAskedAt: null,
  endedWhy: null,
  can: [],
}

export const session: SessionView = {
  kind: 'staff',
  id: id(200),
  name: 'Manop',
  role: 'manager',
  language: 'th',
  tenant: { key: 'meelike', name: 'Meelike', zone: 'Asia/Bangkok', language: 'th' },
}
