import type { Knex } from 'knex'

/** What was sent keeps its words for a month; whoever empties them, or looks for a customer's, reads only rows that still have some. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index outbox_worded on outbox (tenant_id, created_at)
      where state in ('sent', 'joined') and (messages <> '[]' or body is not null);
    create index conversations_groups on conversations (tenant_id) where kind = 'group';
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index conversations_groups, outbox_worded')
}
