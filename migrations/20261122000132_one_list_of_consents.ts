import type { Knex } from 'knex'

/**
 * What a person agreed to, and what they do not want, stands in one list: STOP and START are answers like those to a question, in the
 * person's own words. `whatsapp_chats.stopped_at` says the same to the road of a message and is only ever written with it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table consents
      drop constraint consents_kind_check,
      add constraint consents_kind_check check (kind in ('contact_details', 'messages')),
      alter column wording_version drop not null,
      alter column language drop not null,
      add constraint consents_asked_check check (kind = 'messages' or (wording_version is not null and language is not null));
    -- the owner is bound by row security too, and here means every tenant
    alter table consents no force row level security;
    alter table messaging_consents no force row level security;
    insert into consents (id, tenant_id, contact_id, kind, answer, wording, channel_id, answered_at)
      select id, tenant_id, contact_id, 'messages', case when given then 'given' else 'declined' end, wording, channel_id, at from messaging_consents;
    alter table consents force row level security;
    drop table messaging_consents;
    create index on consents (contact_id, channel_id, answered_at desc) where kind = 'messages';
    -- what was answered is never changed; only that it was taken back is added
    revoke update, delete on consents from bellhop_app;
    grant update (withdrawn_at) on consents to bellhop_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    create table messaging_consents (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      contact_id uuid not null references contacts,
      channel_id uuid not null references channels,
      given boolean not null,
      wording text not null,
      at timestamptz not null
    );
    create index on messaging_consents (contact_id, channel_id, at desc);
    create index on messaging_consents (tenant_id);
    alter table consents no force row level security;
    insert into messaging_consents select id, tenant_id, contact_id, channel_id, answer = 'given', wording, answered_at from consents where kind = 'messages';
    delete from consents where kind = 'messages';
    drop index consents_contact_id_channel_id_answered_at_idx;
    alter table consents force row level security,
      drop constraint consents_asked_check,
      drop constraint consents_kind_check,
      add constraint consents_kind_check check (kind in ('contact_details')),
      alter column wording_version set not null,
      alter column language set not null;
    alter table messaging_consents enable row level security;
    alter table messaging_consents force row level security;
    create policy of_tenant on messaging_consents to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    create policy of_owner on messaging_consents to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    grant select, insert on messaging_consents to bellhop_app;
    grant update, delete on consents to bellhop_app;
  `)
}
