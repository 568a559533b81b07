import { useEffect, useRef } from 'preact/hooks'
import { copy, language } from './state.ts'
import type { Sheet, Taps } from './taps.ts'

/** Whatever has slid up over this phone's chat; Escape or the cross puts it away again. */
export function Sheets({ taps, owner }: { taps: Taps; owner: string }) {
  const { value: t } = copy
  const closing = useRef<HTMLButtonElement>(null)
  const { value: sheet } = taps.sheet
  const isOpen = sheet !== undefined
  useEffect(() => {
    if (!isOpen) return undefined
    const before = document.activeElement
    closing.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isOpen])
  if (!sheet) return null
  const close = () => {
    taps.sheet.value = undefined
  }
  return (
    <div
      class={`sheet ${sheet.kind}`}
      role="dialog"
      aria-label={titleOf(sheet, owner)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div class="sheet-head">
        <span>{headOf(sheet)}</span>
        <button type="button" class="icon" ref={closing} aria-label={t.close} onClick={close}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" />
          </svg>
        </button>
      </div>
      {sheet.kind === 'page' && <iframe src={sheet.url} title={t.pageOf(owner)} />}
      {sheet.kind === 'list' && <ListRows sheet={sheet} />}
      {sheet.kind === 'outside' && <Outside url={sheet.url} />}
      {sheet.kind === 'picker' && <Picker sheet={sheet} cancel={close} />}
    </div>
  )
}

function titleOf(sheet: Sheet, owner: string): string {
  const { value: t } = copy
  if (sheet.kind === 'list') return sheet.title
  if (sheet.kind !== 'picker') return t.pageOf(owner)
  return sheet.action.mode === 'time' ? t.pickTime : t.pickDate
}

function headOf(sheet: Sheet): string | undefined {
  if (sheet.kind === 'list') return sheet.title
  return sheet.kind === 'picker' ? sheet.action.label : hostOf(sheet.url)
}

function ListRows({ sheet }: { sheet: Extract<Sheet, { kind: 'list' }> }) {
  return (
    <ul class="list-rows">
      {sheet.rows.map(({ label, action }, index) => (
        <li key={action.data}>
          <button type="button" onClick={() => sheet.choose(index)}>
            <b>{label}</b>
            {action.text && <span>{action.text}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host || url : url)

function Outside({ url }: { url: string }) {
  const { value: t } = copy
  return (
    <div class="outside-link">
      <p>{t.opensOutside}</p>
      <p class="url">{url}</p>
      {/^https?:/.test(url) && (
        <a href={url} target="_blank" rel="noreferrer">
          {t.openInTab}
        </a>
      )}
    </div>
  )
}

const inputTypes = { date: 'date', time: 'time', datetime: 'datetime-local' } as const

function Picker({ sheet, cancel }: { sheet: Extract<Sheet, { kind: 'picker' }>; cancel: () => void }) {
  const { value: t } = copy
  const { action, choose } = sheet
  const { mode = 'date' } = action
  const field = useRef<HTMLInputElement>(null)
  const inInput = (value: string | undefined) => value?.replace('t', 'T')
  return (
    <form
      class="picker"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = field.current?.value
        if (chosen) choose(chosen)
      }}
    >
      <label>
        <span>{mode === 'time' ? t.pickTime : t.pickDate}</span>
        <input
          ref={field}
          type={inputTypes[mode]}
          lang={language.value}
          required
          defaultValue={inInput(action.initial ?? action.min)}
          min={inInput(action.min)}
          max={inInput(action.max)}
        />
      </label>
      <div class="picker-buttons">
        <button type="button" class="quiet" onClick={cancel}>
          {t.cancel}
        </button>
        <button type="submit">{t.choose}</button>
      </div>
    </form>
  )
}
