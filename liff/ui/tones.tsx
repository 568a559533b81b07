import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
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

type Said = {
  tone: Tone
  /** it comes while the page is open */
  live?: boolean
  /** it takes the place of the button that was tapped, and the focus that would be lost with it */
  inItsPlace?: boolean
  children: ComponentChildren
}

/** A sentence that must be seen. */
export function Note({ tone, live = false, inItsPlace = false, children }: Said) {
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (inItsPlace) said.current?.focus()
  }, [inItsPlace])
  return (
    <p ref={said} class={`note tone-${tone}`} role={live ? 'status' : undefined} tabIndex={inItsPlace ? -1 : undefined}>
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
