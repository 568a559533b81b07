import type { Knex } from 'knex'

/** Which parcel another one was sent instead of. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create index outbox_resent_as on outbox (resent_as) where resent_as is not null')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index outbox_resent_as')
}
