import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { words } from '../copy/language.ts'
import { Button } from './button.tsx'

/** A drawer over the page. The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close()
      }}
    >
      <div class="sheet-top">
        <h2 id={heading}>{title}</h2>
        <Button look="bare" onClick={() => dialog.current?.close()}>
          {words.value.close}
        </Button>
      </div>
      <div class="sheet-body">{children}</div>
    </dialog>
  )
}
