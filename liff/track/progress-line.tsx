import type { TrackView } from '../../api/cases/schema.ts'
import { words } from '../copy/language.ts'
import { stepReached } from './progress.ts'

/** Four stations from received to solved. */
export function ProgressLine({ status, history }: Pick<TrackView, 'status' | 'history'>) {
  const { steps, stepsAre } = words.value.track
  const reached = stepReached(status, history)
  return (
    <ol class="progress" aria-label={stepsAre(reached + 1, steps.length)}>
      {steps.map((step, index) => (
        <li
          key={step}
          class={index < reached || reached === 3 ? 'is-done' : index === reached ? 'is-now' : ''}
          aria-current={index === reached ? 'step' : undefined}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="10" />
            {(index < reached || reached === 3) && <path d="M7.5 12.5l3 3 6-6.5" />}
          </svg>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  )
}
