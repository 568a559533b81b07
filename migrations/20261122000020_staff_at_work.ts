import type { Knex } from 'knex'

/** What staff say of a case and a booking while they work, from when a clock counts, and who is on shift. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table cases
      add column order_refs text[] not null default '{}',
      add column sla_started_at timestamptz not null default desk_now(),
      add column sla_stopped_ms bigint not null default 0 check (sla_stopped_ms >= 0);
    -- the owner is bound by row security too, and here means every tenant
    alter table cases no force row level security;
    update cases set sla_started_at = case when reopened > 0 then sla_due_at - make_interval(mins => sla_minutes) else opened_at end;
    alter table cases force row level security;

    alter table bookings add column answered_at timestamptz, add column proposal jsonb;

    create table shifts (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      staff_id uuid not null references staff,
      started_at timestamptz not null,
      ended_at timestamptz,
      check (ended_at is null or ended_at >= started_at)
    );
    create unique index shifts_running on shifts (staff_id) where ended_at is null;
    create index on shifts (tenant_id, started_at desc);
    alter table shifts enable row level security;
    alter table shifts force row level security;
    create policy of_tenant on shifts to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    create policy of_owner on shifts to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    grant select, insert, update, delete on shifts to bellhop_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table shifts;
    alter table bookings drop column proposal, drop column answered_at;
    alter table cases drop column sla_stopped_ms, drop column sla_started_at, drop column order_refs;
  `)
}
