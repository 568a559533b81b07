import type { Knex } from 'knex'

/** Each time a parcel is taken up is numbered, so that only the last try can say how it ended; why a customer cannot be told is kept. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table outbox
      add column lease_no integer not null default 0,
      add column unreachable text check (unreachable in ('window', 'opted_out', 'identity', 'not_today', 'permanent'));
    grant update (lease_no, unreachable) on outbox to bellhop_machinery;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table outbox drop column lease_no, drop column unreachable')
}
