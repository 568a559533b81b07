import { useEffect, useRef } from 'preact/hooks'
import { words } from '../copy/language.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Note } from '../ui/tones.tsx'
import { asksWhen, chosenIn } from './answers.ts'
import { Done, SentBefore } from './done.tsx'
import { StepCheck } from './step-check.tsx'
import { StepWhat } from './step-what.tsx'
import { StepWhen } from './step-when.tsx'
import { StepsLine } from './steps-line.tsx'
import { type FormProps, useDraft } from './use-draft.ts'

/** Three steps: what, when and how many, read back and send. */
export function BookForm(it: FormProps) {
  const t = words.value.book
  const { form, draft, done, sentBefore, faults, notice, busy, answer, goTo, next, again } = useDraft(it)
  const { answers, step } = draft
  const chosen = chosenIn(form, answers)
  const top = useRef<HTMLHeadingElement>(null)

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

  if (done) return <Done booking={done} form={form} again={again} />
  if (sentBefore) return <SentBefore booking={sentBefore} form={form} reference={it.reference} again={again} />
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
      {step === 3 && <StepCheck form={form} answers={answers} reference={it.reference} goTo={goTo} />}
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
