import type { Knex } from 'knex'

const ours = ['articles', 'article_versions', 'passages', 'questions']

export const searchInSql = `
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
    grant execute on function passages_near(text[], integer) to bellhop_app;`

/**
 * What a business knows and may say: articles for customers and for staff alone, the passages they are found by, and what was asked. A gap is
 * the draft of an article that questions nobody could answer have made.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table articles (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      -- the business's own name for it
      key text not null,
      visibility text not null check (visibility in ('customer', 'staff')),
      -- of the way to work on this type of case
      case_type_id uuid references case_types,
      status text not null default 'draft' check (status in ('draft', 'published', 'retired')),
      origin text not null default 'written' check (origin in ('written', 'gap')),
      version integer not null default 1,
      -- {language: {title, questions: [], answer}}
      texts jsonb not null,
      created_at timestamptz not null default desk_now(),
      updated_at timestamptz not null default desk_now(),
      published_at timestamptz,
      -- when the staff were told that it waits for approval
      offered_at timestamptz,
      chain_head bytea,
      chain_count integer not null default 0,
      unique (tenant_id, key),
      unique (id, visibility)
    );
    create index on articles (case_type_id) where status = 'published';

    -- what stood there when it was public, so that it can be seen later what customers were told
    create table article_versions (
      article_id uuid not null references articles,
      version integer not null,
      tenant_id uuid not null references tenants,
      visibility text not null,
      texts jsonb not null,
      at timestamptz not null default desk_now(),
      primary key (article_id, version)
    );
    create index on article_versions (tenant_id);

    create table passages (
      article_id uuid not null,
      language text not null check (language in ('th', 'en', 'ja')),
      tenant_id uuid not null references tenants,
      visibility text not null,
      title text not null,
      questions text[] not null,
      answer text not null,
      -- =words, ~pieces of what is written without spaces, #topics; before each the end of the tenant's id, so that the index is looked through
      -- for one tenant alone
      tokens text[] not null,
      -- how its words were read: what was read otherwise is made anew
      reading integer not null,
      primary key (article_id, language),
      -- who may read it is the article's, always
      foreign key (article_id, visibility) references articles (id, visibility) on update cascade on delete cascade
    );
    create index passages_tokens on passages using gin (tokens);
    create index on passages (tenant_id);

    create table questions (
      id uuid primary key,
      tenant_id uuid not null references tenants,
      conversation_id uuid not null references conversations,
      -- without what would tell who asked
      text text not null,
      language text not null,
      outcome text not null check (outcome in ('answered', 'helpful', 'unhelpful', 'unanswered')),
      -- what answered it
      article_id uuid references articles,
      sureness real,
      -- the draft it has become a part of
      gap_id uuid references articles,
      -- what was said between these instants is what was asked
      said_from timestamptz not null,
      said_until timestamptz not null
    );
    create index on questions (conversation_id, said_until desc);
    create index on questions (gap_id) where gap_id is not null;
    create index on questions (tenant_id, said_until desc);

    alter table activities drop constraint activities_subject_kind_check;
    alter table activities add constraint activities_subject_kind_check
      check (subject_kind in ('case', 'booking', 'conversation', 'contact', 'channel', 'article'));
  `)
  for (const table of ours)
    await knex.raw(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy of_tenant on ${table} to bellhop_app using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
      create policy of_owner on ${table} to current_user using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
      grant select, insert, update, delete on ${table} to bellhop_app;
    `)
  await knex.raw(`
    -- the only road from an answer to a customer: what is published for customers, and nothing else
    create view customer_passages with (security_invoker) as
      select p.article_id, p.language, p.title, p.questions, p.answer, a.version from passages p join articles a on a.id = p.article_id
      where p.visibility = 'customer' and a.visibility = 'customer' and a.status = 'published';
    grant select on customer_passages to bellhop_app;

    ${searchInSql}
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop function passages_near(text[], integer);
    drop view customer_passages;
    drop table questions, passages, article_versions, articles;
    alter table activities drop constraint activities_subject_kind_check;
    alter table activities add constraint activities_subject_kind_check
      check (subject_kind in ('case', 'booking', 'conversation', 'contact', 'channel')) not valid;
  `)
}
