import { useState } from 'preact/hooks'
import { nameIn, words } from '../copy/language.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { type Item, withItem } from './answers.ts'
import { inWords } from './checks.ts'
import { priceOf } from './price.ts'
import type { StepProps } from './step-what.tsx'

const AT_FIRST = 6

/** What can be booked, as cards; a long list is searched, not scrolled. */
export function ItemList({ form, chosen: { kind, items, item }, answers, faults, answer }: StepProps) {
  const t = words.value
  const [search, setSearch] = useState('')
  const [all, setAll] = useState(false)
  const wrong = inWords('item', faults['item'], t)
  const found = items.filter((it) =>
    [it.name, ...Object.values(it.names)].some((name) => name.toLowerCase().includes(search.trim().toLowerCase())),
  )
  const first = all || search ? found : found.slice(0, AT_FIRST)
  const shown = item && !first.includes(item) ? [item, ...first] : first
  const choose = (itemId: string) => answer(withItem(form, answers, itemId))
  return (
    <fieldset class={wrong ? 'field faulty' : 'field'}>
      <legend class="label">{t.book.items}</legend>
      {items.length > AT_FIRST && (
        <Field name="search" label={t.book.searchItems} value={search} onValue={setSearch} optional aside />
      )}
      <div class="stack-tight">
        {!kind?.requiredSlots.includes('item') && (
          <Choice
            group="item"
            words={t.book.noPreference}
            hint={t.book.noPreferenceHint}
            chosen={answers.itemId === 'none'}
            onChoose={() => choose('none')}
          />
        )}
        {shown.map((it) => (
          <Choice
            key={it.id}
            group="item"
            words={nameIn(it.names, it.name)}
            hint={hintOf(it)}
            end={priceOf(it)}
            chosen={it.id === answers.itemId}
            onChoose={() => choose(it.id)}
          />
        ))}
        {found.length === 0 && <p class="quiet">{t.book.noneFound}</p>}
        {first.length < found.length && (
          <Button look="bare" onClick={() => setAll(true)}>
            {t.book.showAll(found.length)}
          </Button>
        )}
      </div>
      {wrong && <p class="wrong">{wrong}</p>}
    </fieldset>
  )
}

function hintOf(it: Item): string | undefined {
  const { book } = words.value
  return (
    [it.maxPeople !== null && book.upTo(it.maxPeople), it.slots.length > 0 && book.fixedDates]
      .filter(Boolean)
      .join(' · ') || undefined
  )
}
