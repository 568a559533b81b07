import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BookingFormView } from '../../api/bookings/schema.ts'
import { words } from '../copy/language.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Note } from '../ui/tones.tsx'
import { type Answers, asksWhen, bodyOf, chosenIn, firstAnswers } from './answers.ts'
import { type Faults, faultsIn } from './checks.ts'
import { Done } from './done.tsx'
import { type Draft, keptDraft, type Step, whoseForm } from './draft.ts'
import { type Refused, sendRequest } from './send.ts'
import { StepCheck } from './step-check.tsx'
import { StepWhat } from './step-what.tsx'
import { StepWhen } from './step-when.tsx'
import { StepsLine } from './steps-line.tsx'

type Props = {
  form: BookingFormView
  reload: () => Promise<void>
  reference: string | undefined
  signInAgain: (() => Promise<void>) | undefined
}

/** Three steps: what, when and how many, read back and send. */
export function BookForm({ form, reload, reference, signInAgain }: Props) {
  const t = words.value.book
  const store = useMemo(() => keptDraft(reference?.slice(-24) ?? whoseForm(location.search)), [reference])
  const [draft, setDraft] = useState<Draft>(() => store.read() ?? { answers: firstAnswers(form), step: 1 })
  const [faults, setFaults] = useState<Faults>({})
  const [notice, setNotice] = useState<Refused['notice']>()
  const [busy, setBusy] = useState(false)
  const top = useRef<HTMLHeadingElement>(null)
  const { answers, step } = draft
  const chosen = chosenIn(form, answers)

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

  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    top.current?.focus()
    scrollTo({ top: 0 })
  }, [step])
  useEffect(() => {
    if (Object.keys(faults).length > 0)
      document.querySelector<HTMLElement>('[aria-invalid="true"], .faulty input')?.focus()
  }, [faults])

  if (draft.done) {
    const again = () => {
      keep({ answers: { ...firstAnswers(form), itemId: '', slotId: '' }, step: 1, sent: undefined, done: undefined })
    }
    return <Done booking={draft.done} form={form} again={again} />
  }
  if (form.kinds.length === 0) return <Card>{t.nothing}</Card>
  const titles = { 1: t.whatTitle, 2: asksWhen(chosen) ? t.whenTitle : t.detailsTitle, 3: t.checkTitle }
  const count = Object.keys(faults).length
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) next()
      }}
    >
      <StepsLine step={step} goTo={goTo} />
      <h1 ref={top} tabIndex={-1}>
        {titles[step]}
      </h1>
      {notice && (
        <Note tone="high" live>
          {notice(words.value)}
        </Note>
      )}
      {step === 1 && <StepWhat form={form} answers={answers} chosen={chosen} faults={faults} answer={answer} />}
      {step === 2 && <StepWhen form={form} answers={answers} chosen={chosen} faults={faults} answer={answer} />}
      {step === 3 && <StepCheck form={form} answers={answers} goTo={goTo} />}
      {count > 0 && (
        <Note tone="critical" live>
          {t.fix(count)}
        </Note>
      )}
      <div class="stack-tight form-end">
        <Button type="submit" busy={busy}>
          {step < 3 ? t.next : busy ? t.sending : t.send}
        </Button>
        {step > 1 && (
          <Button look="plain" onClick={() => goTo(step === 3 ? 2 : 1)}>
            {words.value.back}
          </Button>
        )}
        <p class="small quiet form-note">{t.saved}</p>
      </div>
    </form>
  )
}
