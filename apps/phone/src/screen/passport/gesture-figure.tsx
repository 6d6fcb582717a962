/** A movement as it looks in the mirror that the camera is; the words beside it say the same. */
import type { FaceGesture } from '@open-mitid/protocol'

type Drawn = {
  /** Eyes, nose and mouth, to the side that the face is turned to. */
  readonly aside: number
  /** How far the head lies over, in degrees. */
  readonly lean: number
  readonly arrow?: string
  readonly open?: true
}

const toLeft = 'M16 48H4m5-5-5 5 5 5'
const toRight = 'M80 48h12m-5-5 5 5-5 5'

const drawn: Readonly<Record<FaceGesture, Drawn>> = {
  straight: { aside: 0, lean: 0 },
  'turn-left': { aside: -9, lean: 0, arrow: toLeft },
  'turn-right': { aside: 9, lean: 0, arrow: toRight },
  'open-mouth': { aside: 0, lean: 0, open: true },
  'tilt-left': { aside: 0, lean: -24 },
  'tilt-right': { aside: 0, lean: 24 },
}

export function GestureFigure({ gesture }: { gesture: FaceGesture }) {
  const { aside, lean, arrow, open } = drawn[gesture]
  return (
    <svg class="gesture-figure" viewBox="0 0 96 96" aria-hidden="true">
      <path d="M16 94c0-22 64-22 64 0" />
      <g transform={`rotate(${String(lean)} 48 76)`}>
        <ellipse class="gesture-head" cx="48" cy="44" rx="26" ry="33" />
        <g transform={`translate(${String(aside)} 0)`}>
          <path d="M37 38v3M59 38v3M48 42v8" />
          {open ? <ellipse cx="48" cy="62" rx="7" ry="8" /> : <path d="M40 61q8 5 16 0" />}
        </g>
      </g>
      {arrow ? <path class="gesture-arrow" d={arrow} /> : null}
    </svg>
  )
}
