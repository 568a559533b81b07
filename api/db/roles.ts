import pg from 'pg'

export const APP_ROLE = 'bellhop_app'
export const MACHINERY_ROLE = 'bellhop_machinery'

export class CannotPrepareRoles extends Error {}

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`

/**
 * Makes the desk's two logins and sets their passwords: `bellhop_app` (bound by row security to one tenant a transaction) and
 * `bellhop_machinery` (a few columns of a few tables, all tenants). Needs an owner login that may create roles.
 */
export async function prepareRoles(
  ownerUrl: string,
  passwords: { appPassword: string; machineryPassword: string },
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock(727001)')
    for (const [role, password] of [
      [APP_ROLE, passwords.appPassword],
      [MACHINERY_ROLE, passwords.machineryPassword],
    ] as const) {
      const known = await owner.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = known.rowCount ? 'alter' : 'create'
      await owner.query(
        `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${literal(password)}`,
      )
    }
    const database = await owner.query<{ name: string }>('select quote_ident(current_database()) as name')
    await owner.query(`grant connect on database ${database.rows[0]?.name} to ${APP_ROLE}, ${MACHINERY_ROLE}`)
    await owner.query(`grant usage on schema public to ${APP_ROLE}, ${MACHINERY_ROLE}`)
  } catch (trouble) {
    throw new CannotPrepareRoles(
      `The login of DATABASE_URL cannot create the desk's own logins (${(trouble as Error).message}). Give it CREATEROLE, or set APP_DATABASE_URL and MACHINERY_DATABASE_URL to logins that exist.`,
    )
  } finally {
    await owner.end()
  }
}

/** The same server and database, another login. */
export function asRole(url: string, role: string, password: string): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = password
  return changed.toString()
}
