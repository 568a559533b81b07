import type { Knex } from 'knex'

/** Who taught an example and from what; how a model did on messages kept out; when a tenant wants to be taught again, and who does it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table triage_examples
      add by_kind text,
      add by_id uuid,
      add by_name text,
      add case_id uuid,
      add booking_id uuid,
      add decision_id uuid,
      -- why it does not teach: contradicted | overruled
      add set_aside text,
      add updated_at timestamptz,
      add words_key text generated always as (md5(lower(btrim(regexp_replace(text, '\\s+', ' ', 'g'))))) stored;
    create index on triage_examples (tenant_id, words_key);
    create index on triage_examples (case_id) where case_id is not null;
    create index on triage_examples (booking_id) where booking_id is not null;

    alter table triage_models
      -- the newest of these is the one in use; none: it was refused
      add adopted_at timestamptz,
      add refused_why text,
      add reason text not null default 'first',
      add digest bytea,
      -- of this one and of the one it was held against, on the same messages
      add figures jsonb,
      add against jsonb,
      add against_id uuid;
    update triage_models set adopted_at = created_at;
    create index on triage_models (tenant_id, adopted_at desc);

    alter table triage_decisions add booking_id uuid;
    create index on triage_decisions (case_id) where case_id is not null;
    create index on triage_decisions (booking_id) where booking_id is not null;
    drop index triage_decisions_case_id_idx;

    create table triage_training (
      tenant_id uuid primary key references tenants,
      due_at timestamptz,
      -- lessons since the last training, and how often it was asked for in all
      news integer not null default 0,
      asked bigint not null default 0,
      lease_no bigint not null default 0,
      lease_until timestamptz
    );
    do $$ declare t text; begin
      foreach t in array array['triage_training'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_tenant on %I to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', t);
        execute format('create policy of_owner on %I to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', t);
        execute format('grant select, insert, update, delete on %I to bellhop_app', t);
      end loop;
    end $$;
    create policy machinery on triage_training for select to bellhop_machinery using (true);
    grant select (tenant_id, due_at, lease_until) on triage_training to bellhop_machinery;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table triage_training;
    drop index triage_decisions_case_id_idx1, triage_decisions_booking_id_idx;
    alter table triage_decisions drop booking_id;
    create index on triage_decisions (case_id) where opinion is not null;
    alter table triage_models drop adopted_at, drop refused_why, drop reason, drop digest, drop figures, drop against, drop against_id;
    alter table triage_examples drop by_kind, drop by_id, drop by_name, drop case_id, drop booking_id, drop decision_id, drop set_aside,
      drop updated_at, drop words_key;
  `)
}
