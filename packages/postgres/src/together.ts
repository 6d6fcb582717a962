/** Several writes in one statement and one round trip, of which all happen or none (invariant 11). */
import { hash } from 'node:crypto'
import { accept, refuse, type Instant, type Result } from '@open-mitid/kernel'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'

/**
 * One insert, update or delete, and how many rows it must reach, or `any`. An insert that may meet a row
 * that is there already says `on conflict do nothing`, and so loses instead of failing. One that writes
 * its row or fails is `any`: there is nothing to ask.
 */
export type Part = {
  readonly statement: Statement<never, unknown>
  readonly params: Readonly<Record<string, unknown>>
  readonly rows: number | 'any'
}

/** One that says itself what it returns, and reaches one row. */
export type ReturningPart<Row> = Part & {
  readonly statement: Statement<never, Row>
  readonly rows: 1
}

export function part<Params extends object>(
  statement: Statement<Params, unknown>,
  params: Params,
  rows: Part['rows'] = 1,
): Part {
  return { statement, params: params as Part['params'], rows }
}

export function returningPart<Params extends object, Row>(
  statement: Statement<Params, Row>,
  params: Params,
): ReturningPart<Row> {
  return { statement, params: params as Part['params'], rows: 1 }
}

/** The name of the first part that did not reach the rows it was to reach. */
export type Lost = { readonly kind: 'lost'; readonly part: string }

/** Its parameters are those of its parts, one after another. */
const composed = new Map<string, Statement<readonly unknown[], never>>()
const lostCode = 'MI001'
/** Deadlock and serialisation failure: nothing was written, and the next try may well win. */
const again = new Set(['40P01', '40001'])
const tries = 3

/**
 * Parts run in the order given, and then those that may reach any number of rows, each seeing the
 * rows as they were before all of them; the first that loses ends the statement. They lock rows in
 * that order: name the chain first, then the person, then the profile, then the sign-in, and two
 * writes never wait for each other.
 *
 * `decidedAt` is given where the time that the decision rests on was not read with it, and loses
 * where the database's own is another.
 */
export async function together(
  db: Pick<Database, 'affect'>,
  parts: readonly Part[],
  decidedAt?: Instant,
): Promise<Result<undefined, Lost>> {
  const { statement, params } = compose(parts, { decidedAt })
  const done = await attempt(() => db.affect(statement, params))
  return done.ok ? accept(undefined) : done
}

/** The same, and answers with what the first part returns. */
export async function togetherReturning<Row>(
  db: Pick<Database, 'first'>,
  first: ReturningPart<Row>,
  others: readonly Part[],
): Promise<Result<Row, Lost>> {
  const { statement, params } = compose([first, ...others], { returning: true })
  const done = await attempt(() => db.first(statement, params))
  return done.ok ? accept(done.value as Row) : done
}

async function attempt<Value>(run: () => Promise<Value>): Promise<Result<Value, Lost>> {
  for (let left = tries; ; left -= 1) {
    try {
      return accept(await run())
    } catch (fault) {
      const { code, message } = fault as { code?: string; message: string }
      if (code === lostCode) return refuse({ kind: 'lost', part: message })
      if (left === 1 || code === undefined || !again.has(code)) throw fault
    }
  }
}

type Composing = {
  readonly decidedAt?: Instant | undefined
  readonly returning?: boolean
}

function compose(parts: readonly Part[], { decidedAt, returning = false }: Composing) {
  const timed = decidedAt !== undefined
  const names = parts.map(({ statement, rows }) => `${statement.name}*${String(rows)}`)
  const key = `${timed ? '@' : ''}${returning ? '=' : ''}${names.join('+')}`
  let statement = composed.get(key)
  if (!statement) {
    statement = composeText(key, parts, { timed, returning })
    composed.set(key, statement)
  }
  const params: unknown[] = []
  for (const each of parts) for (const name of each.statement.order) params.push(each.params[name])
  if (timed) params.push(decidedAt)
  return { statement, params }
}

/** Seconds: such a time is rounded down twice, and its statement takes a while to arrive. */
const tolerance = 5

type Wanted = { readonly timed: boolean; readonly returning: boolean }

function composeText(key: string, parts: readonly Part[], { timed, returning }: Wanted) {
  let shift = 0
  const writes: string[] = []
  const expectations: string[] = []
  parts.forEach(({ statement, rows }, place) => {
    const alias = `part_${String(place)}`
    const before = shift
    const text = statement.text.replace(/\$(\d+)/gu, (_, n) => `$${String(Number(n) + before)}`)
    const asked = rows !== 'any' && !/\breturning\b/iu.test(text)
    shift += statement.order.length
    writes.push(`${alias} as (${text}${asked ? ' returning 1' : ''})`)
    if (rows === 'any') return
    // Called where the part has lost alone: a call costs more than the comparison.
    expectations.push(
      `case when ${lost(alias, rows)}
        then mitid.expect('${statement.name}', 0, ${String(rows)}) end`,
    )
  })
  if (timed) {
    shift += 1
    expectations.push(
      `case when abs(extract(epoch from mitid.now()) - $${String(shift)}::float8) > ${String(tolerance)}
        then mitid.expect('decided-at', 0, 1) end`,
    )
  }
  // Joined to a row that is always there: the expectations are looked at whatever was reached.
  const returned = returning ? ', part_0.* from (select) as always left join part_0 on true' : ''
  return {
    name: nameOf(key),
    text: `with ${writes.join(', ')} select ${expectations.join(', ')}${returned}`,
    order: Array.from({ length: shift }, (_, place) => place),
    writes: true,
  }
}

/** Nearly every part names one row by its key; to look for it costs less than to count. */
function lost(alias: string, rows: number): string {
  return rows === 1
    ? `not exists (select from ${alias})`
    : `(select count(*) from ${alias}) <> ${String(rows)}`
}

/** PostgreSQL looks at the first 63 bytes of a name. */
function nameOf(key: string): string {
  if (key.length < 64) return key
  return `${key.slice(0, 42)}~${hash('sha256', key, 'hex').slice(0, 20)}`
}
