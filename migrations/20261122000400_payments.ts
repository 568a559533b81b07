import type { Knex } from 'knex'

/** Payments as a business's own shop tells of them: what was paid and is not credited becomes a case before the customer writes. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table payments (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      -- the shop's own name for it
      payment_id varchar(100) not null,
      state text not null check (state in ('pending', 'failed', 'cancelled', 'paid', 'credited')),
      -- since when, by the shop's clock
      since timestamptz not null,
      order_id varchar(100),
      amount numeric(18, 6),
      currency varchar(5),
      contact_id uuid references contacts,
      case_id uuid references cases,
      created_at timestamptz not null default desk_now(),
      updated_at timestamptz not null default desk_now(),
      unique (tenant_id, payment_id)
    );
    create index on payments (contact_id) where contact_id is not null;
    create index on payments (case_id) where case_id is not null;
    create index on payments (updated_at);
    alter table payments enable row level security;
    alter table payments force row level security;
    create policy of_tenant on payments to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    create policy of_owner on payments to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    grant select, insert, update, delete on payments to bellhop_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    delete from timers where kind = 'payment.overdue';
    drop table payments;
  `)
}
