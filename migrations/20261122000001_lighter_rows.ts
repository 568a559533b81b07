import type { Knex } from 'knex'

const hot = [
  'inbox',
  'messages',
  'outbox',
  'activities',
  'timers',
  'status_intervals',
  'triage_decisions',
  'contact_identities',
]

/**
 * Rows written on every message no longer look their tenant up: row security binds their tenant_id already, and each hangs on a row that
 * does look. A dozen checks a message also locked the one row of the tenant, for everybody at once.
 * Lists begin with the tenant; what is looked up by a key begins with the key, so that no plan walks a tenant to find one row.
 */
export async function up(knex: Knex): Promise<void> {
  for (const table of hot) await knex.raw(`alter table ${table} drop constraint ${table}_tenant_id_fkey`)
  await knex.raw(`
    drop index inbox_tenant_id_idx, status_intervals_tenant_id_idx, conversations_tenant_id_contact_id_idx,
      cases_tenant_id_contact_id_idx, bookings_tenant_id_contact_id_idx, contact_identities_tenant_id_contact_id_idx;
    create index on conversations (contact_id);
    create index on cases (contact_id);
    create index on bookings (contact_id);
    create index on contact_identities (contact_id);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index conversations_contact_id_idx, cases_contact_id_idx, bookings_contact_id_idx, contact_identities_contact_id_idx;
    create index on inbox (tenant_id);
    create index on status_intervals (tenant_id);
    create index on conversations (tenant_id, contact_id);
    create index on cases (tenant_id, contact_id);
    create index on bookings (tenant_id, contact_id);
    create index on contact_identities (tenant_id, contact_id);
  `)
  for (const table of hot) await knex.raw(`alter table ${table} add foreign key (tenant_id) references tenants`)
}
