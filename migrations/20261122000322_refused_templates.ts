import type { Knex } from 'knex'

/** Why Meta will not have a template, or no longer. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table whatsapp_templates add column reason varchar(500)')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table whatsapp_templates drop column reason')
}
