import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Desk } from '../test/desk.ts'

/** Every table of every schema and every file of the storage in which these bytes are still to be found. */
export async function placesOf(desk: Desk, secret: string | Buffer): Promise<string[]> {
  const hex = Buffer.from(secret).toString('hex')
  const words = typeof secret === 'string' ? JSON.stringify(secret).slice(1, -1) : hex
  const tables = await desk.ask(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const places: string[] = []
  for (const { name } of tables) {
    // a bytea is written in hex
    const [row] = await desk.ask(
      `select count(*)::int as n from ${String(name)} t where position($1 in to_jsonb(t)::text) > 0 or position($2 in to_jsonb(t)::text) > 0`,
      [words, hex],
    )
    if (Number(row?.['n']) > 0) places.push(String(name))
  }
  for (const file of await readdir(desk.files, { recursive: true, withFileTypes: true }))
    if (file.isFile() && (await readFile(join(file.parentPath, file.name))).includes(secret)) places.push('files')
  return places
}
