import { words } from '../copy/language.ts'
import type { Step } from './draft.ts'

const all: Step[] = [1, 2, 3]

/** Where one is; a step that is behind is a tap away. */
export function StepsLine({ step, goTo }: { step: Step; goTo: (step: Step) => void }) {
  const { steps, stepsAre } = words.value.book
  return (
    <nav aria-label={stepsAre(step)}>
      <ol class="steps">
        {all.map((it) => (
          <li key={it}>
            <button
              type="button"
              class={it === step ? 'is-now' : it < step ? 'is-done' : ''}
              aria-current={it === step ? 'step' : undefined}
              disabled={it > step}
              onClick={() => goTo(it)}
            >
              <span class="steps-number" aria-hidden="true">
                {it}
              </span>
              {steps[it - 1]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
