import type { Knex } from 'knex'

/**
 * What a dialogue asks is the business's own data; chats fall into sessions that people can name; what a person agreed to is kept with its
 * wording. All three are what people said or were asked, so they are bound to their tenant like everything else.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- { slot: { label: {th, en, ja}, question: {th, en, ja} } }: what the desk has no words of its own for
    alter table booking_kinds add slot_words jsonb not null default '{}';
    alter table case_types add slot_words jsonb not null default '{}', add optional_slots text[] not null default '{}';

    create table chat_sessions (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      conversation_id uuid not null references conversations,
      reference text not null,
      started_at timestamptz not null
    );
    create index on chat_sessions (conversation_id, started_at desc);
    create index on chat_sessions (tenant_id);
    -- written with every message, in the statement that writes the session: no look-up, no index of its own
    alter table messages add session_id uuid;
    alter table conversations add reference text, add session_id uuid, add session_at timestamptz;
    -- not on last_message_at: an index on what every turn changes would make every turn's update a slow one
    create index on conversations (tenant_id, created_at desc, id);

    create table consents (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      contact_id uuid not null references contacts,
      kind text not null check (kind in ('contact_details')),
      answer text not null check (answer in ('given', 'declined')),
      wording text not null,
      wording_version integer not null,
      language text not null check (language in ('th', 'en', 'ja')),
      channel_id uuid not null references channels,
      answered_at timestamptz not null,
      withdrawn_at timestamptz
    );
    create index on consents (contact_id, answered_at desc);
    create index on consents (tenant_id);

    do $$ declare t text; begin
      foreach t in array array['chat_sessions', 'consents'] loop
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
    drop table consents;
    drop index conversations_tenant_id_created_at_id_idx;
    alter table conversations drop reference, drop session_id, drop session_at;
    alter table messages drop session_id;
    drop table chat_sessions;
    alter table case_types drop slot_words, drop optional_slots;
    alter table booking_kinds drop slot_words;
  `)
}
