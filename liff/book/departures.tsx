import { language, words } from '../copy/language.ts'
import { deskNow } from '../time/clock.ts'
import { fullDay, timeOfDay } from '../time/dates.ts'
import { Choice } from '../ui/choice.tsx'
import type { Item } from './answers.ts'
import { Ask } from './asks.tsx'
import { inWords } from './checks.ts'
import type { StepProps } from './step-what.tsx'

/** The dated occurrences of what was chosen, with the seats that are left. */
export function Departures(props: StepProps & { item: Item }) {
  const { form, item, answers, faults, answer } = props
  const t = words.value
  const zone = { zone: form.zone, language: language.value, t }
  const isOther = answers.slotId === 'other'
  const wrong = isOther ? undefined : inWords('date', faults['date'], t)
  return (
    <>
      <fieldset class={wrong ? 'field faulty' : 'field'}>
        <legend class="label">{t.book.departures}</legend>
        <div class="stack-tight">
          {item.slots.map((slot) => (
            <Choice
              key={slot.id}
              group="slot"
              words={`${fullDay(new Date(slot.startsAt), deskNow(), zone)} · ${timeOfDay(new Date(slot.startsAt), zone)}`}
              end={slot.seatsLeft > 0 ? t.book.seatsLeft(slot.seatsLeft) : t.book.full}
              disabled={slot.seatsLeft <= 0}
              chosen={slot.id === answers.slotId}
              onChoose={() => answer({ slotId: slot.id })}
            />
          ))}
          <Choice
            group="slot"
            words={t.book.anotherDate}
            hint={t.book.anotherDateHint}
            chosen={isOther}
            onChoose={() => answer({ slotId: 'other' })}
          />
        </div>
        {wrong && <p class="wrong">{wrong}</p>}
      </fieldset>
      {isOther && <Ask {...props} slot="date" optional={false} />}
    </>
  )
}
