import { isFields } from '../line/shape.ts'

export type Variables = Record<string, string>

const PLACEHOLDER = /\{\{\s*([^{}\s]*)\s*\}\}/g
const MOST_VARIABLES = 100
const MOST_KEY = 16
const MOST_VALUE = 1600

/** ContentVariables as they are given, or undefined when Twilio would call them invalid (21656). */
export function readVariables(given: string | null): Variables | undefined {
  if (given === null || given === '') return {}
  const parsed = parsedOr(given)
  if (!isFields(parsed) || Object.keys(parsed).length > MOST_VARIABLES) return undefined
  const isFit = ([key, value]: [string, unknown]) =>
    key.length > 0 && key.length <= MOST_KEY && typeof value === 'string' && value !== '' && value.length <= MOST_VALUE
  return Object.entries(parsed).every(isFit) ? (parsed as Variables) : undefined
}

function parsedOr(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch {
    return undefined
  }
}

/** Every text of this content with its variables filled in. */
export function filled<T>(content: T, variables: Variables): T {
  if (typeof content === 'string') {
    return content.replace(PLACEHOLDER, (whole, key: string) => variables[key] ?? whole) as T
  }
  if (Array.isArray(content)) return content.map((one: unknown) => filled(one, variables)) as T
  if (!isFields(content)) return content
  return Object.fromEntries(Object.entries(content).map(([name, one]) => [name, filled(one, variables)])) as T
}

/** The names of all placeholders; an empty or torn one is a name that no variable has. */
export function placeholdersIn(content: unknown): string[] {
  return [...JSON.stringify(content).matchAll(PLACEHOLDER)].map(([, key = '']) => key)
}

/** Meta approves no template whose body begins or ends with a variable, or has two side by side. */
export function whyNotApproved(body: string): string | undefined {
  if (/^\s*\{\{/.test(body) || /\}\}\s*$/.test(body)) return 'The body begins or ends with a variable.'
  return /\}\}\s*\{\{/.test(body) ? 'Two variables stand side by side.' : undefined
}
