import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

/** Every table of every schema, and every file of the storage, in which these words (plain ones, without quotes) are still to be found. */
export async function placesOf(desk: Desk, words: string): Promise<string[]> {
  const columns = await desk.ask(
    `select format('%I.%I', table_schema, table_name) as place, quote_ident(column_name) as name, data_type = 'bytea' as bytes
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const looks = [...new Set(columns.map((it) => String(it['place'])))].map((place) => {
    const holds = columns
      .filter((it) => it['place'] === place)
      .map(({ name, bytes }) =>
        bytes ? `position(convert_to($1, 'UTF8') in ${String(name)}) > 0` : `position($1 in ${String(name)}::text) > 0`,
      )
    return `select '${place}' as place where exists (select 1 from ${place} where ${holds.join(' or ')})`
  })
  const rows = await desk.ask(`${looks.join(' union all ')} order by 1`, [words])
  const places = rows.map((row) => String(row['place']))
  for (const file of await readdir(desk.files, { recursive: true, withFileTypes: true }))
    if (file.isFile() && (await readFile(join(file.parentPath, file.name))).includes(words)) places.push('files')
  return places
}

/** Once everything has come to rest, the words are nowhere. */
export async function isNowhere(desk: Desk, words: string): Promise<void> {
  await filesAtRest(desk)
  expect(await placesOf(desk, words)).toEqual([])
}

/** Copied or let go of: nothing is on its way, and no bytes wait to be removed. */
export async function filesAtRest(desk: Desk): Promise<void> {
  await allQuiet(desk)
  await vi.waitUntil(
    async () => {
      const [open] = await desk.ask(
        `select count(*)::int as n from files where state = 'waiting' or (state <> 'stored' and storage_key is not null)`,
      )
      return open?.['n'] === 0
    },
    { timeout: 60_000, interval: 50 },
  )
}
