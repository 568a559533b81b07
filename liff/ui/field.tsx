import type { ComponentChildren, InputHTMLAttributes, TargetedInputEvent } from 'preact'
import { useId } from 'preact/hooks'
import { words } from '../copy/language.ts'

type Kind = 'text' | 'date' | 'time' | 'tel' | 'email' | 'count' | 'number'

type Props = {
  name: string
  label: string
  value: string
  onValue: (value: string) => void
  kind?: Kind
  hint?: string | undefined
  wrong?: string | undefined
  optional?: boolean
  /** not a question that is sent, so neither required nor optional */
  aside?: boolean
  min?: string
  max?: string
}

const completes: Record<string, 'name' | 'tel' | 'email'> = { name: 'name', phone: 'tel', email: 'email' }
const keyboards: Partial<Record<Kind, 'numeric' | 'decimal'>> = { count: 'numeric', number: 'decimal' }

/** One question of a form, its hint and what is wrong with its answer. */
export function Field({
  name,
  label,
  value,
  onValue,
  kind = 'text',
  hint,
  wrong,
  optional = false,
  aside = false,
  min,
  max,
}: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  const input = (
    <Input
      kind={kind}
      id={id}
      name={name}
      inputMode={keyboards[kind]}
      value={value}
      min={min}
      max={max}
      maxLength={500}
      autoComplete={completes[name] ?? 'off'}
      aria-invalid={wrong ? 'true' : undefined}
      aria-describedby={described || undefined}
      aria-required={optional ? undefined : true}
      onInput={(event: TargetedInputEvent<HTMLInputElement>) => onValue(event.currentTarget.value)}
      onKeyDown={(event: KeyboardEvent) => {
        // Enter sends a form; beside its questions there is nothing to send.
        if (aside && event.key === 'Enter') event.preventDefault()
      }}
    />
  )
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && !aside && <span class="small quiet">({words.value.book.optional})</span>}
      </label>
      {kind === 'count' ? <Stepper label={label} value={value} onValue={onValue} input={input} /> : input}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role' | 'list'> & { kind: Kind }

/** Counts are typed as text with a number pad: a number field drops what it does not understand, and nobody can say why. */
function Input({ kind, ...rest }: InputProps) {
  switch (kind) {
    case 'date':
      return <input {...rest} type="date" />
    case 'time':
      return <input {...rest} type="time" />
    case 'tel':
      return <input {...rest} type="tel" />
    case 'email':
      return <input {...rest} type="email" />
    default:
      return <input {...rest} type="text" />
  }
}

type StepperProps = Pick<Props, 'label' | 'value' | 'onValue'> & { input: ComponentChildren }

function Stepper({ label, value, onValue, input }: StepperProps) {
  const count = Number.parseInt(value, 10) || 0
  return (
    <div class="stepper">
      <button type="button" aria-label={`${label}: −1`} onClick={() => onValue(String(Math.max(1, count - 1)))}>
        −
      </button>
      {input}
      <button type="button" aria-label={`${label}: +1`} onClick={() => onValue(String(count + 1))}>
        +
      </button>
    </div>
  )
}
