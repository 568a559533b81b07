import type { Knex } from 'knex'

/**
 * Every table with a tenant_id is bound to app.tenant_id, for its owner too. The machinery (grouped inbox inserts, leases,
 * due timers, parcels, and finding the tenant of a key) serves all tenants, on just the tables and columns below.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    do $$ declare t text; begin
      for t in select table_name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_tenant on %I to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', t);
        execute format('create policy of_owner on %I to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', t);
        execute format('grant select, insert, update, delete on %I to bellhop_app', t);
      end loop;
    end $$;
    revoke update, delete on activities from bellhop_app;

    alter table tenants enable row level security;
    alter table tenants force row level security;
    create policy itself on tenants to bellhop_app using (id = (select app_tenant()));
    create policy of_owner on tenants to current_user using (true) with check (true);
    grant select, update (settings, name) on tenants to bellhop_app;
    grant select on desk_clock to bellhop_app, bellhop_machinery;

    create policy machinery on tenants for select to bellhop_machinery using (true);
    grant select on tenants to bellhop_machinery;
    create policy machinery on channels for select to bellhop_machinery using (true);
    grant select on channels to bellhop_machinery;
    create policy machinery on api_keys for select to bellhop_machinery using (true);
    grant select (id, tenant_id, name, key_hash, role, revoked_at) on api_keys to bellhop_machinery;
    create policy machinery on sessions for select to bellhop_machinery using (true);
    grant select on sessions to bellhop_machinery;
    create policy machinery on inbox to bellhop_machinery using (true) with check (true);
    grant select, insert on inbox to bellhop_machinery;
    grant update (state, attempts, trouble_id) on inbox to bellhop_machinery;
    create policy machinery on conversations to bellhop_machinery using (true) with check (true);
    grant select (id, tenant_id, channel_id, source_id, lease_owner, lease_no, lease_until) on conversations to bellhop_machinery;
    grant insert (id, tenant_id, channel_id, kind, source_id, lease_owner, lease_no, lease_until) on conversations to bellhop_machinery;
    grant update (lease_owner, lease_no, lease_until) on conversations to bellhop_machinery;
    create policy machinery on timers for select to bellhop_machinery using (true);
    grant select (id, tenant_id, due_at, fired_at) on timers to bellhop_machinery;
    create policy machinery on outbox to bellhop_machinery using (true) with check (true);
    grant select on outbox to bellhop_machinery;
    grant update (state, sent_as, cost, recipients, attempts, next_at, lease_owner, lease_until, request_id, trouble, settled_at, body) on outbox to bellhop_machinery;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    do $$ declare p record; begin
      for p in select tablename, policyname from pg_policies where schemaname = 'public' loop
        execute format('drop policy %I on %I', p.policyname, p.tablename);
      end loop;
      for p in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relrowsecurity loop
        execute format('alter table %I no force row level security', p.relname);
        execute format('alter table %I disable row level security', p.relname);
      end loop;
    end $$;
    revoke all on all tables in schema public from bellhop_app, bellhop_machinery;
  `)
}
