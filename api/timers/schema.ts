/** Every instant the desk waits for. A kind without a handler does not compile (workers/timers.ts). */
export const timerKinds = [
  'case.sla_warning',
  'case.sla_breach',
  'case.auto_close',
  'case.provider_silent',
  'booking.sla_breach',
  'booking.hold_expiry',
  'booking.reminder',
  'conversation.hand_back',
  'conversation.window_closing',
  'payment.overdue',
] as const
export type TimerKind = (typeof timerKinds)[number]

export type DueTimer = {
  id: string
  kind: TimerKind
  subjectId: string
  dueAt: Date
  /** how often its handler has thrown */
  attempts: number
}
