import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `create index questions_without_gap on questions (tenant_id, said_until) where gap_id is null and outcome in ('unanswered', 'unhelpful')`,
  )
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index questions_without_gap')
}
