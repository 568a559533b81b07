import type { BookingView } from '../../api/bookings/schema.ts'
import { kept } from '../client/kept.ts'
import type { Answers } from './answers.ts'
import type { NamedDay } from './days.ts'

export type Step = 1 | 2 | 3

export type Draft = {
  answers: Answers
  step: Step
  /** what is on sale on a day that the form does not list */
  named?: NamedDay | undefined
  /** what was sent last and under which key: the same wish sent again is the same booking */
  sent?: { body: string; key: string }
  done?: BookingView
}

/** One browser may hold several people (the simulator's phones) and several businesses: each has a half-filled form of their own. */
export function whoseForm(search: string): string {
  const query = new URLSearchParams(search)
  return ['me', query.get('channel'), query.get('slot')].filter(Boolean).join('.')
}

/** The half-filled form on this phone, so that an error or a reload loses nothing. */
export function keptDraft(name: string) {
  const store = kept(`book.${name}`)
  return {
    read(): Draft | undefined {
      try {
        const it = JSON.parse(store.read() ?? 'null') as Draft | null
        return it?.answers?.values ? it : undefined
      } catch {
        return undefined
      }
    },
    write: (draft: Draft) => store.write(JSON.stringify(draft)),
  }
}

/** A key for this wish: the one it was sent with before, unless something in it has changed. */
export function keyFor(draft: Draft, body: string, newKey: () => string): { body: string; key: string } {
  return draft.sent?.body === body ? draft.sent : { body, key: newKey() }
}
