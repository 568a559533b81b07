import { headOf, type Link, sealOf } from '../activities/chain.ts'
import { type AsOwner, asOwner } from '../db/owner.ts'
import { masterKeys, sameBytes } from '../secrets.ts'
import { allTenants } from '../tenants/queries.ts'

/** The first line of a timeline that is not as it was written. */
export type Broken = { subject: string; seq: number; why: string }
export type Verdict = { tenant: string; subjects: number; lines: number; broken?: Broken }

/**
 * Recomputes every timeline's seals and compares them with what stands in the tables and with the head and count on the subject. Each tenant
 * is read as of one instant, so the desk may go on working, and in batches, so a long history needs no more memory.
 */
export const verifyActivities = async (ownerUrl: string, told: (verdict: Verdict) => void): Promise<void> => {
  const tenants = await allTenants()
  await asOwner(ownerUrl, async (ask) => {
    for (const tenant of tenants) {
      await ask('begin isolation level repeatable read read only')
      // the owner is bound to one tenant too, unless it is a superuser: hence the conditions below
      await ask(`select set_config('app.tenant_id', $1, true)`, [tenant.id])
      told({ tenant: tenant.key, ...(await verifyTenant(ask)) })
      await ask('rollback')
    }
  })
}

/** A line with what its subject says of its timeline; a subject without lines is one row, and so is a line without a subject. */
type Row = Link & {
  found: boolean
  chainHead: Buffer | null
  chainCount: number | null
  mac: Buffer | null
}

const BATCH = 1_000

const statement = `
  declare timeline no scroll cursor for
  with subjects as (
    ${['case', 'booking', 'conversation', 'contact', 'channel', 'article']
      .map(
        (kind) =>
          `select '${kind}' as kind, id, chain_head, chain_count from ${kind}s
           where tenant_id = app_tenant() and (chain_count <> 0 or chain_head is not null)`,
      )
      .join(' union all ')}
  ), lines as (
    select * from activities where tenant_id = app_tenant()
  )
  select app_tenant() as "tenantId", coalesce(l.subject_kind, s.kind) as "subjectKind", coalesce(l.subject_id, s.id) as "subjectId",
    l.seq, l.type, l.actor_kind as "actorKind", l.actor_id as "actorId", l.facts, l.at, l.mac,
    l.id is not null as found, s.chain_head as "chainHead", s.chain_count as "chainCount"
  from subjects s full join lines l on l.subject_kind = s.kind and l.subject_id = s.id
  order by 2, 3, l.seq`

async function verifyTenant(ask: AsOwner): Promise<Omit<Verdict, 'tenant'>> {
  await ask(statement)
  let subjects = 0
  let lines = 0
  let open: Walk | undefined
  for (;;) {
    const rows = (await ask(`fetch ${BATCH} from timeline`)) as Row[]
    for (const row of rows) {
      if (open?.id !== row.subjectId || open.kind !== row.subjectKind) {
        const cut = open && endOf(open)
        if (cut) return { subjects, lines, broken: cut }
        open = {
          kind: row.subjectKind,
          id: row.subjectId,
          seq: 0,
          rightHead: null,
          head: row.chainHead,
          count: row.chainCount,
        }
        subjects += 1
      }
      if (!row.found) continue
      const wrong = next(open, row)
      if (wrong) return { subjects, lines, broken: { subject: nameOf(open), ...wrong } }
      lines += 1
    }
    if (rows.length < BATCH) break
  }
  const cut = open && endOf(open)
  return { subjects, lines, ...(cut && { broken: cut }) }
}

type Walk = {
  kind: string
  id: string
  /** of the last line that was right */
  seq: number
  /** over that line, as it should stand on the subject */
  rightHead: Buffer | null
  head: Buffer | null
  count: number | null
}

const nameOf = (it: Walk): string => `${it.kind} ${it.id}`

/** Moves on by a line, or says what is wrong with it. */
function next(walk: Walk, line: Row): Omit<Broken, 'subject'> | undefined {
  const seq = walk.seq + 1
  if (line.seq !== seq) return { seq, why: `is missing: the next is ${line.seq}` }
  const { mac } = line
  // a line and the head over it were sealed by one process, under the key of its day
  const key = mac && masterKeys().find((it) => sameBytes(sealOf(walk.rightHead, line, it), mac))
  if (!key) return { seq, why: 'is not as it was written, or not in its place' }
  walk.seq = seq
  walk.rightHead = headOf(mac, key)
  return undefined
}

/** Whether the subject knows as many lines as there are, and the last of them. */
function endOf(walk: Walk): Broken | undefined {
  const subject = nameOf(walk)
  const count = walk.count ?? 0
  if (count > walk.seq) return { subject, seq: walk.seq + 1, why: `is missing: there were ${count}` }
  if (count < walk.seq) return { subject, seq: count + 1, why: `is unknown to its subject, which counts ${count}` }
  if (walk.head && walk.rightHead && sameBytes(walk.head, walk.rightHead)) return undefined
  return { subject, seq: walk.seq, why: 'is not the one its subject ends with' }
}
