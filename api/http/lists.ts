import { z } from 'zod'
import type { Sort } from '../db/conditions.ts'

const MOST_PAGES = 100_000

/** What every list takes; a name it does not know is refused, so that a mistyped filter does not look like an answer. */
export const listQuery = <Filters extends z.ZodRawShape, Field extends string>(
  filters: Filters,
  sortable: readonly [Field, ...Field[]],
  usual: string,
) =>
  z.strictObject({
    ...filters,
    page: z.coerce.number().int().min(1).max(MOST_PAGES).default(1),
    page_size: z.coerce.number().int().min(1).max(100).default(25),
    search: z.string().trim().min(1).max(100).optional(),
    sort: sortBy(sortable, usual),
  })

const sortBy = <Field extends string>(sortable: readonly [Field, ...Field[]], usual: string) =>
  z
    .string()
    .max(200)
    .default(usual)
    .transform((text, check): Sort<Field>[] => {
      const sorts = text.split(',').map((part) => part.trim())
      return sorts.flatMap((part): Sort<Field>[] => {
        const field = sortable.find((it) => it === part.replace(/^-/, ''))
        if (field) return [{ field, direction: part.startsWith('-') ? 'desc' : 'asc' }]
        check.addIssue({ code: 'custom', message: `Sort by ${sortable.join(', ')}; a minus before it turns it round` })
        return []
      })
    })

export type Paged = { page: number; page_size: number }

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() })

export type Page<T> = { items: T[]; page: number; pageSize: number; total: number }

export const asPage = <T>(items: T[], total: number, asked: Paged): Page<T> => ({
  items,
  page: asked.page,
  pageSize: asked.page_size,
  total,
})
