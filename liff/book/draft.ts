import type { BookingFormView, BookingView } from '../../api/bookings/schema.ts'
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
  sent?: { body: string; key: string } | undefined
}

const KEPT_FOR_MS = 24 * 3_600_000

/** One browser may hold several people (the simulator's phones) and several businesses: each has a half-filled form of their own. */
export function whoseForm(search: string): string {
  const query = new URLSearchParams(search)
  return ['me', query.get('channel'), query.get('slot')].filter(Boolean).join('.')
}

type Kept = { person: string; chat: string; at: number; draft: Draft }

/**
 * The half-filled form on this phone, so that an error, a reload or a closed page loses nothing. A phone may be shared, and the
 * chat goes on: it is gone after a day, for anybody else, and when the chat has come to know other things.
 */
export function keptDraft(name: string, { person, draft: said }: BookingFormView, now: () => number = Date.now) {
  const store = kept(`book.${name}`, 'phone')
  const chat = JSON.stringify(said)
  return {
    read(): Draft | undefined {
      const it = read<Kept>(store.read())
      // What may have arrived is sent again under its key, even if the chat has changed by it.
      const isTheirs = it?.person === person && (it.chat === chat || it.draft?.sent !== undefined)
      if (it?.draft?.answers?.values && isTheirs && now() - (it.at ?? 0) < KEPT_FOR_MS) return it.draft
      store.forget()
      return undefined
    },
    write: (draft: Draft) => store.write(JSON.stringify({ person, chat, at: now(), draft } satisfies Kept)),
    forget: store.forget,
  }
}

/** What has been sent stays with the tab that sent it, so that a reload does not ask for it again. */
export function keptBooking(name: string, { person }: BookingFormView) {
  const store = kept(`booked.${name}`)
  return {
    read(): BookingView | undefined {
      const it = read<{ person: string; booking: BookingView }>(store.read())
      return it?.person === person ? it.booking : undefined
    },
    write: (booking: BookingView) => store.write(JSON.stringify({ person, booking })),
    forget: store.forget,
  }
}

function read<T>(text: string | null): Partial<T> | undefined {
  try {
    return (JSON.parse(text ?? 'null') as Partial<T> | null) ?? undefined
  } catch {
    return undefined
  }
}

/** A key for this wish: the one it was sent with before, unless something in it has changed. */
export function keyFor(draft: Draft, body: string, newKey: () => string): { body: string; key: string } {
  return draft.sent?.body === body ? draft.sent : { body, key: newKey() }
}
