import type { Knex } from 'knex'

/** What a message says in the language of the staff. It goes with the words it is of, whoever takes or changes them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table messages add gist text check (length(gist) <= 300);
    create function forget_gist() returns trigger language plpgsql as $$
    begin
      new.gist := null;
      return new;
    end $$;
    create trigger gist_goes_with_words before update of body on messages
      for each row when (new.body is distinct from old.body) execute function forget_gist();
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop trigger gist_goes_with_words on messages')
  await knex.raw('drop function forget_gist()')
  await knex.raw('alter table messages drop gist')
}
