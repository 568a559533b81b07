import type { Knex } from 'knex'

/** What an admin needs to see and choose of a channel: its timeline, its token's health, who hears its alerts. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table channels
      add column bot_name text,
      add column token_state text check (token_state in ('works', 'refused', 'unreachable')),
      add column token_checked_at timestamptz,
      add column token_since timestamptz,
      add column rich_menus jsonb not null default '{}',
      add column chain_head bytea,
      add column chain_count integer not null default 0;
    -- one account has one webhook: two channels would take it from each other
    create unique index channels_sender on channels (kind, external_id) where active and external_id is not null;

    alter table activities drop constraint activities_subject_kind_check;
    alter table activities add constraint activities_subject_kind_check
      check (subject_kind in ('case', 'booking', 'conversation', 'contact', 'channel'));

    -- null: as usual, which is yes for a staff group and no for a chat with one person
    alter table conversations add column alerts boolean;
    create index conversations_alerted on conversations (tenant_id) where alerts and kind = 'direct';

    -- the last day of what came in, for a few bytes: rows come in by time
    create index inbox_by_time on inbox using brin (received_at) with (pages_per_range = 16, autosummarize = on);
    -- what housekeeping looks for
    create index timers_fired on timers (tenant_id, fired_at) where fired_at is not null;
    create index idempotency_keys_by_time on idempotency_keys using brin (created_at);
    create index inbox_aside on inbox (tenant_id, received_at desc) where state = 'aside';
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index idempotency_keys_by_time, timers_fired, inbox_aside, inbox_by_time, conversations_alerted, channels_sender;
    alter table conversations drop column alerts;
    alter table activities drop constraint activities_subject_kind_check;
    alter table activities add constraint activities_subject_kind_check
      check (subject_kind in ('case', 'booking', 'conversation', 'contact')) not valid;
    alter table channels drop column bot_name, drop column token_state, drop column token_checked_at, drop column token_since,
      drop column rich_menus, drop column chain_head, drop column chain_count;
  `)
}
