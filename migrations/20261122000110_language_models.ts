import type { Knex } from 'knex'

/** A decision may have a language model behind it or beside it: which, what it said, what it cost. And what a day's asking has cost. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table triage_decisions drop cost_minor,
      add case_id uuid,
      add model_name text,
      add model_trouble text,
      add model_latency_us integer,
      add input_tokens integer,
      add output_tokens integer,
      -- millionths of a US dollar
      add cost_micros integer not null default 0,
      -- what the model would have decided, where it only suggests: labels, never words of a person
      add opinion jsonb;
    create index on triage_decisions (case_id) where opinion is not null;
    create index on triage_decisions (tenant_id, at) where model_name is not null;

    create table model_spending (
      tenant_id uuid not null references tenants,
      day date not null,
      micros bigint not null,
      calls integer not null,
      primary key (tenant_id, day)
    );
    do $$ declare t text; begin
      foreach t in array array['model_spending'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_tenant on %I to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', t);
        execute format('create policy of_owner on %I to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', t);
        execute format('grant select, insert, update, delete on %I to bellhop_app', t);
      end loop;
    end $$;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table model_spending;
    drop index triage_decisions_case_id_idx, triage_decisions_tenant_id_at_idx1;
    alter table triage_decisions drop case_id, drop model_name, drop model_trouble, drop model_latency_us, drop input_tokens,
      drop output_tokens, drop cost_micros, drop opinion, add cost_minor integer not null default 0;
  `)
}
