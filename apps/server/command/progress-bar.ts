/** How far a file has been read, on one line of the error stream where a person looks on. */
import process from 'node:process'

export type ProgressBar = {
  /** Passes on what is read, and counts it. */
  readonly watch: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>
  readonly end: () => void
}

const width = 40
const everyMs = 100

export function progressBar(size: number, isWanted: boolean): ProgressBar {
  const { stderr } = process
  const isShown = isWanted && stderr.isTTY
  let read = 0
  let told = 0
  const draw = () => {
    const share = size === 0 ? 1 : Math.min(read / size, 1)
    const done = Math.round(share * width)
    const bar = `${'#'.repeat(done)}${'.'.repeat(width - done)}`
    stderr.write(`\r[${bar}] ${String(Math.floor(share * 100)).padStart(3)} %`)
  }
  return {
    async *watch(chunks) {
      for await (const chunk of chunks) {
        yield chunk
        read += chunk.length
        const now = performance.now()
        if (!isShown || now - told < everyMs) continue
        told = now
        draw()
      }
    },
    end() {
      if (!isShown || told === 0) return
      draw()
      stderr.write('\n')
    },
  }
}
