/** What is darker than its surroundings, in pieces that hang together. */
import type { Grey } from './grey.ts'

/** A piece of ink: the box around it, in pixels; right and bottom are within. */
export type Blob = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const heightOf = ({ top, bottom }: Blob) => bottom - top + 1
export const widthOf = ({ left, right }: Blob) => right - left + 1
export const middleOf = ({ top, bottom }: Blob) => (top + bottom) / 2
export const centreOf = ({ left, right }: Blob) => (left + right) / 2

/** The pieces of a picture, at most `mostBlobs`; a picture of noise has no more than that. */
const mostBlobs = 60_000

export function findBlobs(picture: Grey): Blob[] {
  const runs = findRuns(picture)
  const roots = joinRuns(runs)
  const boxes = new Map<number, { left: number; top: number; right: number; bottom: number }>()
  runs.forEach(({ row, from, to }, at) => {
    const root = rootOf(roots, at)
    const box = boxes.get(root)
    if (box === undefined) boxes.set(root, { left: from, top: row, right: to, bottom: row })
    else {
      box.left = Math.min(box.left, from)
      box.right = Math.max(box.right, to)
      box.bottom = row
    }
  })
  return [...boxes.values()]
}

/** Dark pixels side by side in a row; `to` is the last of them. */
type Run = { readonly row: number; readonly from: number; readonly to: number }

/** Dark is what is a tenth darker than the mean around it, whatever falls on the page. */
function findRuns({ width, height, data }: Grey): Run[] {
  const runs: Run[] = []
  const sums = integral({ width, height, data })
  const reach = Math.max(8, Math.round(width / 48))
  const line = width + 1
  for (let row = 0; row < height; row += 1) {
    const top = Math.max(0, row - reach)
    const bottom = Math.min(height, row + reach + 1)
    let from = -1
    for (let column = 0; column < width; column += 1) {
      const left = Math.max(0, column - reach)
      const right = Math.min(width, column + reach + 1)
      const sum =
        (sums[bottom * line + right] ?? 0) -
        (sums[top * line + right] ?? 0) -
        (sums[bottom * line + left] ?? 0) +
        (sums[top * line + left] ?? 0)
      const mean = sum / ((bottom - top) * (right - left))
      const dark = (data[row * width + column] ?? 0) < mean - Math.max(8, mean * 0.12)
      if (dark && from < 0) from = column
      if (!dark && from >= 0) {
        runs.push({ row, from, to: column - 1 })
        from = -1
      }
    }
    if (from >= 0) runs.push({ row, from, to: width - 1 })
    if (runs.length > mostBlobs) return runs
  }
  return runs
}

/** At (x, y), in a table one wider and higher: the sum of all shades above and to the left. */
function integral({ width, height, data }: Grey): Float64Array {
  const line = width + 1
  const sums = new Float64Array(line * (height + 1))
  for (let row = 1; row <= height; row += 1) {
    let sum = 0
    for (let column = 1; column <= width; column += 1) {
      sum += data[(row - 1) * width + column - 1] ?? 0
      sums[row * line + column] = (sums[(row - 1) * line + column] ?? 0) + sum
    }
  }
  return sums
}

/** Joins runs that touch, corners included, with those of the row above. */
function joinRuns(runs: readonly Run[]): Int32Array {
  const roots = Int32Array.from(runs, (_, at) => at)
  let above = 0
  runs.forEach((run, at) => {
    for (;;) {
      const other = runs[above]
      if (other === undefined || other.row >= run.row) break
      if (other.row === run.row - 1 && other.to >= run.from - 1) break
      above += 1
    }
    for (let near = above; near < at; near += 1) {
      const other = runs[near]
      if (other?.row !== run.row - 1 || other.from > run.to + 1) break
      if (other.to >= run.from - 1) roots[rootOf(roots, near)] = rootOf(roots, at)
    }
  })
  return roots
}

function rootOf(roots: Int32Array, at: number): number {
  let root = at
  for (let next = roots[root] ?? root; next !== root; next = roots[root] ?? root) {
    roots[root] = roots[next] ?? next
    root = next
  }
  return root
}
