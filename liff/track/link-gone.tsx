import { words } from '../copy/language.ts'
import { Card } from '../ui/card.tsx'

export function LinkGone() {
  const { title, advice, steps } = words.value.track.gone
  return (
    <Card>
      <h1>{title}</h1>
      <p class="quiet">{advice}</p>
      <ul class="timeline">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </Card>
  )
}
