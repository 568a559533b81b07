const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names a text uses, once each. Braces that open and never close count as a name nobody knows. */
export function variablesIn(text: string): string[] {
  const names = [...text.matchAll(VARIABLE)].map(([, name = '']) => name)
  const rest = text.replace(VARIABLE, '')
  const torn = /\{\{.{0,20}|.{0,20}\}\}/s.exec(rest)?.[0]
  return [...new Set(torn ? [...names, torn] : names)]
}

/** The text with its variables' values. A line that would say nothing but unknown values is left out. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const names = variablesIn(line)
      if (names.length > 0 && names.every((name) => !own(values, name))) return []
      return [line.replace(VARIABLE, (_, name: string) => own(values, name) || '–')]
    })
    .join('\n')
    .trim()
}

const own = (values: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined
