import type { Knex } from 'knex'

/** When a message whose arrival nobody has told of is next asked after: a callback may never come. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table whatsapp_parts add column look_at timestamptz;
    create index whatsapp_parts_to_look_at on whatsapp_parts (look_at) where look_at is not null;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table whatsapp_parts drop column look_at')
}
