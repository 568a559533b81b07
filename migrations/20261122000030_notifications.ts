import type { Knex } from 'knex'

const ours = ['notification_templates', 'notification_rules', 'channel_quotas']

/** What is said, to whom, when: templates and rules of a tenant, quiet hours, news that waits, and what LINE's month has left. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table notification_templates (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      event text not null,
      audience text not null check (audience in ('customer', 'staff')),
      channel_kind text not null check (channel_kind in ('line', 'whatsapp')),
      language text not null check (language in ('th', 'en', 'ja')),
      text text not null,
      updated_at timestamptz not null default desk_now(),
      unique (tenant_id, event, audience, channel_kind, language)
    );

    -- an empty column means any
    create table notification_rules (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      event text,
      audience text check (audience in ('customer', 'staff')),
      channel_id uuid references channels,
      case_type_id uuid references case_types,
      conversation_id uuid references conversations,
      enabled boolean not null,
      updated_at timestamptz not null default desk_now(),
      unique nulls not distinct (tenant_id, event, audience, channel_id, case_type_id, conversation_id)
    );

    create table channel_quotas (
      channel_id uuid primary key references channels,
      tenant_id uuid not null references tenants,
      month text not null,
      most integer,
      used integer not null,
      checked_at timestamptz not null,
      warned_month text,
      spent_month text
    );
    create index on channel_quotas (tenant_id);

    alter table contacts add column quiet_hours jsonb;
    alter table conversations add column quiet_hours jsonb;
    create index contacts_with_hours on contacts (tenant_id) where quiet_hours is not null;
    create index conversations_with_hours on conversations (tenant_id) where quiet_hours is not null;

    alter table outbox
      add column may_wait boolean not null default false,
      add column hold text check (hold in ('gather', 'quiet', 'digest', 'quota')),
      add column joined_to uuid,
      add column seen_at timestamptz,
      add column told_at timestamptz,
      drop constraint outbox_state_check,
      add constraint outbox_state_check check (state in ('ready', 'sending', 'sent', 'again', 'unknown', 'dead', 'joined'));
    create index outbox_held on outbox (conversation_id, seq) where state = 'ready' and hold is not null;
    create index outbox_held_due on outbox (next_at) where state = 'ready' and hold is not null;
    create index outbox_pushed_news on outbox (conversation_id, settled_at) where may_wait and sent_as = 'push';
    create index outbox_unseen on outbox (conversation_id) where state = 'sent' and seen_at is null and event <> 'turn.answered';
    -- what failed before anybody was told of failures is no news
    update outbox set told_at = desk_now() where state in ('dead', 'unknown');
    create index outbox_untold on outbox (tenant_id) where state in ('dead', 'unknown') and told_at is null;
    grant update (messages, event, hold, joined_to) on outbox to bellhop_machinery;
  `)
  for (const table of ours)
    await knex.raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy of_tenant on ${table} to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
      create policy of_owner on ${table} to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
      grant select, insert, update, delete on ${table} to bellhop_app;
    `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index outbox_held, outbox_held_due, outbox_pushed_news, outbox_unseen, outbox_untold;
    update outbox set state = 'sent' where state = 'joined';
    alter table outbox drop constraint outbox_state_check,
      add constraint outbox_state_check check (state in ('ready', 'sending', 'sent', 'again', 'unknown', 'dead')),
      drop column may_wait, drop column hold, drop column joined_to, drop column seen_at, drop column told_at;
    revoke update (messages, event) on outbox from bellhop_machinery;
    alter table contacts drop column quiet_hours;
    alter table conversations drop column quiet_hours;
    drop table channel_quotas, notification_rules, notification_templates;
  `)
}
