/** The fingerprint of everything that a program is built from. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

export const root = join(import.meta.dirname, '..')

const scope = '@open-mitid/'
const tooling = ['tools', 'package-lock.json', 'tsconfig.json']
const ignored = new Set(['node_modules', 'dist'])

/** Hashes contents, not dates, so that switching branches to and fro rebuilds nothing. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256').update(root)
  for (const path of [...workspacesOf(folder), ...tooling]) hash.update(hashOf(path))
  return hash.digest('hex')
}

/** The program's folder and those of our packages that it imports, directly or not. */
function workspacesOf(folder: string): string[] {
  const found = new Set<string>()
  const visit = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    const { dependencies = {} } = JSON.parse(read(join(path, 'package.json')).toString()) as {
      dependencies?: Record<string, string>
    }
    for (const name of Object.keys(dependencies))
      if (name.startsWith(scope)) visit(join('packages', name.slice(scope.length)))
  }
  visit(folder)
  return [...found].sort()
}

const known = new Map<string, string>()

function hashOf(path: string): string {
  const before = known.get(path)
  if (before !== undefined) return before
  const hash = createHash('sha256')
  for (const file of filesIn(join(root, path)))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  const digest = hash.digest('hex')
  known.set(path, digest)
  return digest
}

function filesIn(path: string): string[] {
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries
    .filter(
      ({ name }) => !ignored.has(name) && !name.startsWith('.') && !/\.test\.tsx?$/.test(name),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = join(path, entry.name)
      return entry.isDirectory() ? filesIn(child) : [child]
    })
}

function read(path: string): Buffer {
  return readFileSync(join(root, path))
}
