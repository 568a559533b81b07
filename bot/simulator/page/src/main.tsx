import '@fontsource/noto-sans-thai/latin-400.css'
import '@fontsource/noto-sans-thai/latin-600.css'
import '@fontsource/noto-sans-thai/thai-400.css'
import '@fontsource/noto-sans-thai/thai-600.css'
import './theme.css'
import './phone.css'
import './flex.css'
import './whatsapp.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { keepLive, language } from './state.ts'

document.documentElement.lang = language.value
keepLive()
const root = document.getElementById('app')
if (root) render(<App />, root)
