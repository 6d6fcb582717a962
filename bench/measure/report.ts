/** What every bench answers, and how it is printed: figures, their targets, conditions, machine. */
import type { Machine } from './machine.ts'

export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: { readonly atMost: number } | { readonly atLeast: number }
}

export type Findings = {
  readonly figures: readonly Figure[]
  /** How it was measured: numbers of samples, settings, what stood for what. */
  readonly conditions: Readonly<Record<string, string | number>>
}

export type Report = Findings & {
  readonly bench: string
  readonly machine: Machine
  readonly met: boolean
}

export function report(bench: string, machine: Machine, findings: Findings): Report {
  return { bench, met: findings.figures.every(meets), ...findings, machine }
}

export function printed({ bench, figures, conditions, machine }: Report): string {
  const name = Math.max(...figures.map((figure) => figure.name.length))
  const value = Math.max(...figures.map((figure) => rounded(figure.value).length))
  const unit = Math.max(...figures.map((figure) => figure.unit.length))
  const lines = figures.map((figure) =>
    [
      `  ${figure.name.padEnd(name)}`,
      rounded(figure.value).padStart(value),
      figure.unit.padEnd(unit),
      verdict(figure),
    ].join('  '),
  )
  const { processor, cores, memoryGiB, system, node, loadBefore } = machine
  return [
    bench,
    ...lines.map((line) => line.trimEnd()),
    '',
    ...Object.entries(conditions).map(([what, how]) => `  ${what}: ${String(how)}`),
    `  machine: ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}`,
    `  load average before: ${loadBefore}`,
    '',
  ].join('\n')
}

function meets({ value, target }: Figure): boolean {
  if (target === undefined) return true
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast
}

function verdict(figure: Figure): string {
  const { target } = figure
  if (target === undefined) return ''
  const wanted =
    'atMost' in target ? `at most ${rounded(target.atMost)}` : `at least ${rounded(target.atLeast)}`
  return `${meets(figure) ? 'met' : 'MISSED'} (${wanted})`
}

function rounded(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString()
}
