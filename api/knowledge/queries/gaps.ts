import type { Ctx } from '../../context.ts'
import { allOf, containing, where } from '../../db/conditions.ts'
import type { Paged } from '../../http/lists.ts'
import type { Language } from '../../tenants/schema.ts'
import { Article } from '../model.ts'

export const sortableGaps = ['count', 'lastAskedAt'] as const

export type GapQuery = Paged & {
  search?: string | undefined
  answered?: boolean | undefined
  shown?: boolean | undefined
  sort: { field: (typeof sortableGaps)[number]; direction: 'asc' | 'desc' }[]
}

/** A draft that questions have made, and how it was asked for. */
export type Gap = {
  draft: Article
  count: number
  lastAskedAt: Date | null
  asked: { text: string; language: Language }[]
  shown: { id: string; title: string } | null
}

const columns = { count: 'count', lastAskedAt: 'last_asked_at' }

/** What could not be answered and waits for somebody to answer it, the most asked first. */
export async function listGaps(ctx: Ctx, asked: GapQuery): Promise<{ rows: Gap[]; total: number }> {
  const found = allOf([
    asked.search && where('a.texts::text ilike ?', containing(asked.search)),
    asked.answered !== undefined &&
      where(`exists (select 1 from jsonb_each(a.texts) t where t.value->>'answer' <> '') = ?`, asked.answered),
    asked.shown !== undefined &&
      where('exists (select 1 from questions q where q.gap_id = a.id and q.article_id is not null) = ?', asked.shown),
  ])
  const order = asked.sort.map((it) => `${columns[it.field]} ${it.direction} nulls last`).join(', ')
  const { rows } = (await ctx.trx.raw(
    `select a.id, (select count(*)::int from questions q where q.gap_id = a.id) as count,
       (select max(said_until) from questions q where q.gap_id = a.id) as last_asked_at, count(*) over ()::int as total
     from articles a where a.origin = 'gap' and a.status = 'draft' and (${found.sql})
     order by ${order}, a.id limit ? offset ?`,
    [...found.bindings, asked.page_size, (asked.page - 1) * asked.page_size],
  )) as { rows: { id: string; total: number }[] }
  const gaps = await gapsByIds(
    ctx,
    rows.map((it) => it.id),
  )
  return { rows: gaps, total: rows[0]?.total ?? 0 }
}

const MOST_SHOWN = 10

/** In the order of the ids. */
export async function gapsByIds(ctx: Ctx, ids: string[]): Promise<Gap[]> {
  if (ids.length === 0) return []
  const drafts = new Map((await Article.query(ctx.trx).findByIds(ids)).map((it) => [it.id, it]))
  const { rows } = (await ctx.trx.raw(
    `select gap_id, count(*)::int as count, max(said_until) as last_asked_at,
       (array_agg(jsonb_build_object('text', text, 'language', language) order by said_until desc))[1:${MOST_SHOWN}] as asked,
       (select jsonb_build_object('id', v.article_id, 'title', v.title) from questions s join passages v on v.article_id = s.article_id
         where s.gap_id = q.gap_id order by s.said_until desc, v.language = s.language desc limit 1) as shown
     from questions q where gap_id = any(?::uuid[]) group by gap_id`,
    [ids],
  )) as { rows: { gap_id: string; count: number; last_asked_at: Date; asked: Gap['asked']; shown: Gap['shown'] }[] }
  const asked = new Map(rows.map((it) => [it.gap_id, it]))
  return ids.flatMap((id) => {
    const [draft, of] = [drafts.get(id), asked.get(id)]
    if (!draft) return []
    return [
      {
        draft,
        count: of?.count ?? 0,
        lastAskedAt: of?.last_asked_at ?? null,
        asked: of?.asked ?? [],
        shown: of?.shown ?? null,
      },
    ]
  })
}
