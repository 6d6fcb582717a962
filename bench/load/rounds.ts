/** Work done over and over by several at once, each of them one thing after another. */

export type Worked = {
  /** Milliseconds that each piece of work took. */
  readonly times: readonly number[]
}

/** So many in all, or until it is over; each worker takes the next piece as soon as it has done one. */
export async function workAtOnce<Worker>(
  workers: readonly Worker[],
  pieces: number | (() => boolean),
  work: (worker: Worker) => Promise<void>,
): Promise<Worked> {
  const times: number[] = []
  let begun = 0
  const over = typeof pieces === 'number' ? () => begun >= pieces : pieces
  await Promise.all(
    workers.map(async (worker) => {
      while (!over()) {
        begun += 1
        const from = performance.now()
        await work(worker)
        times.push(performance.now() - from)
      }
    }),
  )
  return { times }
}
