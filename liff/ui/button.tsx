import type { ComponentChildren } from 'preact'

type Props = {
  children: ComponentChildren
  onClick?: () => void
  look?: 'main' | 'plain' | 'bare'
  type?: 'button' | 'submit'
  /** working on it: a second tap does nothing, and the focus stays where it is */
  busy?: boolean
  label?: string
}

export function Button({ children, onClick, look = 'main', type = 'button', busy = false, label }: Props) {
  return (
    <button
      type={type}
      class={look === 'main' ? 'button' : `button button-${look}`}
      aria-busy={busy}
      aria-disabled={busy}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
    </button>
  )
}
