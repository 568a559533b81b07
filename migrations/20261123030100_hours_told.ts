import type { Knex } from 'knex'

/** Every business began with these; whoever has others has said them. */
const FIRST = JSON.stringify(Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, ['09:00', '18:00']])))

/** Customers are told the hours that the business has said itself, and no others. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `update tenants set settings = settings || '{"hoursTold": true}' where settings->'hours' is not null and settings->'hours' <> :first::jsonb`,
    { first: FIRST },
  )
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`update tenants set settings = settings - 'hoursTold'`)
}
