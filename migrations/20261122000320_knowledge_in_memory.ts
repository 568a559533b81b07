import type { Knex } from 'knex'
import { searchInSql } from './20261122000120_knowledge.ts'

/**
 * What customers may be told is kept in memory by whoever answers them, and read again only when it changed: `knowledge_changes` says so. The
 * search in SQL, and the way round row security that it needed, go.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table knowledge_changes (
      tenant_id uuid primary key references tenants,
      -- never the same again, not even after a transaction that was taken back
      change uuid not null
    );
    alter table knowledge_changes enable row level security;
    alter table knowledge_changes force row level security;
    create policy of_tenant on knowledge_changes to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    create policy of_owner on knowledge_changes to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    grant select, insert, update on knowledge_changes to bellhop_app;

    create function note_knowledge_change(tenant uuid) returns void language sql as $$
      insert into knowledge_changes values (tenant, gen_random_uuid()) on conflict (tenant_id) do update set change = excluded.change
    $$;

    create function article_changed() returns trigger language plpgsql as $$
    begin
      perform note_knowledge_change(old.tenant_id);
      return null;
    end $$;
    create trigger article_changed after update on articles for each row
      when (old.status = 'published' or new.status = 'published') execute function article_changed();
    create trigger article_gone after delete on articles for each row when (old.status = 'published') execute function article_changed();

    -- of drafts, which questions make all day, nobody is told
    create function passage_changed() returns trigger language plpgsql as $$
    declare it passages := coalesce(new, old);
    begin
      if exists (select from articles where id = it.article_id and status = 'published') then
        perform note_knowledge_change(it.tenant_id);
      end if;
      return null;
    end $$;
    create trigger passage_changed after insert or update or delete on passages for each row execute function passage_changed();

    drop function passages_near(text[], integer);
    drop policy of_owner on passages;
    create policy of_owner on passages to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
    create or replace view customer_passages with (security_invoker) as
      select p.article_id, p.language, p.title, p.questions, p.answer, a.version, p.tokens from passages p join articles a on a.id = p.article_id
      where p.visibility = 'customer' and a.visibility = 'customer' and a.status = 'published';
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop trigger article_changed on articles;
    drop trigger article_gone on articles;
    drop trigger passage_changed on passages;
    drop function article_changed();
    drop function passage_changed();
    drop function note_knowledge_change(uuid);
    drop table knowledge_changes;
    drop view customer_passages;
    create view customer_passages with (security_invoker) as
      select p.article_id, p.language, p.title, p.questions, p.answer, a.version from passages p join articles a on a.id = p.article_id
      where p.visibility = 'customer' and a.visibility = 'customer' and a.status = 'published';
    grant select on customer_passages to bellhop_app;

    ${searchInSql}
  `)
}
