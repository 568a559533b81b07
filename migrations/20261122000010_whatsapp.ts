import type { Knex } from 'knex'

const tables = ['whatsapp_chats', 'whatsapp_parts', 'whatsapp_contents', 'whatsapp_templates', 'messaging_consents']

/** WhatsApp through Twilio: the 24-hour window, what was sent part by part and what became of it, stored contents, templates, STOP. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- beside the conversation, not in it: a webhook must not wait for the turn that holds the conversation's row
    create table whatsapp_chats (
      tenant_id uuid not null references tenants,
      channel_id uuid not null references channels,
      source_id varchar(200) not null,
      window_until timestamptz,
      heard_at timestamptz,
      stopped_at timestamptz,
      -- what can be tapped, or typed by number or title, since our last message
      offered jsonb not null default '{"numbered": false, "choices": []}',
      primary key (channel_id, source_id)
    );
    create index on whatsapp_chats (tenant_id);

    -- Twilio knows no idempotency key: what is being asked of it is written down first, so that it is looked up and never sent blindly again
    create table whatsapp_parts (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      channel_id uuid not null references channels,
      outbox_id uuid not null references outbox,
      position integer not null,
      template boolean not null default false,
      -- words only until the message has arrived
      request jsonb,
      asked_at timestamptz,
      message_sid varchar(64),
      status text,
      rank integer not null default 0,
      error_code integer,
      unique (outbox_id, position)
    );
    create index on whatsapp_parts (tenant_id);
    create index on whatsapp_parts (message_sid) where message_sid is not null;

    create table whatsapp_contents (
      tenant_id uuid not null references tenants,
      channel_id uuid not null references channels,
      hash text not null,
      content_sid text not null,
      created_at timestamptz not null default desk_now(),
      primary key (channel_id, hash)
    );
    create index on whatsapp_contents (tenant_id);

    create table whatsapp_templates (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      channel_id uuid not null references channels,
      -- the event it can tell of; '*' tells of any
      event text not null,
      language text not null check (language in ('th', 'en', 'ja')),
      body text not null,
      category text not null default 'UTILITY' check (category in ('UTILITY', 'MARKETING', 'AUTHENTICATION')),
      -- what {{1}}, {{2}}… are, by name
      variables text[] not null default '{}',
      content_sid text,
      status text not null default 'unsubmitted' check (status in ('unsubmitted', 'received', 'pending', 'approved', 'rejected', 'paused', 'disabled')),
      created_at timestamptz not null default desk_now(),
      unique (channel_id, event, language)
    );
    create index on whatsapp_templates (tenant_id);

    create table messaging_consents (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      contact_id uuid not null references contacts,
      channel_id uuid not null references channels,
      given boolean not null,
      -- the word that was said, or the platform's code
      wording text not null,
      at timestamptz not null
    );
    create index on messaging_consents (contact_id, channel_id, at desc);
    create index on messaging_consents (tenant_id);

    alter table outbox add column delivery text check (delivery in ('sent', 'delivered', 'read', 'failed'));
    alter table outbox add column delivered_at timestamptz;
    alter table contact_identities add column unreachable_at timestamptz;
    alter table channels add column paused_at timestamptz;
    alter table channels add column paused_why text;
  `)
  for (const table of tables)
    await knex.raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy of_tenant on ${table} to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
      create policy of_owner on ${table} to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
      grant select, insert, update, delete on ${table} to bellhop_app;
    `)
  await knex.raw(`
    revoke update, delete on messaging_consents from bellhop_app;
    -- the road of a message serves all tenants, as for the inbox and the outbox
    create policy machinery on whatsapp_chats to bellhop_machinery using (true) with check (true);
    grant select, insert, update on whatsapp_chats to bellhop_machinery;
    create policy machinery on whatsapp_parts to bellhop_machinery using (true) with check (true);
    grant select, insert, update, delete on whatsapp_parts to bellhop_machinery;
    create policy machinery on whatsapp_contents to bellhop_machinery using (true) with check (true);
    grant select, insert, delete on whatsapp_contents to bellhop_machinery;
    grant update (delivery, delivered_at) on outbox to bellhop_machinery;
    create policy machinery_pauses on channels for update to bellhop_machinery using (true) with check (true);
    grant update (paused_at, paused_why) on channels to bellhop_machinery;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop policy machinery_pauses on channels;
    alter table channels drop column paused_at, drop column paused_why;
    alter table contact_identities drop column unreachable_at;
    alter table outbox drop column delivery, drop column delivered_at;
    drop table ${tables.join(', ')};
  `)
}
