import { language, words } from '../copy/language.ts'
import { currencySign, dayOfDate, wholeMoney } from '../time/dates.ts'
import { Field } from '../ui/field.tsx'
import { type Asked, currencyOf, isAmount, isCount } from './answers.ts'
import { inWords } from './checks.ts'
import { daysSaid, type OpenForm } from './days.ts'
import type { StepProps } from './step-what.tsx'

export function Asks({ asked, ...props }: StepProps & { asked: Asked[] }) {
  return (
    <>
      {asked.map((it) => (
        <Ask key={it.slot} {...props} {...it} />
      ))}
    </>
  )
}

/** One slot of the booking kind as a question. */
export function Ask({
  slot,
  optional,
  form,
  answers,
  chosen,
  faults,
  answer,
  onValue = (value) => answer({ values: { ...answers.values, [slot]: value } }),
}: StepProps & Asked & { onValue?: (value: string) => void }) {
  const t = words.value
  return (
    <Field
      name={slot}
      label={slot === 'budget' ? budgetLabel(form, chosen) : (t.book.fields[slot] ?? slot.replaceAll('_', ' '))}
      kind={kindOf(slot)}
      value={answers.values[slot] ?? ''}
      hint={saidInChat(slot, form) ?? t.book.hints[slot]}
      wrong={inWords(slot, faults[slot], t)}
      optional={optional}
      {...(slot === 'date' ? daysOffered(form, chosen) : {})}
      onValue={onValue}
    />
  )
}

/** A number of nothing in particular would be read as baht by one and as dollars by another. */
export function budgetLabel(form: OpenForm, { item }: StepProps['chosen']): string {
  const currency = currencyOf(form, item)
  const label = words.value.book.fields['budget'] ?? ''
  return currency ? `${label} (${currencySign(currency, language.value)})` : label
}

/** From today on; what the chat has narrowed is not opened again, but an exact day, or those on sale, are theirs to change. */
function daysOffered(form: StepProps['form'], { item }: StepProps['chosen']): { min: string; max?: string } {
  const said = item?.slots.length ? undefined : daysSaid(form)
  return said && said.first !== said.last ? { min: said.first, max: said.last } : { min: form.today }
}

function kindOf(slot: string) {
  if (slot === 'date' || slot === 'time' || slot === 'email') return slot
  if (slot === 'phone') return 'tel'
  return isCount(slot) ? 'count' : isAmount(slot) ? 'number' : 'text'
}

/** A vague word from the chat has no field it fits in; it is not forgotten either. */
function saidInChat(slot: string, form: StepProps['form']): string | undefined {
  const said = form.draft.slots[slot]
  if (typeof said !== 'string') return undefined
  const t = words.value.book
  if (slot === 'time')
    return /^\d{2}:\d{2}$/.test(said) ? undefined : t.youSaid(t.partOfDay[said] ?? said.replace('/', '–'))
  if (slot === 'date')
    return /^\d{4}-\d{2}-\d{2}$/.test(said)
      ? undefined
      : t.youSaid(
          said
            .split('/')
            .map((date) => vagueDate(date, form.today))
            .join(' – '),
        )
  if (slot === 'budget') return t.youSaid(budgetSaid(said))
  return isCount(slot) && !/^\d+$/.test(said) ? t.youSaid(said) : undefined
}

/** `2000 USD/person`, as the chat keeps it. */
function budgetSaid(said: string): string {
  const [, amount = '', currency, per = ''] = /^(\d+(?:\.\d+)?)(?: ([A-Z]{3}))?(?:\/(person|night))?$/.exec(said) ?? []
  if (amount === '') return said
  const sum = currency
    ? wholeMoney(Number(amount), currency, language.value)
    : Number(amount).toLocaleString(language.value)
  return words.value.book.priceFor[per]?.(sum) ?? sum
}

function vagueDate(date: string, today: string): string {
  const zone = { language: language.value, t: words.value }
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return dayOfDate(date, today, zone)
  if (!/^\d{4}-\d{2}$/.test(date)) return date
  return new Date(`${date}-15T12:00Z`).toLocaleDateString(language.value, {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  })
}
