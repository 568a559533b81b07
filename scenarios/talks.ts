import type { apps, Desk } from '../test/desk.ts'
import { answeredToLast, conversationOf } from './all-quiet.ts'

export type Person = ReturnType<ReturnType<Desk['business']>['newcomer']>
export type KeptBooking = { reference: string; slots: Record<string, unknown>; key: string }
export type KeptCase = {
  reference: string
  slots: Record<string, unknown>
  order_refs: string[]
  severity: string
  status: string
  reopened: number
  key: string
}

/** People nobody here has met, what they are answered, and what is kept of it. `desk` is asked for when it runs. */
export function talksOn(desk: () => Desk, app: (typeof apps)[number]) {
  return {
    newcomer: (tenant: string, name: string, language: 'th' | 'en' | 'ja'): Person =>
      desk().business(tenant, app).newcomer(`${name} ${app}`, language),
    /** What was answered to the last of the lines. */
    says: (person: Person, ...lines: string[]): Promise<string> => answeredToLast(desk(), person, lines),
    bookingsOf: async (person: Person) =>
      (await desk().ask(
        `select b.reference, b.slots, k.key from bookings b join booking_kinds k on k.id = b.booking_kind_id where b.conversation_id = $1 order by b.requested_at, b.reference`,
        [await conversationOf(desk(), person)],
      )) as KeptBooking[],
    casesOf: async (person: Person) =>
      (await desk().ask(
        `select c.reference, c.slots, c.order_refs, c.severity, c.status, c.reopened, t.key from cases c join case_types t on t.id = c.case_type_id where c.conversation_id = $1 order by c.opened_at, c.reference`,
        [await conversationOf(desk(), person)],
      )) as KeptCase[],
  }
}
