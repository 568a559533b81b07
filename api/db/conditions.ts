type Value = string | number | boolean | Date | string[]

/** A piece of a where clause; its values never become part of the text. */
export type Condition = { sql: string; bindings: Value[] }

export const where = (sql: string, ...bindings: Value[]): Condition => ({ sql, bindings })

/** All of them, as far as they are there; `true` when none is. */
export function allOf(parts: (Condition | undefined | false | '' | null)[]): Condition {
  const given = parts.filter((part): part is Condition => Boolean(part))
  if (given.length === 0) return { sql: 'true', bindings: [] }
  return { sql: given.map((part) => `(${part.sql})`).join(' and '), bindings: given.flatMap((part) => part.bindings) }
}

/** A search text as an ILIKE pattern that means just that text. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

export type Sort<Field extends string> = { field: Field; direction: 'asc' | 'desc' }

/** An order by clause of known columns; what has no value comes last. */
export const orderOf = <Field extends string>(sorts: Sort<Field>[], columns: Record<Field, string>): string =>
  sorts.map(({ field, direction }) => `${columns[field]} ${direction} nulls last`).join(', ')
