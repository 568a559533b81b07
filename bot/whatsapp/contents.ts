import { createHash } from 'node:crypto'
import type { Language } from '../../api/tenants/schema.ts'
import { cut } from '../cut.ts'
import type { Choosing } from './render.ts'

/** A stored content, as it is created: everything that differs is a variable, so that few of them serve every message. */
export type Skeleton = {
  friendly_name: string
  language: Language
  variables: Record<string, string>
  types: Record<string, object>
}

const MOST_VALUE = 1_600

/** The skeleton for so many choices: three kinds of buttons and ten lists for each language are all there are. */
export function skeletonOf(it: Pick<Choosing, 'kind'> & { count: number }, language: Language): Skeleton {
  const each = it.kind === 'buttons' ? 2 : 3
  const from = it.kind === 'buttons' ? 2 : 3
  const variable = (index: number, nth: number) => `{{${from + index * each + nth}}}`
  const indexes = Array.from({ length: it.count }, (_, index) => index)
  const types: Record<string, object> =
    it.kind === 'buttons'
      ? {
          'twilio/quick-reply': {
            body: '{{1}}',
            actions: indexes.map((index) => ({ title: variable(index, 0), id: variable(index, 1) })),
          },
        }
      : {
          'twilio/list-picker': {
            body: '{{1}}',
            button: '{{2}}',
            items: indexes.map((index) => ({
              item: variable(index, 0),
              id: variable(index, 1),
              description: variable(index, 2),
            })),
          },
        }
  const last = from - 1 + it.count * each
  const samples = Array.from({ length: last }, (_, index) => [String(index + 1), `sample ${index + 1}`])
  return {
    friendly_name: `bellhop_${it.kind}_${it.count}_${language}`,
    language,
    variables: Object.fromEntries(samples) as Record<string, string>,
    types,
  }
}

/** What fills the skeleton. No value may be empty, and more than four spaces in a row are refused. */
export function variablesOf(it: Choosing): Record<string, string> {
  const values = [
    it.text,
    ...(it.kind === 'list' ? [it.button] : []),
    ...it.choices.flatMap((choice, index) => [
      choice.title,
      choice.id,
      ...(it.kind === 'list' ? [it.rows[index] ?? ''] : []),
    ]),
  ]
  return Object.fromEntries(values.map((value, index) => [String(index + 1), clean(value)]))
}

const clean = (value: string): string => cut(value.replace(/ {4,}/g, '   ').trim(), MOST_VALUE) || '·'

export const hashOf = (it: Skeleton): string =>
  createHash('sha256')
    .update(JSON.stringify([it.types, it.language]))
    .digest('hex')
