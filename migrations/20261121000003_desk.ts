import type { Knex } from 'knex'

/** What the desk works on: master data, cases, bookings, slots, and what triage learns from. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table case_types (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      key text not null,
      names jsonb not null,
      category text not null,
      severity text not null check (severity in ('critical', 'high', 'normal', 'low')),
      sla_minutes integer not null check (sla_minutes > 0),
      sla_clock text not null default 'calendar' check (sla_clock in ('calendar', 'business')),
      stops_for_customer boolean not null default false,
      required_slots text[] not null default '{}',
      require_provider boolean not null default false,
      active boolean not null default true,
      unique (tenant_id, key)
    );

    create table root_causes (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      key text not null,
      names jsonb not null,
      position integer not null,
      unique (tenant_id, key)
    );

    create table providers (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      key text not null,
      name text not null,
      type text not null,
      sla_minutes integer,
      data jsonb not null default '{}',
      active boolean not null default true,
      unique (tenant_id, key)
    );

    create table cases (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      reference text not null,
      case_type_id uuid not null references case_types,
      severity text not null check (severity in ('critical', 'high', 'normal', 'low')),
      status text not null check (status in ('new', 'investigating', 'waiting_customer', 'waiting_provider', 'fixing', 'resolved', 'closed')),
      contact_id uuid references contacts,
      conversation_id uuid references conversations,
      provider_id uuid references providers,
      owner_id uuid references staff,
      source text not null,
      language text not null default 'th' check (language in ('th', 'en', 'ja')),
      slots jsonb not null default '{}',
      opened_at timestamptz not null,
      claimed_at timestamptz,
      status_since timestamptz not null,
      sla_minutes integer not null,
      sla_due_at timestamptz,
      sla_stopped_at timestamptz,
      sla_breached_at timestamptz,
      root_cause text,
      resolved_at timestamptz,
      closed_at timestamptz,
      reopened integer not null default 0,
      chain_head bytea,
      chain_count integer not null default 0,
      created_at timestamptz not null default desk_now(),
      updated_at timestamptz not null default desk_now(),
      unique (tenant_id, reference),
      check (status not in ('resolved', 'closed') or root_cause is not null)
    );
    create index cases_open on cases (tenant_id, severity, sla_due_at) where status not in ('resolved', 'closed');
    create index on cases (tenant_id, opened_at desc, id);
    create index on cases (tenant_id, contact_id);
    alter table messages add foreign key (case_id) references cases;

    create table status_intervals (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      case_id uuid not null references cases,
      status text not null,
      owner_id uuid references staff,
      started_at timestamptz not null,
      ended_at timestamptz
    );
    create index on status_intervals (case_id, started_at);
    create index on status_intervals (tenant_id);

    create table booking_kinds (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      key text not null,
      names jsonb not null,
      required_slots text[] not null,
      optional_slots text[] not null default '{}',
      item_types text[] not null default '{}',
      sla_minutes integer not null check (sla_minutes > 0),
      active boolean not null default true,
      unique (tenant_id, key)
    );

    create table catalogue_items (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      key text not null,
      code text,
      type text not null,
      name text not null,
      names jsonb not null default '{}',
      aliases text[] not null default '{}',
      destinations text[] not null default '{}',
      nights integer,
      price_minor bigint,
      currency text,
      price_per text,
      min_people integer,
      max_people integer,
      data jsonb not null default '{}',
      active boolean not null default true,
      unique (tenant_id, key)
    );

    create table slots (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      item_id uuid not null references catalogue_items,
      key text,
      starts_at timestamptz not null,
      ends_at timestamptz,
      place text,
      capacity integer not null check (capacity >= 0),
      held integer not null default 0 check (held >= 0),
      booked integer not null default 0 check (booked >= 0),
      open boolean not null default true,
      unique (item_id, starts_at),
      constraint slots_never_oversold check (held + booked <= capacity)
    );
    create index on slots (tenant_id, starts_at);

    create table bookings (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      reference text not null,
      booking_kind_id uuid not null references booking_kinds,
      stage text not null check (stage in ('new', 'qualified', 'quoted', 'accepted', 'confirmed', 'in_progress', 'completed', 'cancelled', 'lost')),
      contact_id uuid references contacts,
      conversation_id uuid references conversations,
      owner_id uuid references staff,
      item_id uuid references catalogue_items,
      slot_id uuid references slots,
      seats integer check (seats > 0),
      seats_state text not null default 'none' check (seats_state in ('none', 'held', 'booked', 'released')),
      hold_expires_at timestamptz,
      source text not null,
      language text not null default 'th' check (language in ('th', 'en', 'ja')),
      slots jsonb not null default '{}',
      value_minor bigint,
      currency text,
      requested_at timestamptz not null,
      stage_since timestamptz not null,
      sla_due_at timestamptz,
      sla_breached_at timestamptz,
      ended_why text,
      chain_head bytea,
      chain_count integer not null default 0,
      created_at timestamptz not null default desk_now(),
      updated_at timestamptz not null default desk_now(),
      unique (tenant_id, reference),
      check (seats_state = 'none' or (slot_id is not null and seats is not null))
    );
    create index on bookings (tenant_id, requested_at desc, id);
    create index on bookings (tenant_id, contact_id);
    create index bookings_open on bookings (tenant_id, stage, sla_due_at) where stage not in ('completed', 'cancelled', 'lost');
    alter table messages add foreign key (booking_id) references bookings;

    create table notes (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      case_id uuid references cases,
      booking_id uuid references bookings,
      staff_id uuid references staff,
      body text,
      created_at timestamptz not null
    );
    create index on notes (case_id);
    create index on notes (booking_id);
    create index on notes (tenant_id);

    create table triage_examples (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      text text not null,
      language text,
      intent text not null,
      label text,
      severity text,
      origin text not null,
      created_at timestamptz not null default desk_now()
    );
    create index on triage_examples (tenant_id);

    create table triage_models (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      model bytea not null,
      examples integer not null,
      created_at timestamptz not null default desk_now()
    );
    create index on triage_models (tenant_id, created_at desc);

    create table triage_decisions (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      conversation_id uuid not null references conversations,
      intent text not null,
      label text,
      severity text,
      confidence real not null,
      engine text not null,
      model_id uuid,
      latency_us integer not null,
      cost_minor integer not null default 0,
      at timestamptz not null
    );
    create index on triage_decisions (tenant_id, at);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table triage_decisions, triage_models, triage_examples, notes;
    alter table messages drop constraint messages_booking_id_fkey, drop constraint messages_case_id_fkey;
    drop table bookings, slots, catalogue_items, booking_kinds, status_intervals, cases, providers, root_causes, case_types;
  `)
}
