import type { Knex } from 'knex'

/** The tenant boundary, the desk's clock, and who may log in. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create extension if not exists pg_trgm;

    create function app_tenant() returns uuid language sql stable
      as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

    -- One clock decides what is due. Only tests and the simulator shift it, through the owner's login.
    create table desk_clock (only_row boolean primary key default true check (only_row), shift interval not null default '0');
    insert into desk_clock default values;
    create function desk_now() returns timestamptz language sql stable
      as $$ select now() + (select shift from desk_clock) $$;

    create table tenants (
      id uuid primary key,
      key text not null unique,
      name text not null,
      zone text not null,
      currency text not null,
      language text not null check (language in ('th', 'en', 'ja')),
      settings jsonb not null default '{}',
      created_at timestamptz not null default desk_now()
    );

    create table reference_counters (
      tenant_id uuid not null references tenants,
      pattern text not null,
      last bigint not null,
      primary key (tenant_id, pattern)
    );

    create table channels (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      key text not null unique,
      kind text not null check (kind in ('line', 'whatsapp', 'api')),
      name text not null,
      external_id text,
      secret_enc bytea,
      token_enc bytea,
      liff_id text,
      login_channel_id text,
      active boolean not null default true,
      created_at timestamptz not null default desk_now()
    );
    create index on channels (tenant_id);

    create table staff (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      key text not null,
      name text not null,
      names jsonb not null default '{}',
      role text not null check (role in ('admin', 'manager', 'agent', 'accountant', 'operations', 'executive', 'partner')),
      team text,
      language text not null default 'th' check (language in ('th', 'en', 'ja')),
      active boolean not null default true,
      created_at timestamptz not null default desk_now(),
      unique (tenant_id, key)
    );

    create table staff_identities (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      staff_id uuid not null references staff,
      channel_id uuid not null references channels,
      external_id text not null,
      linked_at timestamptz not null default desk_now(),
      unique (channel_id, external_id)
    );
    create index on staff_identities (tenant_id, staff_id);

    create table staff_link_codes (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      staff_id uuid not null references staff,
      code_hash bytea not null,
      reusable boolean not null default false,
      expires_at timestamptz,
      used_at timestamptz,
      unique (tenant_id, code_hash)
    );

    create table api_keys (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      name text not null,
      key_hash bytea not null unique,
      role text not null,
      revoked_at timestamptz,
      created_at timestamptz not null default desk_now()
    );
    create index on api_keys (tenant_id);

    create table sessions (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      token_hash bytea not null unique,
      staff_id uuid references staff,
      contact_id uuid,
      channel_id uuid references channels,
      external_id text,
      created_at timestamptz not null default desk_now(),
      expires_at timestamptz not null
    );
    create index on sessions (tenant_id);

    create table idempotency_keys (
      tenant_id uuid not null references tenants,
      key text not null,
      request_hash bytea not null,
      status integer,
      body jsonb,
      created_at timestamptz not null default desk_now(),
      primary key (tenant_id, key)
    );
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table idempotency_keys, sessions, api_keys, staff_link_codes, staff_identities, staff, channels, reference_counters, tenants;
    drop function desk_now(), app_tenant();
    drop table desk_clock;
  `)
}
