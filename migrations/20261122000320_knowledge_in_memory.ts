import type { Knex } from 'knex'

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

    -- Row security would keep the tokens' index from being used (its operators are not leakproof). So the owner looks for whoever is bound to a
    -- tenant, in that tenant alone, and tells ids and counts; what the articles say is read through the view.
    drop policy of_owner on passages;
    create policy of_owner on passages to current_user using (true) with check (tenant_id = (select app_tenant()));
    create function passages_near(asked text[], most integer)
      returns table (article_id uuid, near double precision, known jsonb, passages integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      with wanted as (
        select array_agg(right(app_tenant()::text, 12) || t.token) as tokens from unnest(asked) as t(token)
      ), found as materialized (
        select * from passages where tokens && (select tokens from wanted)
      ), mine as (
        select p.article_id, p.language, p.tokens from found p join articles a on a.id = p.article_id and a.tenant_id = p.tenant_id
        where p.tenant_id = (select app_tenant()) and p.visibility = 'customer' and a.visibility = 'customer' and a.status = 'published'
      ), total as (
        select count(*)::int as n from passages p join articles a on a.id = p.article_id and a.status = 'published'
        where p.tenant_id = (select app_tenant()) and p.visibility = 'customer'
      ), hits as (
        select m.article_id, m.language, substr(t.token, 13) as token from mine m cross join lateral unnest(m.tokens) as t(token)
        where t.token = any((select tokens from wanted)::text[])
      ), rarity as (
        select token, count(*)::int as df, ln(1 + (select n from total) / (count(*) + 0.5)) as weight from hits group by token
      ), each as (
        select h.article_id, h.language, sum(r.weight) as weight from hits h join rarity r using (token) group by 1, 2
      )
      select e.article_id, max(e.weight), (select jsonb_object_agg(token, df) from rarity), (select n from total)
      from each e group by 1 order by 2 desc, 1 limit most
    $$;
    revoke all on function passages_near(text[], integer) from public;
    grant execute on function passages_near(text[], integer) to bellhop_app;
  `)
}
