import type { Knex } from 'knex'

/** What people send beside words. The bytes lie in the storage; a row says what they are, and what became of the copy. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table files (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      -- the message says whose it is and which case or booking it belongs to
      message_id uuid references messages on delete set null,
      channel_id uuid not null references channels,
      kind text not null check (kind in ('image', 'video', 'audio', 'file')),
      -- where the platform keeps it: LINE's message id, Twilio's address
      origin varchar(2000),
      name text,
      content_type text,
      size bigint,
      sha256 bytea,
      -- set before the first byte is written, and null again only when the bytes are gone
      storage_key text,
      state text not null default 'waiting' check (state in ('waiting', 'stored', 'refused', 'gone')),
      why text,
      attempts integer not null default 0,
      next_at timestamptz not null default desk_now(),
      created_at timestamptz not null default desk_now(),
      settled_at timestamptz,
      check (state <> 'stored' or (storage_key is not null and content_type is not null and size is not null))
    );
    create index on files (message_id);
    create index files_to_do on files (next_at) where state = 'waiting' or (state <> 'stored' and storage_key is not null);

    alter table files enable row level security;
    alter table files force row level security;
    create policy of_tenant on files to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    create policy of_owner on files to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    grant select, insert, update, delete on files to bellhop_app;
    -- the sweep finds work of all tenants, and sees nothing of it but that there is some
    create policy machinery on files for select to bellhop_machinery using (true);
    grant select (id, tenant_id, state, storage_key, next_at) on files to bellhop_machinery;

    -- a message that was edited shows its newest words: an older edit that comes late changes nothing
    alter table messages add column edited_at timestamptz;
    create index on messages (booking_id) where booking_id is not null;
    -- to find the bytes of a message that was taken back; next to nothing to keep, since events come in the order of time
    create index inbox_received on inbox using brin (received_at) with (pages_per_range = 16);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index inbox_received, messages_booking_id_idx;
    alter table messages drop column edited_at;
    drop table files;
  `)
}
