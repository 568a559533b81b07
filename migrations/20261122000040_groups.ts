import type { Knex } from 'knex'

/** What a group is for and whose it is, who sits in it, which news goes to which; client companies; what a provider has seen. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table organisations (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      key text not null,
      name text not null,
      names jsonb not null default '{}',
      active boolean not null default true,
      created_at timestamptz not null default desk_now(),
      unique (tenant_id, key)
    );
    alter table contacts add organisation_id uuid references organisations;
    create index on contacts (tenant_id, organisation_id) where organisation_id is not null;

    alter table conversations drop constraint conversations_purpose_check,
      add constraint conversations_purpose_check check (purpose in ('staff', 'vip', 'partner', 'ignore'));

    -- a group is a conversation; what only groups have stands here
    create table groups (
      conversation_id uuid primary key references conversations,
      tenant_id uuid not null references tenants,
      name varchar(200),
      contact_id uuid references contacts,
      organisation_id uuid references organisations,
      provider_id uuid references providers,
      bot_left_at timestamptz,
      constraint groups_of_one check (num_nonnulls(contact_id, organisation_id, provider_id) <= 1)
    );
    create index on groups (tenant_id);
    create index on groups (contact_id) where contact_id is not null;
    create index on groups (organisation_id) where organisation_id is not null;
    create index on groups (provider_id) where provider_id is not null;

    -- one row a stay: who left and came back has two
    create table group_members (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      conversation_id uuid not null references conversations,
      external_id varchar(200) not null,
      name varchar(200),
      since timestamptz not null,
      until timestamptz,
      -- staff were told that somebody unknown taps here
      told_at timestamptz
    );
    create unique index group_members_present on group_members (conversation_id, external_id) where until is null;
    create index on group_members (conversation_id, external_id, until);
    create index on group_members (tenant_id);

    -- a row claims what fits all that it names; several rows of a group are alternatives
    create table group_routes (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      conversation_id uuid not null references conversations,
      position integer not null,
      case_type text,
      category text,
      provider text,
      severity text check (severity in ('critical', 'high', 'normal', 'low')),
      booking_kind text,
      check (num_nonnulls(case_type, category, provider, severity, booking_kind) > 0),
      unique (conversation_id, position)
    );
    create index on group_routes (tenant_id);

    alter table cases add provider_seen_at timestamptz;
    -- the platform's ids of what was sent to a group: a reply to one of them is meant for the bot
    alter table outbox add sent_ids text[];
    grant update (sent_ids) on outbox to bellhop_machinery;

    do $$ declare t text; begin
      foreach t in array array['organisations', 'groups', 'group_members', 'group_routes'] loop
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
    alter table outbox drop column sent_ids;
    alter table cases drop column provider_seen_at;
    drop table group_routes, group_members, groups;
    update conversations set purpose = 'ignore' where purpose = 'partner';
    alter table conversations drop constraint conversations_purpose_check,
      add constraint conversations_purpose_check check (purpose in ('staff', 'vip', 'ignore'));
    alter table contacts drop column organisation_id;
    drop table organisations;
  `)
}
