import type { Knex } from 'knex'

const tables = ['case_types', 'booking_kinds', 'catalogue_items']

/**
 * What a business has set up (its case types, booking kinds and what is on sale) is kept in memory by whoever works with it, and read again
 * only when it changed: `set_up_changes` says so. A business without a row there has changed nothing since.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table set_up_changes (
      tenant_id uuid primary key references tenants,
      -- never the same again, not even after a transaction that was taken back
      change uuid not null
    );
    alter table set_up_changes enable row level security;
    alter table set_up_changes force row level security;
    create policy of_tenant on set_up_changes to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    create policy of_owner on set_up_changes to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    grant select, insert, update on set_up_changes to bellhop_app;

    create function set_up_changed() returns trigger language plpgsql as $$
    begin
      insert into set_up_changes select tenant_id, gen_random_uuid() from changed group by tenant_id
        on conflict (tenant_id) do update set change = excluded.change;
      return null;
    end $$;
    ${tables
      .flatMap((table) => [
        `create trigger set_up_added after insert on ${table} referencing new table as changed for each statement execute function set_up_changed();`,
        `create trigger set_up_changed after update on ${table} referencing new table as changed for each statement execute function set_up_changed();`,
        `create trigger set_up_gone after delete on ${table} referencing old table as changed for each statement execute function set_up_changed();`,
      ])
      .join('\n')}
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ${tables.map((table) => ['added', 'changed', 'gone'].map((how) => `drop trigger set_up_${how} on ${table};`).join(' ')).join('\n')}
    drop function set_up_changed();
    drop table set_up_changes;
  `)
}
