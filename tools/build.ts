/** Builds every program whose sources have changed since its `dist/` was made. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fingerprint, root } from './fingerprint.ts'
import { programs, type Program } from './programs.ts'

const stamp = '.built-from'

export type BuildOptions = {
  /** Folders of programs; all of them when absent. */
  readonly only?: readonly string[]
  readonly tell?: (folder: string) => void
}

/** Tells the folder of each program that it builds; silent when nothing is stale. */
export async function build({ only, tell = () => undefined }: BuildOptions = {}): Promise<void> {
  for (const program of programs.filter(isWritten)) {
    if (only && !only.includes(program.folder)) continue
    const wanted = fingerprint(program.folder)
    if (stampOf(program) === wanted) continue
    tell(program.folder)
    await rebuild(program, wanted)
  }
}

function isWritten({ folder, server, page }: Program): boolean {
  return existsSync(join(root, folder, server ?? page ?? ''))
}

function stampOf({ folder }: Program): string | undefined {
  const path = join(root, folder, 'dist', stamp)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Builds aside and swaps, so that a `dist/` is whole whenever it is there. */
async function rebuild(program: Program, wanted: string): Promise<void> {
  const { bundle } = await import('./bundle.ts')
  const dist = join(root, program.folder, 'dist')
  const draft = join(root, program.folder, `.dist-${String(process.pid)}`)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft)
  try {
    await bundle(program, draft)
    writeFileSync(join(draft, stamp), wanted)
    rmSync(dist, { recursive: true, force: true })
    renameSync(draft, dist)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const only = process.argv.slice(2).map((folder) => folder.replace(/\/$/, ''))
  const tell = (folder: string) => process.stderr.write(`Building ${folder}\n`)
  try {
    await build({ ...(only.length > 0 && { only }), tell })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
