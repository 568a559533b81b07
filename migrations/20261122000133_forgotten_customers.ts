import type { Knex } from 'knex'

/** A customer whose data was erased stays as a number, so that cases, bookings and their timelines still stand. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table contacts add column erased_at timestamptz')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table contacts drop column erased_at')
}
