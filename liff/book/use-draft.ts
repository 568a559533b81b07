import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BookingFormView, BookingView, TimesOfDay } from '../../api/bookings/schema.ts'
import { api } from '../client/api.ts'
import { type Answers, bodyOf, firstAnswers, withOwnDay } from './answers.ts'
import { type Faults, faultsIn } from './checks.ts'
import { mustBeAskedFor, type OpenForm } from './days.ts'
import { type Draft, keptBooking, keptDraft, type Step, whoseForm } from './draft.ts'
import { type Refused, sendRequest } from './send.ts'

export type FormProps = {
  form: BookingFormView
  reload: () => Promise<void>
  reference: string | undefined
  signInAgain: (() => Promise<void>) | undefined
}

/** What somebody has answered so far, which step they are at, and what stands in the way of the next one. */
export function useDraft({ form: given, reload, reference, signInAgain }: FormProps) {
  const name = whoseForm(location.search)
  const store = useMemo(() => keptDraft(name, given), [name, given.person, JSON.stringify(given.draft)])
  const booked = useMemo(() => keptBooking(name, given), [name, given.person])
  const [done, setDone] = useState<BookingView>()
  const [sentBefore, setSentBefore] = useState(() => booked.read())
  const [draft, setDraft] = useState<Draft>(() => store.read() ?? { answers: firstAnswers(given), step: 1 })
  const [faults, setFaults] = useState<Faults>({})
  const [notice, setNotice] = useState<Refused['notice']>()
  const [busy, setBusy] = useState(false)
  const { answers, step } = draft
  const form: OpenForm = { ...given, named: draft.named }

  const latest = useRef(draft)
  // At once, not after the next paint: whoever types and leaves has lost nothing.
  const keep = (change: Partial<Draft>) => {
    latest.current = { ...latest.current, ...change }
    store.write(latest.current)
    setDraft(latest.current)
  }
  const answer = (change: Partial<Answers>) => {
    setFaults({})
    keep({ answers: { ...answers, ...change } })
  }

  const item = form.items.find((it) => it.id === answers.itemId)
  const date = answers.values['date'] ?? ''
  const isUnlisted = mustBeAskedFor(form, item, date)
  const lookAtDay = async () => {
    if (!isUnlisted) return
    const query = new URLSearchParams({ itemId: item.id, date, ...(reference && { ref: reference }) })
    const { value } = await api.get<TimesOfDay>(`/v1/me/times?${query}`, { anonymous: reference !== undefined })
    const now = latest.current.answers
    // Without an answer it stays a day of their own: the desk knows what is on sale when it is sent.
    if (!value || now.itemId !== item.id || now.values['date'] !== date) return
    const named = { itemId: item.id, date, slots: value.slots }
    const isOpen = now.slotId === '' || (now.slotId === 'other' && !now.values['time'])
    keep({ named, ...(isOpen && { answers: { ...now, ...withOwnDay({ ...given, named }, now, item, date) } }) })
  }
  useEffect(() => void lookAtDay(), [answers.itemId, date, isUnlisted])

  const goTo = (to: Step) => {
    setFaults({})
    setNotice(undefined)
    keep({ step: to })
  }
  const next = () => {
    const wrong = step === 3 ? {} : faultsIn(step, form, answers)
    if (Object.keys(wrong).length > 0) return setFaults(wrong)
    if (step === 1) return goTo(2)
    if (step === 2) return goTo(3)
    void send()
  }
  const send = async () => {
    // What was kept from before may no longer hold: a day passes, a departure goes.
    for (const earlier of [1, 2] as const) {
      const wrong = faultsIn(earlier, form, answers)
      if (Object.keys(wrong).length === 0) continue
      goTo(earlier)
      return setFaults(wrong)
    }
    setBusy(true)
    setNotice(undefined)
    const outcome = await sendRequest({
      draft,
      body: bodyOf(form, answers),
      reference,
      form,
      onSending: (sent) => keep({ sent }),
    })
    setBusy(false)
    if (outcome.done) {
      store.forget()
      booked.write(outcome.done)
      setDone(outcome.done)
      // The next request begins with what the chat knows then, which is not this one.
      return void reload()
    }
    if (outcome.signIn && signInAgain) return void signInAgain()
    if (outcome.stale) await reload()
    keep({ ...outcome.change, sent: outcome.sent })
    if (outcome.stale) await lookAtDay()
    setFaults(outcome.faults)
    // A notice is a function itself, which a setter would call.
    setNotice(() => outcome.notice)
  }
  const again = () => {
    booked.forget()
    setDone(undefined)
    setSentBefore(undefined)
    keep({ answers: { ...firstAnswers(given), itemId: '', slotId: '' }, step: 1, named: undefined, sent: undefined })
  }
  return { form, draft, done, sentBefore, faults, notice, busy, answer, goTo, next, again }
}
