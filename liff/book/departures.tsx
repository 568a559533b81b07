import { useState } from 'preact/hooks'
import { language, words } from '../copy/language.ts'
import { dayOfDate, timeOfDay } from '../time/dates.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { type Item, knows, withDay, withOwnDay } from './answers.ts'
import { Ask } from './asks.tsx'
import { inWords } from './checks.ts'
import { type DayOnSale, daysOf, daysToShow } from './days.ts'
import type { StepProps } from './step-what.tsx'

type Props = StepProps & { item: Item }

/** When it is on sale: the day, and where a day has several times the time, with the seats that are left. */
export function Departures(props: Props) {
  const { form, item, answers, chosen, faults, answer } = props
  const t = words.value
  const days = daysOf(item, form.zone)
  const date = answers.values['date'] ?? ''
  // A time of their own on a day of the list leaves the day in the list.
  const isListed = days.some((it) => it.date === date)
  const [typing, setTyping] = useState(!isListed && (answers.slotId === 'other' || date !== ''))
  const [all, setAll] = useState(false)
  const wrong = typing ? undefined : inWords('date', faults['date'], t)
  const shown = all ? days : daysToShow(days, form, date)
  const typed = (value: string) => answer(withOwnDay(form, answers, item, value))
  return (
    <>
      <fieldset class={wrong ? 'field faulty' : 'field'}>
        <legend class="label">{t.book.departures}</legend>
        <div class="stack-tight">
          {shown.map((day) => (
            <Day
              key={day.date}
              {...props}
              day={day}
              chosen={!typing && day.date === date && (answers.slotId !== '' || chosen.times.length > 0)}
              onChoose={() => {
                setTyping(false)
                answer(withDay(form, answers, item, day.date))
              }}
            />
          ))}
          {shown.length < days.length && (
            <Button look="bare" onClick={() => setAll(true)}>
              {t.book.showAll(days.length)}
            </Button>
          )}
          <Choice
            group="day"
            words={t.book.anotherDate}
            hint={t.book.anotherDateHint}
            chosen={typing}
            onChoose={() => {
              setTyping(true)
              typed('')
            }}
          />
        </div>
        {wrong && <p class="wrong">{wrong}</p>}
      </fieldset>
      {typing && <Ask {...props} slot="date" optional={false} onValue={typed} />}
      {chosen.times.length > 0 && <Times {...props} />}
    </>
  )
}

function Day({
  form,
  day: { date, times },
  chosen,
  onChoose,
}: Pick<Props, 'form'> & { day: DayOnSale; chosen: boolean; onChoose: () => void }) {
  const t = words.value
  const zone = { zone: form.zone, language: language.value, t }
  const name = dayOfDate(date, form.today, zone)
  const [first] = times
  const only = times.length === 1 ? first : undefined
  const isFull = times.every((it) => it.seatsLeft <= 0)
  return (
    <Choice
      group="day"
      words={only ? `${name} · ${timeOfDay(new Date(only.startsAt), zone)}` : name}
      end={isFull ? t.book.full : only ? t.book.seatsLeft(only.seatsLeft) : t.book.timesOfDay(times.length)}
      disabled={isFull}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

/** The times of the day that was chosen; one of their own only where the kind of booking knows a time. */
function Times({ form, answers, chosen, faults, answer }: Props) {
  const t = words.value
  const zone = { zone: form.zone, language: language.value, t }
  const isOwn = chosen.ownDay && knows(chosen.kind, 'time')
  const wrong = isOwn ? undefined : inWords('time', faults['time'], t)
  return (
    <fieldset class={wrong ? 'field faulty' : 'field'}>
      <legend class="label">{t.book.times}</legend>
      <div class="stack-tight">
        {chosen.times.map((slot) => (
          <Choice
            key={slot.id}
            group="time"
            words={timeOfDay(new Date(slot.startsAt), zone)}
            end={slot.seatsLeft > 0 ? t.book.seatsLeft(slot.seatsLeft) : t.book.full}
            disabled={slot.seatsLeft <= 0}
            chosen={slot.id === answers.slotId}
            onChoose={() => answer({ slotId: slot.id })}
          />
        ))}
        {knows(chosen.kind, 'time') && (
          <Choice
            group="time"
            words={t.book.anotherTime}
            hint={t.book.anotherDateHint}
            chosen={isOwn}
            onChoose={() => answer({ slotId: 'other' })}
          />
        )}
      </div>
      {wrong && <p class="wrong">{wrong}</p>}
    </fieldset>
  )
}
