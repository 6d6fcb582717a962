/** A QR code on white with its quiet zone of four modules (ISO/IEC 18004), also on a dark page. */
import type { ComponentChildren } from 'preact'

type Props = {
  /** Rows of modules, true for dark, without a quiet zone. */
  matrix: readonly (readonly boolean[])[]
  /** What it is, for those who cannot see it, and that there is another way. */
  alt: string
  caption?: ComponentChildren
}

const quiet = 4

export function QrFigure({ matrix, alt, caption }: Props) {
  const side = matrix.length + 2 * quiet
  return (
    <figure class="qr">
      <svg
        class="qr-code"
        viewBox={`0 0 ${String(side)} ${String(side)}`}
        role="img"
        aria-label={alt}
        shape-rendering="crispEdges"
      >
        <rect width={side} height={side} fill="#fff" />
        <path d={qrPath(matrix)} fill="#000" />
      </svg>
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  )
}

/** One path for all dark modules, a run of them at a time, with the quiet zone counted in. */
function qrPath(matrix: Props['matrix']): string {
  let path = ''
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue
      let run = 1
      while (row[x + run]) run++
      path += `M${String(x + quiet)} ${String(y + quiet)}h${String(run)}v1h-${String(run)}z`
      x += run
    }
  })
  return path
}
