import type { BookingView, RequestBookingInput } from '../../api/bookings/schema.ts'
import { api } from '../client/api.ts'
import type { Problem } from '../client/problem.ts'
import type { Copy } from '../copy/en.ts'
import { sorryInWords } from '../copy/sorry.ts'
import { type Faults, whereIs } from './checks.ts'
import type { OpenForm } from './days.ts'
import { type Draft, keyFor } from './draft.ts'

export type Refused = {
  done?: undefined
  /** the session has run out; the draft waits on the phone */
  signIn: boolean
  /** what the desk offers has changed: it must be read again */
  stale: boolean
  /** the same wish may be sent again under its key; a refused one needs a new one */
  sent: Draft['sent']
  change: Partial<Draft>
  faults: Faults
  /** in words, since the language may be switched while it stands there */
  notice: ((t: Copy) => string) | undefined
}

type Sending = {
  draft: Draft
  body: RequestBookingInput
  /** the form link's token, for whoever is not signed in */
  reference: string | undefined
  form: OpenForm
  /** before it leaves: a reload in between must know the key */
  onSending: (sent: { body: string; key: string }) => void
}

/** Sends the request once, however often the button is tapped; a no comes back as what the form should do about it. */
export async function sendRequest({
  draft,
  body,
  reference,
  form,
  onSending,
}: Sending): Promise<{ done: BookingView } | Refused> {
  const sent = keyFor(draft, JSON.stringify(body), () => crypto.randomUUID())
  onSending(sent)
  const { value, problem } = await api.post<BookingView>('/v1/me/bookings', {
    body: reference ? { ...body, ref: reference } : body,
    anonymous: reference !== undefined,
    idempotencyKey: sent.key,
  })
  return problem ? whatToDo(problem, draft, form, sent) : { done: value }
}

export function whatToDo(problem: Problem, draft: Draft, form: OpenForm, sent: Draft['sent']): Refused {
  const { answers } = draft
  const again = {
    signIn: problem.status === 401,
    stale: false,
    sent,
    change: {},
    faults: {},
    notice: undefined,
  } satisfies Refused
  switch (problem.code) {
    case 'slot_full':
    case 'slot_closed': {
      const isFull = problem.code === 'slot_full'
      const notice = (t: Copy) => (isFull ? t.book.slotFull : t.book.slotClosed)
      return {
        ...again,
        stale: true,
        sent: undefined,
        change: { step: 2, answers: { ...answers, slotId: '' } },
        notice,
      }
    }
    case 'item_unknown':
    case 'booking_kind_unknown':
      return {
        ...again,
        stale: true,
        sent: undefined,
        change: { step: 1, answers: { ...answers, itemId: '', slotId: '' } },
        notice: (t) => t.book.kindGone,
      }
  }
  const place = problem.fields.map((field) => whereIs(field, form, answers)).find((it) => it !== undefined)
  if ((problem.status === 422 || problem.status === 400) && place) {
    return { ...again, sent: undefined, change: { step: place.step }, faults: { [place.field]: 'refused' } }
  }
  // No answer, or a failure of ours: it may have arrived, so the key stays and the same wish cannot become two.
  const mayHaveArrived = problem.status === 0 || problem.status >= 500 || problem.code === 'idempotency_in_progress'
  return {
    ...again,
    sent: mayHaveArrived || problem.status === 401 ? sent : undefined,
    notice: (t) => sorryInWords(problem, t),
  }
}
