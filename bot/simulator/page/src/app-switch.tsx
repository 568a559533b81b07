import type { Signal } from '@preact/signals'
import { copy } from './state.ts'

export type App = 'line' | 'whatsapp'

const apps: { app: App; name: string }[] = [
  { app: 'line', name: 'LINE' },
  { app: 'whatsapp', name: 'WhatsApp' },
]

/** The same person has both apps on the phone: which one is open. */
export function AppSwitch({ chosen, whose }: { chosen: Signal<App>; whose: string }) {
  const { value: t } = copy
  return (
    <nav class="apps" aria-label={`${t.apps}: ${whose}`}>
      {apps.map(({ app, name }) => (
        <button
          type="button"
          key={app}
          aria-pressed={chosen.value === app}
          onClick={() => {
            chosen.value = app
          }}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}
