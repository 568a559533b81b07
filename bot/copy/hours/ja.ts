import type { hours as English } from './en.ts'

export const hours: typeof English = {
  openOn: (it) => `${it.day}は${it.from}から${it.to}まで営業しております。`,
  closedOn: (day) => `${day}はお休みをいただいております。`,
  openNow: (to) => `ただいま営業中です（${to}まで）。`,
  closedNow: (opens) => `ただいま営業時間外です。次の営業は${opens}からです。`,
  week: () => '営業時間のご案内です。',
  days: (it) => (it.to ? `${it.from}〜${it.to}` : it.from),
  span: (it) => `${it.from}〜${it.to}`,
  closed: () => '休業',
  alsoClosed: (days) => `臨時休業：${days}`,
}
