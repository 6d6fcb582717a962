/** The account that PostgreSQL runs under: it refuses root, so root lends it `nobody`. */
import { execFileSync } from 'node:child_process'
import process from 'node:process'

export type Account = { readonly uid: number; readonly gid: number }

let nobody: Account | undefined

/** `undefined` where PostgreSQL can simply run as ourselves. */
export function borrowedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  return (nobody ??= { uid: idOf('-u'), gid: idOf('-g') })
}

function idOf(flag: '-u' | '-g'): number {
  return Number.parseInt(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }), 10)
}
