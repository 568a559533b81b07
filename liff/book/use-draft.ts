import { useMemo, useRef, useState } from 'preact/hooks'
import type { BookingFormView } from '../../api/bookings/schema.ts'
import { type Answers, bodyOf, firstAnswers } from './answers.ts'
import { type Faults, faultsIn } from './checks.ts'
import { type Draft, keptDraft, type Step, whoseForm } from './draft.ts'
import { type Refused, sendRequest } from './send.ts'

export type FormProps = {
  form: BookingFormView
  reload: () => Promise<void>
  reference: string | undefined
  signInAgain: (() => Promise<void>) | undefined
}

/** What somebody has answered so far, which step they are at, and what stands in the way of the next one. */
export function useDraft({ form, reload, reference, signInAgain }: FormProps) {
  const store = useMemo(() => keptDraft(reference?.slice(-24) ?? whoseForm(location.search)), [reference])
  const [draft, setDraft] = useState<Draft>(() => store.read() ?? { answers: firstAnswers(form), step: 1 })
  const [faults, setFaults] = useState<Faults>({})
  const [notice, setNotice] = useState<Refused['notice']>()
  const [busy, setBusy] = useState(false)
  const { answers, step } = draft

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
    if (outcome.done) return keep({ done: outcome.done })
    if (outcome.signIn && signInAgain) return void signInAgain()
    if (outcome.stale) await reload()
    keep({ ...outcome.change, sent: outcome.sent })
    setFaults(outcome.faults)
    // A notice is a function itself, which a setter would call.
    setNotice(() => outcome.notice)
  }
  const again = () => {
    keep({ answers: { ...firstAnswers(form), itemId: '', slotId: '' }, step: 1, sent: undefined, done: undefined })
  }
  return { draft, faults, notice, busy, answer, goTo, next, again }
}
