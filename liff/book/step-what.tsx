import { nameIn, words } from '../copy/language.ts'
import { Choice } from '../ui/choice.tsx'
import { type Answers, askedIn, type Chosen, isPlace } from './answers.ts'
import { Asks } from './asks.tsx'
import { type Faults, inWords } from './checks.ts'
import type { OpenForm } from './days.ts'
import { ItemList } from './item-list.tsx'

export type StepProps = {
  form: OpenForm
  answers: Answers
  chosen: Chosen
  faults: Faults
  answer: (change: Partial<Answers>) => void
}

export function StepWhat(props: StepProps) {
  const { form, answers, chosen, faults, answer } = props
  const t = words.value
  const wrong = inWords('kind', faults['kind'], t)
  // what a choice answers goes below it, so that nothing moves under the thumb
  const listFirst = chosen.items.length > 0 && chosen.kind !== undefined && isPlace(chosen.kind)
  return (
    <>
      {form.kinds.length > 1 && (
        <fieldset class={wrong ? 'field faulty' : 'field'}>
          <legend class="label">{t.book.kind}</legend>
          <div class="stack-tight">
            {form.kinds.map((kind) => (
              <Choice
                key={kind.key}
                group="kind"
                words={nameIn(kind.names, kind.key)}
                chosen={kind.key === answers.kind}
                onChoose={() => answer({ kind: kind.key, itemId: '', slotId: '' })}
              />
            ))}
          </div>
          {wrong && <p class="wrong">{wrong}</p>}
        </fieldset>
      )}
      {listFirst && <ItemList {...props} />}
      <Asks {...props} asked={askedIn(1, chosen)} />
      {!listFirst && chosen.items.length > 0 && <ItemList {...props} />}
    </>
  )
}
