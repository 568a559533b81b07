import type { ComponentChildren } from 'preact'
import type { PriceOfWish } from '../../api/bookings/schema.ts'
import { useResource } from '../client/use-resource.ts'
import { language, nameIn, words } from '../copy/language.ts'
import { deskNow } from '../time/clock.ts'
import { dayOfDate, fullDay, money, timeOfDay, wholeMoney } from '../time/dates.ts'
import { Button } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { type Answers, askedIn, bodyOf, chosenIn, currencyOf, tidy } from './answers.ts'
import type { OpenForm } from './days.ts'
import type { Step } from './draft.ts'
import { priceOf } from './price.ts'
import { priceAsked } from './total.ts'

type Props = {
  form: OpenForm
  answers: Answers
  reference: string | undefined
  goTo: (step: Step) => void
}

/** Everything read back before it is sent, with the sum that the chat would read back. */
export function StepCheck({ form, answers, reference, goTo }: Props) {
  const t = words.value
  const chosen = chosenIn(form, answers)
  const { kind, item, departure, items } = chosen
  const currency = currencyOf(form, item)
  const zone = { zone: form.zone, language: language.value, t }
  const said = (step: 1 | 2): [string, string][] =>
    askedIn(step, chosen)
      .filter(({ slot }) => !(departure && slot === 'time'))
      .map(({ slot }) => [t.book.fields[slot] ?? slot.replaceAll('_', ' '), readBack(slot)])
  const readBack = (slot: string) => {
    const value = tidy(slot, answers.values[slot] ?? '')
    if (slot === 'date' && value) return dayOfDate(value, form.today, zone)
    if (slot === 'time' && value) return t.time(value)
    if (slot === 'budget' && value && currency) return wholeMoney(Number(value), currency, language.value)
    return slot === 'amount' || slot === 'budget' ? value && Number(value).toLocaleString(language.value) : value
  }
  // Without an answer there is no sum, and the request goes all the same.
  const { value: price } = useResource<PriceOfWish>(priceAsked(form, bodyOf(form, answers), reference), {
    anonymous: reference !== undefined,
  })
  const total = price?.total && money(price.total.minor, price.total.currency, language.value)
  const starts = departure && new Date(departure.startsAt)
  const otherDate = item && item.slots.length > 0 && !departure
  return (
    <>
      <Part title={t.book.steps[0] ?? ''} change={() => goTo(1)}>
        <Facts
          of={[
            [t.book.kind, kind && nameIn(kind.names, kind.key)],
            [
              t.book.fields['item'] ?? '',
              item ? nameIn(item.names, item.name) : items.length > 0 && t.book.noPreference,
            ],
            [t.book.price, priceOf(item)],
            ...said(1).filter(([name]) => items.length === 0 || name !== t.book.fields['item']),
          ]}
        />
      </Part>
      <Part title={t.book.steps[1] ?? ''} change={() => goTo(2)}>
        <Facts
          of={[
            [
              t.book.fields['date'] ?? '',
              starts
                ? `${fullDay(starts, deskNow(), zone)} · ${timeOfDay(starts, zone)}`
                : otherDate && readBack('date'),
            ],
            ...said(2),
            [t.book.total, total],
          ]}
        />
      </Part>
    </>
  )
}

function Part({ title, change, children }: { title: string; change: () => void; children: ComponentChildren }) {
  const t = words.value.book
  return (
    <section class="card stack-tight">
      <div class="part-top">
        <h2>{title}</h2>
        <Button look="bare" label={`${t.change}: ${title}`} onClick={change}>
          {t.change}
        </Button>
      </div>
      {children}
    </section>
  )
}
