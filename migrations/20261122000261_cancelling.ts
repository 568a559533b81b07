import type { Knex } from 'knex'

/** Until when a customer may give up a booking of a kind by themselves; and that one was asked of us when they may not any more. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table booking_kinds add column cancel_rule jsonb;
    alter table bookings add column cancel_asked_at timestamptz;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table bookings drop column cancel_asked_at;
    alter table booking_kinds drop column cancel_rule;
  `)
}
