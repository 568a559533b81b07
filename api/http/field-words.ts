import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type FieldProblem = { field: string; message: string }

const KINDS: Record<string, string> = {
  string: 'a text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false, without quotation marks',
  array: 'a list in square brackets, as in […]',
  tuple: 'a list in square brackets, as in […]',
  object: 'an object, as in {"…": …}',
  record: 'an object, as in {"…": …}',
  map: 'an object, as in {"…": …}',
}
const FORMATS: Record<string, string> = {
  datetime: 'Is a day and a time with its offset, as in 2026-12-24T09:00:00+07:00',
  date: 'Is a day that there is, as in 2026-12-24',
  uuid: 'Is an id, as a list of them shows it',
  email: 'Is an e-mail address',
  url: 'Is a web address',
}
/** What the library says by itself; a schema's own words are better than any of these. */
const ITS_OWN = /^(?:Invalid|Unrecognized|Too (?:small|big))/

const at = (path: readonly PropertyKey[]): string => path.map(String).join('.')
const one = (path: readonly PropertyKey[], message: string): FieldProblem[] => [{ field: at(path), message }]

/** What is wrong with which field and the way out, for somebody who writes no code. */
export function fieldProblems(issue: Issue): FieldProblem[] {
  const { path, message } = issue
  if (!ITS_OWN.test(message)) return one(path, message)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: at([...path, key]),
        message: 'Is no field here: it is spelt otherwise, or belongs elsewhere (/docs shows every field)',
      }))
    case 'invalid_type':
      return one(
        path,
        message.endsWith(' undefined') ? `Is needed: ${kindOf(issue.expected)}` : `Is ${kindOf(issue.expected)}`,
      )
    case 'invalid_value':
      return one(path, `Is one of ${issue.values.map(String).join(', ')}`)
    case 'invalid_format':
      return one(path, FORMATS[issue.format] ?? message)
    case 'invalid_union':
      return one(path, 'options' in issue ? `Is one of ${[issue.options].flat().map(String).join(', ')}` : message)
    case 'too_small':
      return one(path, bounded('at least', issue.minimum, issue.origin))
    case 'too_big':
      return one(path, bounded('at most', issue.maximum, issue.origin))
    case 'invalid_key':
      return one(path, issue.issues[0] ? (fieldProblems(issue.issues[0])[0]?.message ?? message) : message)
    default:
      return one(path, message)
  }
}

const kindOf = (expected: string): string => KINDS[expected] ?? expected

const UNITS: Record<string, [one: string, many: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}

const bounded = (bound: string, size: number | bigint, of: string): string => {
  const unit = UNITS[of]?.[Number(size) === 1 ? 0 : 1]
  return unit ? `Has ${bound} ${size} ${unit}` : `Is ${bound} ${size}`
}
