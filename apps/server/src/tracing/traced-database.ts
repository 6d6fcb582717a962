/** A database whose statements are told by their names, never by their values. */
import type { Connection, Database } from '@open-mitid/postgres'
import { within } from './tracer.ts'

export function tracedDatabase(db: Database): Database {
  return {
    ...traced(db),
    transaction: (work) =>
      within('transaction', system, () => db.transaction((one) => work(traced(one)))),
    close: () => db.close(),
  }
}

const system = { 'db.system.name': 'postgresql' } as const

function traced(connection: Connection): Connection {
  const told = <Value>({ name }: { readonly name: string }, run: () => Promise<Value>) =>
    within(name, { ...system, 'db.query.summary': name }, run)
  return {
    rows: (statement, params) => told(statement, () => connection.rows(statement, params)),
    first: (statement, params) => told(statement, () => connection.first(statement, params)),
    affect: (statement, params) => told(statement, () => connection.affect(statement, params)),
  }
}
