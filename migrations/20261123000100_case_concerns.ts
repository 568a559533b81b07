import type { Knex } from 'knex'

/** What the desk's rules read of a type; until now it was guessed from these parts of its key. */
export const BY_KEY: Record<string, string> = {
  change: 'change_or|change_request|booking_change|resched|(^|_)edit',
  cancellation: 'cancel',
  upcoming: 'confirmation|document|class_changed|roster',
  on_the_spot: 'no_show|not_honoured|safety|^food_',
  health: '^food_',
  place: 'hotel|no_show|honoured|venue',
  flight: 'flight',
  account: 'account|login|access|balance|_api_|card_or_app',
  document: 'confirmation|invoice|receipt|document|certificate',
  money: 'topup|top_up|pay|refund|charge|deduct|balance|invoice|bill|wallet|deposit|price',
  quantity: 'quantity|(^|_)edit',
  party: 'confirmation|honoured',
}

/** What a case type concerns is said by the business: a type of any key behaves alike. Those that are there get once what their keys were read as. */
export async function up(knex: Knex): Promise<void> {
  const known = Object.keys(BY_KEY)
  await knex.raw(
    `alter table case_types add concerns text[] not null default '{}'
       check (concerns <@ array[${known.map((it) => `'${it}'`).join(', ')}]::text[])`,
  )
  await knex.raw('alter table case_types no force row level security')
  for (const [concern, pattern] of Object.entries(BY_KEY))
    await knex.raw('update case_types set concerns = concerns || ?::text where key ~ ?', [concern, pattern])
  await knex.raw('alter table case_types force row level security')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table case_types drop concerns')
}
