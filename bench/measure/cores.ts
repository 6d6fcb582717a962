/** Which cores programs run on: sched_setaffinity(2), by `taskset` of util-linux. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { tree } from './processes.ts'

/** As the kernel lists them, `0-3,6` (proc(5)): those that this bench was given. */
const given =
  /^Cpus_allowed_list:\s+(\S+)$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'

/** Gives a process the last core for itself, and what else runs in this bench the others. */
export function setApart(pid: number): void {
  const cores = given.split(',').flatMap(range)
  const others = cores.slice(0, -1)
  keepTo(process.pid, others.length > 0 ? others.join(',') : given)
  keepTo(pid, String(cores.at(-1)))
}

/** The system places all of this bench again. */
export function setFree(): void {
  keepTo(process.pid, given)
}

function range(text: string): readonly number[] {
  const [first = 0, last = first] = text.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** A process with its threads, and its descendants; what they start later stays there too. */
function keepTo(root: number, cores: string): void {
  for (const { pid } of tree(root)) {
    const set = ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)]
    const { status, error } = spawnSync('taskset', set, { stdio: 'ignore' })
    if (error) throw error
    if (status !== 0 && existsSync(`/proc/${String(pid)}`))
      throw new Error(`taskset could not place process ${String(pid)}`)
  }
}
