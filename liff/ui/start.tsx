import '@fontsource/noto-sans-thai/400.css'
import '@fontsource/noto-sans-thai/600.css'
import './tokens.css'
import './ui.css'
import { type ComponentChildren, render } from 'preact'

/** Puts a page on the screen. `?theme=dark` or `light` overrides what the phone asks for. */
export function start(page: ComponentChildren) {
  const theme = new URLSearchParams(location.search).get('theme')
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset['theme'] = theme
  const root = document.querySelector('#page')
  if (root) render(page, root)
}
