type Props = {
  group: string
  words: string
  hint?: string | undefined
  end?: string | undefined
  chosen: boolean
  disabled?: boolean
  onChoose: () => void
}

/** A card that is tapped: a radio button underneath, so that keys and screen readers know it. */
export function Choice({ group, words, hint, end, chosen, disabled = false, onChoose }: Props) {
  return (
    <label class="choice">
      <input type="radio" name={group} checked={chosen} disabled={disabled} onChange={onChoose} />
      <span class="choice-words">
        <span>{words}</span>
        {hint && <span class="small quiet">{hint}</span>}
      </span>
      {end && <span class="choice-end small">{end}</span>}
    </label>
  )
}
