/** A small program's life: it listens, says that it is ready, and ends when it is told to. */
import type { FastifyInstance } from 'fastify'
import process from 'node:process'

export type RunSite = {
  readonly port: number
  readonly host?: string | undefined
  readonly origin: string
  /** What is to be closed after the site. */
  readonly close?: () => void | Promise<void>
}

export async function runSite(web: FastifyInstance, site: RunSite): Promise<void> {
  await web.listen({ port: site.port, host: site.host ?? '127.0.0.1' })
  process.stdout.write(`${JSON.stringify({ ready: true, origin: site.origin })}\n`)
  const end = () =>
    web
      .close()
      .then(() => site.close?.())
      .then(() => process.exit(0))
  // The last is the end of a parent that started this with a channel.
  for (const sign of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
    process.once(sign, () => void end())
}

/** The settings that must be there, or an end that names those that are not. */
export function neededSettings<const Names extends readonly string[]>(
  ...names: Names
): Readonly<Record<Names[number], string>> {
  const missing = names.filter((name) => (process.env[name] ?? '') === '')
  if (missing.length > 0) {
    process.stderr.write(`Not set: ${missing.join(', ')}.\n`)
    process.exit(2)
  }
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? ''])) as Record<
    Names[number],
    string
  >
}
