/**
 * A prepared statement for the driver to run. The driver's own query has PostgreSQL describe the
 * columns anew at each run, and sends four messages one by one; this one keeps the description with
 * the connection and sends one message, which halves what a run costs.
 */
import type pg from 'pg'
import { runMessage } from './wire-values.ts'

export type ReadColumn = (text: string) => unknown

export type PreparedResult = {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** How many rows were inserted, updated, deleted or selected. */
  readonly count: number
}

type Row = Record<string, unknown>
type Columns = {
  readonly each: readonly { readonly name: string; readonly read: ReadColumn }[]
  /** A row with nothing in it: to copy it costs less than to add one column after another. */
  readonly empty: Readonly<Row>
}
const noColumns: Columns = { each: [], empty: {} }

/** What the driver's connection lets its queries do; `parsedStatements` it keeps itself. */
export type DriverConnection = pg.Connection & {
  readonly stream: { write(message: Uint8Array): unknown; cork(): void; uncork(): void }
  readonly parsedStatements: Readonly<Record<string, string | undefined>>
}

type Description = { readonly fields: readonly pg.FieldDef[] }
type Done = (fault: Error | null, result?: PreparedResult) => void

/** The driver calls its methods with the messages that come back. */
export class PreparedQuery {
  readonly name: string
  readonly text: string
  /** Set by the driver, to a function that also gives the connection back. */
  callback: Done | undefined
  readonly #values: readonly unknown[]
  readonly #readerOf: (type: number) => ReadColumn
  readonly #rows: Row[] = []
  #known: Map<string, Columns> | undefined
  #columns = noColumns
  #count = 0
  #fault: Error | undefined

  constructor(
    { name, text }: { readonly name: string; readonly text: string },
    values: readonly unknown[],
    readerOf: (type: number) => ReadColumn,
  ) {
    this.name = name
    this.text = text
    this.#values = values
    this.#readerOf = readerOf
  }

  submit(connection: DriverConnection): Error | null {
    this.#known = columnsOf(connection)
    this.#columns = this.#known.get(this.name) ?? noColumns
    const run = runMessage(this.name, this.#values)
    if (connection.parsedStatements[this.name] !== undefined) {
      connection.stream.write(run)
      return null
    }
    connection.stream.cork()
    connection.parse({ name: this.name, text: this.text, types: [] }, true)
    connection.describe({ type: 'S', name: this.name }, true)
    connection.stream.write(run)
    connection.stream.uncork()
    return null
  }

  handleRowDescription({ fields }: Description): void {
    this.#columns = {
      each: fields.map(({ name, dataTypeID }) => ({ name, read: this.#readerOf(dataTypeID) })),
      empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
    }
    this.#known?.set(this.name, this.#columns)
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { each, empty } = this.#columns
    const row = { ...empty }
    try {
      let place = 0
      for (const { name, read } of each) {
        const text = fields[place] ?? null
        if (text !== null) row[name] = read(text)
        place += 1
      }
    } catch (fault) {
      this.#fault = fault as Error
    }
    this.#rows.push(row)
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#count = Number(/\d+$/u.exec(text)?.[0] ?? 0)
  }

  handleReadyForQuery(): void {
    if (this.#fault) this.callback?.(this.#fault)
    else this.callback?.(null, { rows: this.#rows, count: this.#count })
  }

  handleError(fault: Error): void {
    this.callback?.(fault)
  }

  handleEmptyQuery(): void {
    this.#fault = new Error(`${this.name} is empty`)
  }

  handlePortalSuspended(): void {
    this.#fault = new Error(`${this.name} stopped half-way`)
  }

  handleCopyInResponse(connection: { sendCopyFail(why: string): void }): void {
    connection.sendCopyFail(`${this.name} is no copy`)
  }

  handleCopyData(): void {
    this.#fault = new Error(`${this.name} is no copy`)
  }
}

const known = new WeakMap<object, Map<string, Columns>>()

function columnsOf(connection: object): Map<string, Columns> {
  const found = known.get(connection)
  if (found) return found
  const none = new Map<string, Columns>()
  known.set(connection, none)
  return none
}
