import { createHash } from 'node:crypto'
import pg from 'pg'

/** What the schema's policies and grants name. They belong to the whole server, open nothing by themselves, and have no password of ours. */
export const APP_ROLE = 'bellhop_app'
export const MACHINERY_ROLE = 'bellhop_machinery'

class CannotPrepareRoles extends Error {}

/** The passwords of this database's logins were sealed under a key that this process was not given. */
export class UnderAnotherKey extends Error {}

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`
const LONGEST_NAME = 63

/** The login of one database into a role: desks that share a server do not share a password, nor open each other's database. */
export function loginOf(role: string, database: string): string {
  const name = `${role}_${database}`
  if (name.length <= LONGEST_NAME && /^[a-z0-9_]+$/.test(name)) return name
  return `${role}_${createHash('sha256').update(database).digest('hex').slice(0, 16)}`
}

/** How a password is kept in the database between starts: sealed, for the owner's eyes only. */
export type Keeping = {
  seal: (plain: string) => Buffer
  /** throws when it is sealed under a key that is not known any more */
  open: (sealed: Buffer) => string
  /** sealed under the present key */
  isPresent: (sealed: Buffer) => boolean
}

/**
 * Makes the desk's two logins and sets their passwords: one in `bellhop_app` (bound by row security to one tenant a transaction) and one
 * in `bellhop_machinery` (a few columns of a few tables, all tenants). Only they, the owner and superusers may then connect to the database.
 * Needs an owner login that may create roles. With `keeping`, a login keeps the password it was given first, whatever key the processes are
 * given later: those that still run with the one before can go on opening connections.
 */
export async function prepareLogins(
  ownerUrl: string,
  passwordFor: (login: string) => string,
  keeping?: Keeping,
): Promise<{ appUrl: string; machineryUrl: string }> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock(727001)')
    const { rows } = await owner.query<{ name: string; quoted: string }>(
      'select current_database() as name, quote_ident(current_database()) as quoted',
    )
    const { name, quoted } = rows[0] ?? { name: '', quoted: '' }
    const logins = [APP_ROLE, MACHINERY_ROLE].map((role) => ({ role, login: loginOf(role, name) }))
    const passwords = new Map<string, string>()
    for (const { login } of logins) passwords.set(login, await keptPassword(owner, login, passwordFor(login), keeping))
    const passwordOf = (login: string) => passwords.get(login) ?? ''
    for (const { role, login } of logins) {
      await whileOthersDo(() => makeRole(owner, role, 'nologin'))
      await whileOthersDo(() => makeRole(owner, login, `login password ${literal(passwordOf(login))}`))
      await whileOthersDo(() => owner.query(`grant ${role} to ${login}`))
    }
    const names = logins.map((it) => it.login).join(', ')
    await owner.query(`revoke connect on database ${quoted} from public, ${APP_ROLE}, ${MACHINERY_ROLE}`)
    await owner.query(`grant connect on database ${quoted} to current_user, ${names}`)
    await owner.query(`grant usage on schema public to ${APP_ROLE}, ${MACHINERY_ROLE}`)
    const [appUrl = '', machineryUrl = ''] = logins.map(({ login }) => asRole(ownerUrl, login, passwordOf(login)))
    return { appUrl, machineryUrl }
  } catch (trouble) {
    if (trouble instanceof UnderAnotherKey) throw trouble
    throw new CannotPrepareRoles(
      `The login of DATABASE_URL cannot create the desk's own logins (${(trouble as Error).message}). Give it CREATEROLE (and, where another owner made ${APP_ROLE} and ${MACHINERY_ROLE}, both of them WITH ADMIN OPTION), or set APP_DATABASE_URL and MACHINERY_DATABASE_URL to logins that exist.`,
    )
  } finally {
    await owner.end()
  }
}

/** The table holds no tenant's data, and no login of the desk may look into it. */
async function keptPassword(
  owner: pg.Client,
  login: string,
  fresh: string,
  keeping: Keeping | undefined,
): Promise<string> {
  if (!keeping) return fresh
  await owner.query('create table if not exists public.desk_logins (login text primary key, sealed bytea not null)')
  const { rows } = await owner.query<{ sealed: Buffer }>('select sealed from public.desk_logins where login = $1', [
    login,
  ])
  const sealed = rows[0]?.sealed
  const known = sealed && opened(sealed, keeping)
  const password = known ?? fresh
  if (!known || !keeping.isPresent(sealed))
    await owner.query(
      'insert into public.desk_logins values ($1, $2) on conflict (login) do update set sealed = excluded.sealed',
      [login, keeping.seal(password)],
    )
  return password
}

/** Another password would lock out every process that runs under the right key: a mistyped one must not do that. */
function opened(sealed: Buffer, keeping: Keeping): string {
  try {
    return keeping.open(sealed)
  } catch {
    throw new UnderAnotherKey('The passwords of the desk’s logins are kept under another key')
  }
}

/** A role that is there already keeps what it is, but for a login's password: the group may be somebody's login of an older version. */
async function makeRole(owner: pg.Client, role: string, as: string): Promise<void> {
  const known = await owner.query('select 1 from pg_roles where rolname = $1', [role])
  if (known.rowCount === 0)
    await owner.query(`create role ${role} nosuperuser nobypassrls nocreatedb nocreaterole inherit ${as}`)
  else if (as !== 'nologin') await owner.query(`alter role ${role} ${as}`)
}

/** Roles are the server's, and advisory locks the database's: the desk of another database may be at the same role in the same moment. */
async function whileOthersDo(work: () => Promise<unknown>): Promise<void> {
  const meanwhile = ['23505', '42710', 'XX000']
  for (let tries = 1; ; tries++) {
    try {
      await work()
      return
    } catch (trouble) {
      if (tries === 10 || !meanwhile.includes((trouble as { code?: string }).code ?? '')) throw trouble
      await new Promise((done) => setTimeout(done, 10 * tries))
    }
  }
}

/** The same server and database, another login. */
export function asRole(url: string, role: string, password: string): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = password
  return changed.toString()
}
