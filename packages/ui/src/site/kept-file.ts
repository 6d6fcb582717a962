/** What a small program remembers: one value in a file, written whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Kept<Value> = {
  readonly read: () => Value
  readonly write: (value: Value) => void
}

export type KeepIn<Value> = {
  /** Without a folder it is forgotten at the end. */
  readonly folder: string | undefined
  readonly name: string
  /** Throws on what this program cannot have written. */
  readonly parse: (value: unknown) => Value
  readonly first: Value
}

export function keepIn<Value>({ folder, name, parse, first }: KeepIn<Value>): Kept<Value> {
  const path = folder === undefined ? undefined : join(folder, name)
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
  let value =
    path !== undefined && existsSync(path) ? parse(JSON.parse(readFileSync(path, 'utf8'))) : first
  return {
    read: () => value,
    write(next) {
      if (path !== undefined) {
        writeFileSync(`${path}.new`, JSON.stringify(next), { mode: 0o600 })
        renameSync(`${path}.new`, path)
      }
      value = next
    },
  }
}
