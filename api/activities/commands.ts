import { type Ctx, type Part, perTransaction } from '../context.ts'
import { headOf, type Link, sealOf } from './chain.ts'
import type { SubjectKind } from './schema.ts'

/** What a timeline hangs on. The command holds the row's lock, so the head cannot move under it. */
export type Subject = { kind: SubjectKind; id: string; chainHead: Buffer | null; chainCount: number }

/** Subjects whose head another statement of the flush writes. */
const writtenElsewhere = perTransaction(() => new Set<string>())

/** For a command whose own statement of the flush updates the subject's row: one statement may not update a row twice. */
export function headWrittenBy(ctx: Ctx, subjectId: string): () => { head: Buffer | null; count: number } | undefined {
  writtenElsewhere(ctx).add(subjectId)
  const chains = chainsOf(ctx)
  return () => chains.get(subjectId)
}

type Chain = { kind: SubjectKind; head: Buffer | null; count: number; links: (Link & { id: string; mac: Buffer })[] }

/** Appends one line to the subject's timeline: ids and facts, never a customer's words. Written with the transaction's flush. */
export function record(ctx: Ctx, subject: Subject, type: string, facts: Record<string, unknown> = {}): void {
  const chains = chainsOf(ctx)
  const chain = chains.get(subject.id) ?? {
    kind: subject.kind,
    head: subject.chainHead,
    count: subject.chainCount,
    links: [],
  }
  const link: Link = {
    tenantId: ctx.tenantId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    seq: chain.count + 1,
    type,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.kind === 'system' ? null : ctx.actor.id,
    facts,
    at: ctx.now,
  }
  const mac = sealOf(chain.head, link)
  chain.links.push({ ...link, id: ctx.newId(), mac })
  chain.head = headOf(mac)
  chain.count += 1
  chains.set(subject.id, chain)
}

/** What this transaction has appended a line to, so far. */
export const recordedIn = (ctx: Ctx): { kind: SubjectKind; id: string }[] =>
  [...chainsOf(ctx)].map(([id, { kind }]) => ({ id, kind }))

const chainsOf = perTransaction((ctx) => {
  const chains = new Map<string, Chain>()
  ctx.atEnd(() => (chains.size > 0 ? writeChains(ctx, chains) : undefined))
  return chains
})

const tables: Record<SubjectKind, string> = {
  case: 'cases',
  booking: 'bookings',
  conversation: 'conversations',
  contact: 'contacts',
  channel: 'channels',
  article: 'articles',
}

function writeChains(ctx: Ctx, chains: Map<string, Chain>): Part[] {
  const elsewhere = writtenElsewhere(ctx)
  const links = [...chains.values()].flatMap((chain) => chain.links)
  const heads = Object.entries(tables).flatMap(([kind, table]): Part[] => {
    const moved = [...chains].filter(([id, chain]) => chain.kind === kind && !elsewhere.has(id))
    if (moved.length === 0) return []
    return [
      {
        sql: `update ${table} t set chain_head = n.head, chain_count = n.count
              from unnest(?::uuid[], ?::bytea[], ?::int[]) as n(id, head, count) where t.id = n.id`,
        bindings: [
          moved.map(([id]) => id),
          moved.map(([, chain]) => chain.head),
          moved.map(([, chain]) => chain.count),
        ],
      },
    ]
  })
  return [
    {
      sql: `insert into activities (id, tenant_id, subject_kind, subject_id, seq, type, actor_kind, actor_id, facts, at, mac)
            select l.id, ?::uuid, l.subject_kind, l.subject_id, l.seq, l.type, l.actor_kind, l.actor_id, l.facts::jsonb, l.at, l.mac
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::bytea[])
              as l(id, subject_kind, subject_id, seq, type, actor_kind, actor_id, facts, at, mac)`,
      bindings: [
        ctx.tenantId,
        links.map((l) => l.id),
        links.map((l) => l.subjectKind),
        links.map((l) => l.subjectId),
        links.map((l) => l.seq),
        links.map((l) => l.type),
        links.map((l) => l.actorKind),
        links.map((l) => l.actorId),
        links.map((l) => JSON.stringify(l.facts)),
        links.map((l) => l.at),
        links.map((l) => l.mac),
      ],
    },
    ...heads,
  ]
}
