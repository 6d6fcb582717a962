/**
 * SQL that is compiled once, when its module loads, and then runs under its name as a prepared
 * statement: no call builds text, and PostgreSQL parses each statement once a connection.
 */
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type RawBuilder,
} from 'kysely'

declare const row: unique symbol

export type Statement<Params, Row> = {
  readonly name: string
  readonly text: string
  /** The parameter that each `$n` stands for. */
  readonly order: readonly (keyof Params & (string | number))[]
  /** Whether running it begins a transaction that writes. */
  readonly writes: boolean
  readonly [row]?: Row
}

class Placeholder {
  readonly param: string
  constructor(param: string) {
    this.param = param
  }
}

const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** To be selected from by a write, so that its transaction does not wait for the disk. */
export const unhurried: RawBuilder<unknown> = sql`
  (select set_config('synchronous_commit', 'off', true)) as unhurried
`

const names = new Map<string, string>()
/** The text of every statement there is, by its name. */
export const statements: ReadonlyMap<string, string> = names
const writing = /\b(?:insert\s+into|delete\s+from|update\s+\S+\s+(?:as\s+\S+\s+)?set)\b/iu

/**
 * `build` is given stand-ins for the parameters, to be used as values in `sql`:
 * `statement<{ id: string }, { name: string }>('find-name', (p) => sql`...${p.id}`)`.
 */
export function statement<Params extends object, Row = never>(
  name: string,
  build: (params: Params) => RawBuilder<Row>,
): Statement<Params, Row> {
  const stand = new Proxy({}, { get: (_, param) => new Placeholder(String(param)) }) as Params
  const { sql: text, parameters } = build(stand).compile(compiler)
  const order = parameters.map((parameter) => {
    if (parameter instanceof Placeholder) return parameter.param as keyof Params & string
    throw new TypeError(`${name}: ${String(parameter)} is a value where a parameter must stand`)
  })
  if ((names.get(name) ?? text) !== text) throw new TypeError(`two statements are named ${name}`)
  names.set(name, text)
  return { name, text, order, writes: writing.test(text) }
}
