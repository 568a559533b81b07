import pg from 'pg'

type Rows = Record<string, unknown>[]
export type AsOwner = (sql: string, bindings?: unknown[]) => Promise<Rows>

/** One connection of the schema's owner: for the few things the desk's own logins may not do. */
export async function asOwner<T>(ownerUrl: string, work: (ask: AsOwner) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    return await work(async (sql, bindings = []) => (await owner.query(sql, bindings)).rows as Rows)
  } finally {
    await owner.end()
  }
}
