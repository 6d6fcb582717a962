/** The phone without a screen, called as the README calls it. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { root, type TestCountry } from './country.ts'

const run = promisify(execFile)

export async function screenlessPhone(
  country: TestCountry,
  folder: string,
  ...args: readonly string[]
): Promise<unknown> {
  const script = join(root, 'apps/phone/command/mitid-phone.ts')
  const where = ['--folder', join(country.data, folder), '--app', country.origins.app, '--json']
  const { stdout } = await run(process.execPath, [script, ...args, ...where])
  return JSON.parse(stdout) as unknown
}
