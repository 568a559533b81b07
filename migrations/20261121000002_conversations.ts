import type { Knex } from 'knex'

/** The road of a message: contacts, conversations, inbox, messages, activities, timers, outbox. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table contacts (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      name text,
      language text check (language in ('th', 'en', 'ja')),
      profile jsonb not null default '{}',
      flags text[] not null default '{}',
      blocked_at timestamptz,
      chain_head bytea,
      chain_count integer not null default 0,
      created_at timestamptz not null default desk_now(),
      updated_at timestamptz not null default desk_now()
    );
    create index on contacts (tenant_id, created_at desc);

    create table contact_identities (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      contact_id uuid not null references contacts,
      kind text not null check (kind in ('line', 'whatsapp', 'email', 'phone', 'username', 'member', 'api')),
      value varchar(200) not null,
      -- only an identity of the channel itself is proven; what was said in chat or imported is not
      proven boolean not null default false,
      created_at timestamptz not null default desk_now(),
      unique (tenant_id, kind, value)
    );
    create index on contact_identities (tenant_id, contact_id);

    create table conversations (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      channel_id uuid not null references channels,
      kind text not null check (kind in ('direct', 'group')),
      source_id varchar(200) not null,
      contact_id uuid references contacts,
      purpose text check (purpose in ('staff', 'vip', 'ignore')),
      mode text not null default 'bot' check (mode in ('bot', 'staff')),
      mode_since timestamptz,
      language text check (language in ('th', 'en', 'ja')),
      state jsonb not null default '{}',
      last_message_at timestamptz,
      lease_owner text,
      lease_no bigint not null default 0,
      lease_until timestamptz,
      chain_head bytea,
      chain_count integer not null default 0,
      created_at timestamptz not null default desk_now(),
      unique (channel_id, source_id)
    );
    create index on conversations (tenant_id, contact_id);
    create index on conversations (tenant_id, purpose) where purpose is not null;

    -- raw is bytea: one signed \\u0000 in jsonb would make the whole grouped insert fail
    create table inbox (
      id uuid primary key,
      seq bigint generated always as identity,
      tenant_id uuid not null references tenants,
      channel_id uuid not null references channels,
      source_id varchar(200) not null,
      event_id varchar(200) not null,
      raw bytea not null,
      happened_at timestamptz not null,
      received_at timestamptz not null default desk_now(),
      state text not null default 'waiting' check (state in ('waiting', 'done', 'aside')),
      attempts integer not null default 0,
      trouble_id text,
      unique (channel_id, event_id)
    );
    create index inbox_waiting on inbox (channel_id, source_id, seq) where state = 'waiting';
    create index inbox_oldest on inbox (received_at) where state = 'waiting';
    create index on inbox (tenant_id);

    create table messages (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      conversation_id uuid not null references conversations,
      direction text not null check (direction in ('in', 'out')),
      author text not null check (author in ('customer', 'bot', 'staff')),
      staff_id uuid references staff,
      case_id uuid,
      booking_id uuid,
      external_id varchar(200),
      kind text not null,
      body text,
      content jsonb,
      happened_at timestamptz not null,
      removed_at timestamptz,
      created_at timestamptz not null default desk_now()
    );
    create index on messages (conversation_id, happened_at);
    create index on messages (case_id) where case_id is not null;
    create index on messages (tenant_id, external_id) where external_id is not null;

    create table activities (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      subject_kind text not null check (subject_kind in ('case', 'booking', 'conversation', 'contact')),
      subject_id uuid not null,
      seq integer not null,
      type text not null,
      actor_kind text not null,
      actor_id uuid,
      facts jsonb not null,
      at timestamptz not null,
      mac bytea not null,
      unique (subject_id, seq)
    );
    create index on activities (tenant_id, at desc, id);
    create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'activities are append-only' using errcode = 'integrity_constraint_violation'; end $$;
    create trigger activities_append_only before update or delete on activities for each row execute function refuse_change();
    create trigger activities_no_truncate before truncate on activities for each statement execute function refuse_change();

    create table timers (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      kind text not null,
      subject_id uuid not null,
      due_at timestamptz not null,
      fired_at timestamptz,
      attempts integer not null default 0,
      trouble_id text
    );
    create unique index timers_armed on timers (subject_id, kind) where fired_at is null;
    create index timers_due on timers (due_at) where fired_at is null;
    create index timers_due_of_tenant on timers (tenant_id, due_at) where fired_at is null;

    create table outbox (
      id uuid primary key,
      seq bigint generated always as identity,
      tenant_id uuid not null references tenants,
      channel_id uuid not null references channels,
      conversation_id uuid not null references conversations,
      event text not null,
      case_id uuid,
      booking_id uuid,
      messages jsonb not null,
      language text not null,
      reply_token text,
      reply_token_at timestamptz,
      body bytea,
      retry_key uuid not null,
      state text not null default 'ready' check (state in ('ready', 'sending', 'sent', 'again', 'unknown', 'dead')),
      sent_as text check (sent_as in ('reply', 'push')),
      cost text check (cost in ('free', 'paid')),
      recipients integer,
      attempts integer not null default 0,
      next_at timestamptz,
      lease_owner text,
      lease_until timestamptz,
      request_id text,
      trouble text,
      resent_as uuid,
      created_at timestamptz not null default desk_now(),
      settled_at timestamptz
    );
    create index outbox_open on outbox (next_at) where state in ('ready', 'sending', 'again');
    create index on outbox (tenant_id, state, created_at desc);
    create index on outbox (conversation_id, seq);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table outbox, timers, activities, messages, inbox, conversations, contact_identities, contacts;
    drop function refuse_change();
  `)
}
