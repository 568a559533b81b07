import type { Knex } from 'knex'

/** Whose menu below the chat does not speak their language yet. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table menus_due (
      conversation_id uuid primary key references conversations on delete cascade,
      tenant_id uuid not null references tenants,
      -- another one for each change of language: what was done for an earlier one does not count
      change uuid not null default gen_random_uuid(),
      next_at timestamptz not null default desk_now(),
      tries smallint not null default 0
    );
    create index on menus_due (next_at);
    alter table menus_due enable row level security;
    alter table menus_due force row level security;
    create policy of_tenant on menus_due to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    create policy of_owner on menus_due to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    grant select, insert, update, delete on menus_due to bellhop_app;
    create policy machinery on menus_due for select to bellhop_machinery using (true);
    grant select (tenant_id, conversation_id, next_at) on menus_due to bellhop_machinery;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table menus_due')
}
