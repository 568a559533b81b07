import { chooseLanguage, copies, language, languages, words } from '../copy/language.ts'

const short = { th: 'ไทย', en: 'EN', ja: '日本語' }

export function LanguageSwitch() {
  return (
    <div class="languages" role="group" aria-label={words.value.languages}>
      {languages.map((it) => (
        <button
          key={it}
          type="button"
          lang={it}
          title={copies[it].language}
          aria-pressed={language.value === it}
          onClick={() => chooseLanguage(it)}
        >
          {short[it]}
        </button>
      ))}
    </div>
  )
}
