import { words } from '../copy/language.ts'
import { askedIn, isAboutThem } from './answers.ts'
import { Asks } from './asks.tsx'
import { Departures } from './departures.tsx'
import type { StepProps } from './step-what.tsx'

export function StepWhen(props: StepProps) {
  const { chosen } = props
  const asked = askedIn(2, chosen)
  const aboutThem = asked.filter(({ slot }) => isAboutThem(slot))
  return (
    <>
      {chosen.item && chosen.item.slots.length > 0 && <Departures {...props} item={chosen.item} />}
      <Asks {...props} asked={asked.filter(({ slot }) => !isAboutThem(slot))} />
      {aboutThem.length > 0 && (
        <section class="card stack">
          <h2>{words.value.book.aboutYou}</h2>
          <Asks {...props} asked={aboutThem} />
        </section>
      )}
    </>
  )
}
