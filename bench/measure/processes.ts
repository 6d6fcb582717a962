/** What the kernel has booked on processes: CPU time and memory, from `/proc` (proc(5)). */
import { readdirSync, readFileSync } from 'node:fs'

/** Linux books CPU time to user space in hundredths of a second, whatever its own clock (time(7)). */
const tick = 10

/** Milliseconds of CPU that a process, its descendants, and those that have ended have used. */
export function cpuOfTree(pid: number): number {
  return tick * tree(pid).reduce((sum, { ticks }) => sum + ticks, 0)
}

/** Bytes of memory that a process has in use, without what is swapped out. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  const kibibytes = /^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1]
  if (kibibytes === undefined) throw new Error(`process ${String(pid)} has no memory`)
  return Number(kibibytes) * 1024
}

export type Process = {
  readonly pid: number
  readonly parent: number
  /** Its own time and that of the children it has waited for. */
  readonly ticks: number
}

/** A process and its descendants, as they are now. */
export function tree(pid: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => read(Number(name)))
    .filter((found) => found !== undefined)
  const found = all.filter((each) => each.pid === pid)
  for (const { pid: parent } of found) found.push(...all.filter((each) => each.parent === parent))
  return found
}

export function commandOf(pid: number): string {
  return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
    .replaceAll('\0', ' ')
    .trim()
}

/** The command in the second field is in brackets and may hold anything, brackets included. */
function read(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { pid, parent: Number(fields[1]), ticks }
  } catch {
    return undefined // it has ended since it was listed
  }
}
