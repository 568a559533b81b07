import pg from 'pg'

// pg has Postgres describe every answer again, and reads the description each time: of a turn's statements that was a tenth of what asking them costs.
// What an answer looks like is kept: with a prepared statement for as long as its connection lives, else by the description's own words.

type Field = { name: string; dataTypeID: number }
type Row = Record<string, unknown>
type Shape = { fields: readonly Field[]; read: readonly ((value: string) => unknown)[]; empty: Row }
type Answer = { command: string; rowCount: number | null; rows: Row[]; fields: readonly Field[] }
type Done = (trouble: Error | null, answer?: Answer | Answer[]) => void
type Asked = { text: string; name?: string; values?: unknown[] }

/** What pg calls of a query, as its cursors use it, and what of its own query this one builds upon (pg 8.23). */
type PgQuery = {
  name?: string
  callback: Done
  prepare(connection: Connection): void
  hasBeenParsed(connection: Connection): boolean
}
type Connection = { describe(what: object): void }
const PgQuery = pg.Query as unknown as new (asked: Asked, values: undefined, done: Done) => PgQuery

const shapes = new Map<string, Shape>()
const MOST_SHAPES = 2_000

function shapeOf(fields: readonly Field[]): Shape {
  let key = ''
  for (const { name, dataTypeID } of fields) key += `${name}\n${dataTypeID}\n`
  const known = shapes.get(key)
  if (known) return known
  const shape = {
    fields,
    read: fields.map((it) => pg.types.getTypeParser(it.dataTypeID, 'text') as (value: string) => unknown),
    empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
  }
  if (shapes.size >= MOST_SHAPES) shapes.clear()
  shapes.set(key, shape)
  return shape
}

/** Of the prepared statements of one connection; `undefined` is one that answers no rows. */
const describedOn = new WeakMap<Connection, { answers: Map<string, Shape | undefined>; silent: Connection }>()

function known(connection: Connection) {
  const here = describedOn.get(connection)
  if (here) return here
  // the same connection to whoever writes to it, but for the asking what the answer will look like
  const silent = Object.assign(Object.create(connection) as Connection, { describe: () => undefined })
  const fresh = { answers: new Map<string, Shape | undefined>(), silent }
  describedOn.set(connection, fresh)
  return fresh
}

class RememberingQuery extends PgQuery {
  private readonly done: Answer[] = []
  private shape: Shape | undefined
  private found: Row[] = []
  private trouble: Error | undefined

  override prepare(connection: Connection): void {
    const { answers, silent } = known(connection)
    const isDescribed = this.name !== undefined && answers.has(this.name) && this.hasBeenParsed(connection)
    if (isDescribed) this.shape = answers.get(this.name as string)
    super.prepare(isDescribed ? silent : connection)
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.shape = shapeOf(fields)
  }

  handleDataRow({ fields: values }: { fields: (string | null)[] }): void {
    const { shape } = this
    if (!shape || this.trouble) return
    const { fields, read } = shape
    const row: Row = { ...shape.empty }
    try {
      for (let i = 0; i < values.length; i += 1) {
        const value = values[i]
        if (value !== null && value !== undefined) row[(fields[i] as Field).name] = read[i]?.(value)
      }
      this.found.push(row)
    } catch (trouble) {
      // told once the whole answer is in: what follows must not be taken for another's
      this.trouble = trouble as Error
    }
  }

  handleCommandComplete({ text }: { text: string }, connection: Connection): void {
    const [command = '', ...counts] = text.split(' ')
    const count = counts.at(-1)
    if (this.name !== undefined) known(connection).answers.set(this.name, this.shape)
    this.done.push({
      command,
      rowCount: count === undefined || !/^\d+$/.test(count) ? null : Number(count),
      rows: this.found,
      fields: this.shape?.fields ?? [],
    })
    this.found = []
    // of several statements in one message each describes its own
    if (this.name === undefined) this.shape = undefined
  }

  handleReadyForQuery(): void {
    if (this.trouble) this.callback(this.trouble)
    else this.callback(null, this.done.length === 1 ? this.done[0] : this.done)
  }

  handleError(trouble: Error): void {
    this.callback(this.trouble ?? trouble)
  }
}

type Query = (asked: unknown, values?: unknown, done?: unknown) => unknown

/** pg's client, asking so. Who hands on no callback is answered by pg itself. */
export class RememberingClient extends pg.Client {
  override query = ((asked: string | Asked, values?: unknown[] | Done, done?: Done) => {
    const callback = typeof values === 'function' ? values : done
    const plain = typeof asked === 'string' ? { text: asked } : asked
    const ask = super.query.bind(this) as Query
    if (!callback || 'submit' in plain) return ask(asked, values, done)
    const given = Array.isArray(values) ? { ...plain, values } : plain
    return ask(new RememberingQuery(given, undefined, callback))
  }) as typeof pg.Client.prototype.query
}
