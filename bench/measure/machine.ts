/** Where a measurement was made, and what else went on there: figures without it mean little. */
import { cpus, loadavg, release, totalmem, type } from 'node:os'

export type Machine = {
  readonly processor: string
  readonly cores: number
  readonly memoryGiB: number
  readonly system: string
  readonly node: string
  /** Programs that wanted a core, on average over the minute before; other than 0 means company. */
  readonly loadBefore: number
}

export function describeMachine(): Machine {
  const [first] = cpus()
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
