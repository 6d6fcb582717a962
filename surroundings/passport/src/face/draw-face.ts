/** A face as an SVG picture, in the pose that ICAO 9303-3 §3.9 wants or in one that is asked for. */
import type { Face } from './faces.ts'

/** How a head is held. */
export type Pose = {
  /** From -1, turned to the person's right, to 1, turned to their left: the right of the picture. */
  readonly turn: number
  /** From 0, closed, to 1. */
  readonly mouthOpen: number
  readonly eyesClosed: boolean
  /** Degrees towards the person's left shoulder. */
  readonly tilt: number
}

export const straight: Pose = { turn: 0, mouthOpen: 0, eyesClosed: false, tilt: 0 }

/** In pixels: 35 by 45 mm at 300 to the inch. */
export const pictureSize = { width: 413, height: 531 } as const
const { width, height } = pictureSize
const [cx, eyeY] = [width / 2, 225]

/** What lies further forward moves further when the head turns. */
const depths = { hair: 8, eyes: 27, nose: 46, mouth: 32 } as const

export function drawFace(
  face: Face,
  { turn, mouthOpen, eyesClosed, tilt }: Pose = straight,
): string {
  const { skin, shade, hair, iris, coat, head, jaw, eyes, nose, mouth, brow, style } = face
  const jawDrop = mouthOpen * 26
  const chin = 375 + jawDrop
  const moved = (part: keyof typeof depths, drawing: string) =>
    `<g transform="translate(${turn * depths[part]} 0)">${drawing}</g>`
  const outline = `M${cx - head} 205 C${cx - head} 80 ${cx + head} 80 ${cx + head} 205
    C${cx + head} 280 ${cx + jaw} 330 ${cx + 30} ${chin} Q${cx} ${chin + 12} ${cx - 30} ${chin}
    C${cx - jaw} 330 ${cx - head} 280 ${cx - head} 205Z`
  const back = {
    long: `<path d="M${cx - head - 22} 440 C${cx - head - 48} 40 ${cx + head + 48} 40 ${cx + head + 22} 440Z" fill="${hair}"/>`,
    bun: `<circle cx="${cx}" cy="72" r="44" fill="${hair}"/><ellipse cx="${cx}" cy="190" rx="${head + 12}" ry="112" fill="${hair}"/>`,
    short: `<ellipse cx="${cx}" cy="180" rx="${head + 12}" ry="108" fill="${hair}"/>`,
    bald: '',
  }[style]
  const front =
    style === 'bald'
      ? `<path d="M${cx - head} 200 q-6 30 4 60 q8-30 8-66z M${cx + head} 200 q6 30 -4 60 q-8-30 -8-66z" fill="${hair}"/>`
      : `<path d="M${cx - head - 2} 214 C${cx - head + 4} 60 ${cx + head - 4} 60 ${cx + head + 2} 214
          C${cx + head - 12} 150 ${cx + 34} 140 ${cx - 14} 132 C${cx - 52} 146 ${cx - head + 16} 160 ${cx - head - 2} 214Z" fill="${hair}"/>`
  const closed = (x: number) => `
    <path d="M${x - 21} ${eyeY + 3} Q${x} ${eyeY + 12} ${x + 21} ${eyeY + 3}" fill="none" stroke="#2a1d15" stroke-width="4"/>
    <path d="M${x - 27} ${eyeY - 25} Q${x} ${eyeY - 40} ${x + 27} ${eyeY - 26}" fill="none" stroke="${hair}" stroke-width="${brow}" stroke-linecap="round" opacity=".9"/>`
  const open = (x: number) => `
    <ellipse cx="${x}" cy="${eyeY}" rx="30" ry="20" fill="${shade}" opacity=".45" filter="url(#soft)"/>
    <path d="M${x - 21} ${eyeY + 1} Q${x} ${eyeY - 15} ${x + 21} ${eyeY + 1} Q${x} ${eyeY + 13} ${x - 21} ${eyeY + 1}Z" fill="#f6f2ec"/>
    <circle cx="${x}" cy="${eyeY - 1}" r="9.5" fill="${iris}"/><circle cx="${x}" cy="${eyeY - 1}" r="4.6" fill="#14100d"/>
    <circle cx="${x + 3}" cy="${eyeY - 4}" r="2" fill="#fff"/>
    <path d="M${x - 22} ${eyeY + 1} Q${x} ${eyeY - 17} ${x + 22} ${eyeY}" fill="none" stroke="#2a1d15" stroke-width="3"/>
    <path d="M${x - 19} ${eyeY + 4} Q${x} ${eyeY + 15} ${x + 19} ${eyeY + 4}" fill="none" stroke="${shade}" stroke-width="2"/>
    <path d="M${x - 27} ${eyeY - 25} Q${x} ${eyeY - 40} ${x + 27} ${eyeY - 26}" fill="none" stroke="${hair}" stroke-width="${brow}" stroke-linecap="round" opacity=".9"/>`
  const eye = eyesClosed ? closed : open
  const lips = 322 + jawDrop / 2
  const beard = face.beard
    ? `<path d="M${cx - jaw + 2} 296 Q${cx - 40} 302 ${cx} 300 Q${cx + 40} 302 ${cx + jaw - 2} 296 Q${cx + 56} 372 ${cx} ${chin + 12} Q${cx - 56} 372 ${cx - jaw + 2} 296Z" fill="${hair}" opacity=".72" filter="url(#fine)"/>`
    : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <defs>
    <filter id="soft"><feGaussianBlur stdDeviation="9"/></filter>
    <filter id="fine"><feGaussianBlur stdDeviation="2"/></filter>
    <filter id="grain"><feTurbulence baseFrequency=".8" numOctaves="2" seed="${eyes}"/><feColorMatrix values="0 0 0 0 .5 0 0 0 0 .45 0 0 0 0 .4 0 0 0 .16 0"/><feComposite in2="SourceGraphic" operator="in"/></filter>
    <radialGradient id="lit" cx=".45" cy=".38" r=".75"><stop offset="0" stop-color="${skin}"/><stop offset=".65" stop-color="${skin}"/><stop offset="1" stop-color="${shade}"/></radialGradient>
    <linearGradient id="wall" x2="0" y2="1"><stop stop-color="#e4e6e4"/><stop offset="1" stop-color="#cfd3d2"/></linearGradient>
  </defs>
  <rect width="${width}" height="${height}" fill="url(#wall)"/>
  <g transform="rotate(${tilt} ${cx} 400)">${back}</g>
  <path d="M${cx - 46} 340 L${cx - 50} 452 H${cx + 50} L${cx + 46} 340Z" fill="${shade}"/>
  <path d="M10 ${height} C20 450 120 436 ${cx - 50} 420 Q${cx} 470 ${cx + 50} 420 C300 436 394 450 404 ${height}Z" fill="${coat}"/>
  <g transform="rotate(${tilt} ${cx} 400)">
  <ellipse cx="${cx - head - 2}" cy="238" rx="13" ry="28" fill="${shade}"/><ellipse cx="${cx + head + 2}" cy="238" rx="13" ry="28" fill="${shade}"/>
  <path d="${outline}" fill="url(#lit)"/>
  <ellipse cx="${cx - 52}" cy="288" rx="26" ry="18" fill="#d0685a" opacity=".16" filter="url(#soft)"/><ellipse cx="${cx + 52}" cy="288" rx="26" ry="18" fill="#d0685a" opacity=".16" filter="url(#soft)"/>
  ${beard}
  ${moved('eyes', eye(cx - eyes - 4) + eye(cx + eyes + 4))}
  ${moved('nose', noseOf(eyeY + nose, shade))}
  ${moved('mouth', mouthOf(mouth, lips, mouthOpen, shade))}
  ${moved('hair', front)}
  </g>
  <rect width="${width}" height="${height}" fill="#888" filter="url(#grain)" opacity=".5"/>
</svg>`
}

function noseOf(base: number, shade: string): string {
  return `
  <path d="M${cx - 9} ${eyeY + 4} Q${cx - 14} ${base - 18} ${cx - 22} ${base - 6}" fill="none" stroke="${shade}" stroke-width="5" opacity=".5" filter="url(#fine)"/>
  <path d="M${cx - 21} ${base - 3} Q${cx - 13} ${base + 6} ${cx} ${base + 4} Q${cx + 13} ${base + 6} ${cx + 21} ${base - 3}" fill="none" stroke="${shade}" stroke-width="4"/>
  <ellipse cx="${cx - 9}" cy="${base + 1}" rx="5" ry="2.6" fill="#5a382a"/><ellipse cx="${cx + 9}" cy="${base + 1}" rx="5" ry="2.6" fill="#5a382a"/>`
}

function mouthOf(half: number, y: number, open: number, shade: string): string {
  const gap = open * 24
  return `
  <path d="M${cx - half} ${y} Q${cx - 12} ${y - 10 - gap} ${cx} ${y - 5 - gap} Q${cx + 12} ${y - 10 - gap} ${cx + half} ${y} Q${cx} ${y + 18 + gap * 1.6} ${cx - half} ${y}Z" fill="#b4605a"/>
  <path d="M${cx - half + 5} ${y} Q${cx} ${y + 4 - gap * 1.3} ${cx + half - 5} ${y} Q${cx} ${y + 4 + gap * 1.5} ${cx - half + 5} ${y}Z" fill="#4a1d1d" stroke="#6f2f2e" stroke-width="2.5"/>
  <path d="M${cx - 16} ${y + 23 + gap} Q${cx} ${y + 29 + gap} ${cx + 16} ${y + 23 + gap}" fill="none" stroke="${shade}" stroke-width="4" opacity=".6" filter="url(#fine)"/>`
}
