import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { LanguageSwitch } from './language-switch.tsx'

type Props = { title: string; house?: string | undefined; wide?: boolean; children: ComponentChildren }

/** The frame of every page: whose desk it is, the language, and one job. */
export function Page({ title, house, wide = false, children }: Props) {
  useEffect(() => {
    document.title = house ? `${title} · ${house}` : title
  }, [title, house])
  return (
    <div class={wide ? 'page page-wide' : 'page'}>
      <header class="page-top">
        <div class="page-house">
          <Bell />
          <span>{house}</span>
        </div>
        <LanguageSwitch />
      </header>
      <main class="stack">{children}</main>
    </div>
  )
}

const Bell = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="#fcd77f" />
    <path d="M7 21a9 9 0 0 1 18 0z" fill="#473b30" />
    <rect x="5" y="22.5" width="22" height="2.5" rx="1.25" fill="#473b30" />
    <circle cx="16" cy="9.5" r="2" fill="#473b30" />
  </svg>
)
