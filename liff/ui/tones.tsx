import type { ComponentChildren } from 'preact'
import type { CaseStatus, Severity } from '../../api/cases/schema.ts'

/** A colour says a state, and nothing else. */
export type Tone = 'critical' | 'high' | 'normal' | 'low' | 'waiting' | 'good'

export const toneOf: Record<CaseStatus, Tone> = {
  new: 'high',
  investigating: 'normal',
  waiting_customer: 'waiting',
  waiting_provider: 'waiting',
  fixing: 'normal',
  resolved: 'good',
  closed: 'low',
}

export const toneOfSeverity: Record<Severity, Tone> = {
  critical: 'critical',
  high: 'high',
  normal: 'normal',
  low: 'low',
}

export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge tone-${tone}`}>{children}</span>
}

/** A sentence that must be seen; `live` when it comes while the page is open. */
export function Note({ tone, live = false, children }: { tone: Tone; live?: boolean; children: ComponentChildren }) {
  return (
    <p class={`note tone-${tone}`} role={live ? 'status' : undefined}>
      {children}
    </p>
  )
}

export function Tile({ tone, label, figure }: { tone: Tone; label: string; figure: number }) {
  return (
    <div class={`tile tone-${tone}`}>
      <dt class="small">{label}</dt>
      <dd class="tile-figure">{figure}</dd>
    </div>
  )
}
