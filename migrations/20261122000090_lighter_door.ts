import type { Knex } from 'knex'

/**
 * Every message locked its channel's and its tenant's row again and again, which whole channels then queued for. An event is stored together with
 * its conversation, a parcel hangs on one, and a conversation looks its channel up: the rest is bound by row security.
 * The index of the oldest waiting event made plans walk all that waits to find one person's events; of the two that were alike one goes.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table inbox drop constraint inbox_channel_id_fkey;
    alter table outbox drop constraint outbox_channel_id_fkey;
    alter table conversations drop constraint conversations_tenant_id_fkey;
    alter table contacts drop constraint contacts_tenant_id_fkey;
    alter table chat_sessions drop constraint chat_sessions_tenant_id_fkey;
    drop index inbox_oldest, inbox_received;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    create index inbox_oldest on inbox (received_at) where state = 'waiting';
    create index inbox_received on inbox using brin (received_at) with (pages_per_range = 16);
    alter table chat_sessions add foreign key (tenant_id) references tenants;
    alter table contacts add foreign key (tenant_id) references tenants;
    alter table conversations add foreign key (tenant_id) references tenants;
    alter table outbox add foreign key (channel_id) references channels;
    alter table inbox add foreign key (channel_id) references channels;
  `)
}
