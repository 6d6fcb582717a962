/** Plain SQL on a test's own database: to look at rows as they lie, and to break things. */
import pg from 'pg'

export type Queries = {
  /** The rows; parameters are `$1` and on. */
  readonly query: <Row = unknown>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Every row of these tables as one text, bytes in hexadecimal: two moments can be compared. */
  readonly snapshot: (tables: readonly string[]) => Promise<string>
  readonly tables: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export function openQueries(url: string): Queries {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  // A test may kill the server: whoever asks next gets another connection, or the fault.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const query = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await pool.query(text, [...values])).rows as Row[]
  return {
    query,
    async snapshot(tables) {
      const lines: string[] = []
      for (const table of tables) {
        const rows = await query<{ row: string }>(
          `select t::text as row from mitid.${table} as t order by 1`,
        )
        lines.push(table, ...rows.map(({ row }) => row))
      }
      return lines.join('\n')
    },
    async tables() {
      const found = await query<{ name: string }>(
        "select table_name as name from information_schema.tables where table_schema = 'mitid'",
      )
      return found.map(({ name }) => name)
    },
    close: () => pool.end(),
  }
}
