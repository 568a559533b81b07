import { copies, languages } from './copy.ts'
import {
  canMoveClock,
  channel,
  channels,
  chooseChannel,
  chooseLanguage,
  copy,
  deskNow,
  language,
  order,
} from './state.ts'

const MINUTE = 60_000

export function TopBar() {
  const { value: t } = copy
  return (
    <header class="top-bar">
      <h1>{t.title}</h1>
      <nav class="tenants" aria-label={t.tenant}>
        {channels.value.map((it) => (
          <button
            type="button"
            key={it.key}
            aria-pressed={it.key === channel.value?.key}
            onClick={() => chooseChannel(it.key)}
          >
            {it.tenantName}
          </button>
        ))}
      </nav>
      <DeskClock />
      <label class="language">
        <span class="unseen">{t.language}</span>
        <select
          value={language.value}
          onChange={(event) => {
            const chosen = languages.find((it) => it === event.currentTarget.value)
            if (chosen) chooseLanguage(chosen)
          }}
        >
          {languages.map((it) => (
            <option key={it} value={it} lang={it}>
              {copies[it].languageName}
            </option>
          ))}
        </select>
      </label>
    </header>
  )
}

function DeskClock() {
  const { value: t } = copy
  const zone = channel.value?.timeZone ?? 'UTC'
  const now = new Date(deskNow.value)
  const steps: [keyof typeof t.steps, number][] = [
    ['minute', MINUTE],
    ['quarter', 15 * MINUTE],
    ['hour', 60 * MINUTE],
    ['day', 24 * 60 * MINUTE],
  ]
  const shown = now.toLocaleString(language.value, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return (
    <div class="clock">
      <time dateTime={now.toISOString()} aria-label={t.deskClock} role="timer">
        {shown}
      </time>
      {canMoveClock.value && (
        <fieldset>
          <legend class="unseen">{t.moveOn}</legend>
          {steps.map(([name, by]) => (
            <button type="button" key={name} onClick={() => void order('clock', { by })}>
              {t.steps[name]}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
