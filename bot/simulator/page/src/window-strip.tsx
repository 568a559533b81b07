import { copy, deskNow } from './state.ts'

const MINUTE = 60_000

/** How long the business may still write freely to this person. */
export function WindowStrip({ until }: { until: number | undefined }) {
  const { value: t } = copy
  const left = until === undefined ? 0 : until - deskNow.value
  const minutes = Math.ceil(left / MINUTE)
  return (
    <p class={`window ${left > 0 ? 'open' : 'shut'}`}>
      {left > 0 ? t.windowOpen(Math.floor(minutes / 60), minutes % 60) : t.windowShut}
    </p>
  )
}
