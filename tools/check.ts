/** Runs one check as a process of its own and keeps what it says for when it fails. */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { root } from './fingerprint.ts'

export type Check = {
  readonly name: string
  /** A script for this Node, and its arguments. */
  readonly run: readonly string[]
}

export type Checked = {
  readonly name: string
  readonly passed: boolean
  readonly said: string
  readonly seconds: number
}

export async function runCheck({ name, run }: Check): Promise<Checked> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, run, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => {
      resolve(exit ?? 1)
    })
  })
  return {
    name,
    passed: code === 0,
    said: Buffer.concat(said).toString(),
    seconds: (performance.now() - startedAt) / 1000,
  }
}
