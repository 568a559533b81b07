import type { Knex } from 'knex'

/**
 * The raw events of one chat are found by its key, for whoever must forget them: a message that was taken back, a customer who is erased. What still
 * waits is not in it, so that a webhook writes nothing more.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`create index inbox_answered on inbox (channel_id, source_id, received_at) where state <> 'waiting'`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index inbox_answered')
}
