/**
 * Draws the portraits: pictures of nobody, each from a handful of numbers, in the pose that ICAO
 * 9303-3 §3.9 wants. Run it with `node tools/portraits.ts`; it needs Chromium.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.ts'

type Face = {
  readonly skin: string
  readonly shade: string
  readonly hair: string
  readonly iris: string
  readonly coat: string
  /** Half the width of the head, and of the jaw. */
  readonly head: number
  readonly jaw: number
  /** Half the distance of the eyes, the length of the nose, half the width of the mouth. */
  readonly eyes: number
  readonly nose: number
  readonly mouth: number
  readonly brow: number
  readonly style: 'long' | 'short' | 'bun' | 'bald'
  readonly beard?: true
}

const women: readonly Face[] = [
  {
    skin: '#eec3a3',
    shade: '#cf9a78',
    hair: '#5b3a1e',
    iris: '#4c6b3c',
    coat: '#35506b',
    head: 92,
    jaw: 62,
    eyes: 37,
    nose: 56,
    mouth: 33,
    brow: 5,
    style: 'long',
  },
  {
    skin: '#f3cfb4',
    shade: '#d6a487',
    hair: '#c79a4b',
    iris: '#4a6f93',
    coat: '#6b3547',
    head: 88,
    jaw: 56,
    eyes: 35,
    nose: 50,
    mouth: 30,
    brow: 4,
    style: 'bun',
  },
  {
    skin: '#c08a62',
    shade: '#99683f',
    hair: '#1d1512',
    iris: '#3d2716',
    coat: '#3d5a48',
    head: 94,
    jaw: 66,
    eyes: 39,
    nose: 52,
    mouth: 37,
    brow: 6,
    style: 'long',
  },
  {
    skin: '#efc9ae',
    shade: '#cba084',
    hair: '#b8b3ab',
    iris: '#5d7184',
    coat: '#514863',
    head: 90,
    jaw: 67,
    eyes: 36,
    nose: 60,
    mouth: 32,
    brow: 4,
    style: 'short',
  },
  {
    skin: '#8a5a3c',
    shade: '#663f27',
    hair: '#120d0b',
    iris: '#2b1a10',
    coat: '#7b5a2a',
    head: 93,
    jaw: 60,
    eyes: 40,
    nose: 51,
    mouth: 39,
    brow: 6,
    style: 'bun',
  },
  {
    skin: '#f0c6aa',
    shade: '#cf9d80',
    hair: '#8a3b1c',
    iris: '#52705a',
    coat: '#2f4f55',
    head: 86,
    jaw: 58,
    eyes: 34,
    nose: 54,
    mouth: 29,
    brow: 4,
    style: 'short',
  },
  {
    skin: '#d9a67e',
    shade: '#b27f58',
    hair: '#2a1c14',
    iris: '#4b3420',
    coat: '#4a3d66',
    head: 95,
    jaw: 69,
    eyes: 38,
    nose: 48,
    mouth: 36,
    brow: 5,
    style: 'short',
  },
  {
    skin: '#f4d6c0',
    shade: '#d9ae93',
    hair: '#e0d6c4',
    iris: '#5b7fa0',
    coat: '#5f3350',
    head: 87,
    jaw: 63,
    eyes: 33,
    nose: 58,
    mouth: 34,
    brow: 4,
    style: 'long',
  },
]
const men: readonly Face[] = [
  {
    skin: '#e8bd9b',
    shade: '#c59270',
    hair: '#3b2616',
    iris: '#5a4a2c',
    coat: '#2c3d57',
    head: 96,
    jaw: 76,
    eyes: 38,
    nose: 62,
    mouth: 36,
    brow: 8,
    style: 'short',
  },
  {
    skin: '#efc8ab',
    shade: '#c99d80',
    hair: '#a9a49c',
    iris: '#557089',
    coat: '#4b4b4b',
    head: 98,
    jaw: 80,
    eyes: 39,
    nose: 66,
    mouth: 35,
    brow: 7,
    style: 'bald',
  },
  {
    skin: '#b47d56',
    shade: '#8c5c38',
    hair: '#17110e',
    iris: '#34210f',
    coat: '#5b2f2f',
    head: 95,
    jaw: 74,
    eyes: 40,
    nose: 58,
    mouth: 40,
    brow: 9,
    style: 'short',
    beard: true,
  },
  {
    skin: '#f2cdb2',
    shade: '#d2a486',
    hair: '#c08d42',
    iris: '#47708c',
    coat: '#35594c',
    head: 90,
    jaw: 66,
    eyes: 36,
    nose: 52,
    mouth: 32,
    brow: 6,
    style: 'short',
  },
  {
    skin: '#7d5034',
    shade: '#5b3822',
    hair: '#0f0b09',
    iris: '#24160c',
    coat: '#344a6b',
    head: 97,
    jaw: 78,
    eyes: 41,
    nose: 57,
    mouth: 42,
    brow: 9,
    style: 'bald',
    beard: true,
  },
  {
    skin: '#ecc3a4',
    shade: '#c99673',
    hair: '#6d2f17',
    iris: '#4d6a4a',
    coat: '#574a30',
    head: 93,
    jaw: 70,
    eyes: 37,
    nose: 60,
    mouth: 34,
    brow: 7,
    style: 'short',
    beard: true,
  },
  {
    skin: '#dcae8a',
    shade: '#b68661',
    hair: '#241811',
    iris: '#3f5a3a',
    coat: '#25464d',
    head: 91,
    jaw: 68,
    eyes: 35,
    nose: 55,
    mouth: 38,
    brow: 7,
    style: 'short',
  },
]

const [width, height] = [413, 531]
const [cx, eyeY] = [width / 2, 225]

function drawn(face: Face): string {
  const { skin, shade, hair, iris, coat, head, jaw, eyes, nose, mouth, brow, style } = face
  const chin = 375
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
  const eye = (x: number) => `
    <ellipse cx="${x}" cy="${eyeY}" rx="30" ry="20" fill="${shade}" opacity=".45" filter="url(#soft)"/>
    <path d="M${x - 21} ${eyeY + 1} Q${x} ${eyeY - 15} ${x + 21} ${eyeY + 1} Q${x} ${eyeY + 13} ${x - 21} ${eyeY + 1}Z" fill="#f6f2ec"/>
    <circle cx="${x}" cy="${eyeY - 1}" r="9.5" fill="${iris}"/><circle cx="${x}" cy="${eyeY - 1}" r="4.6" fill="#14100d"/>
    <circle cx="${x + 3}" cy="${eyeY - 4}" r="2" fill="#fff"/>
    <path d="M${x - 22} ${eyeY + 1} Q${x} ${eyeY - 17} ${x + 22} ${eyeY}" fill="none" stroke="#2a1d15" stroke-width="3"/>
    <path d="M${x - 19} ${eyeY + 4} Q${x} ${eyeY + 15} ${x + 19} ${eyeY + 4}" fill="none" stroke="${shade}" stroke-width="2"/>
    <path d="M${x - 27} ${eyeY - 25} Q${x} ${eyeY - 40} ${x + 27} ${eyeY - 26}" fill="none" stroke="${hair}" stroke-width="${brow}" stroke-linecap="round" opacity=".9"/>`
  const beard = face.beard
    ? `<path d="M${cx - jaw + 2} 296 Q${cx - 40} 302 ${cx} 300 Q${cx + 40} 302 ${cx + jaw - 2} 296 Q${cx + 56} 372 ${cx} ${chin + 12} Q${cx - 56} 372 ${cx - jaw + 2} 296Z" fill="${hair}" opacity=".72" filter="url(#fine)"/>`
    : ''
  const base = eyeY + nose
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <defs>
    <filter id="soft"><feGaussianBlur stdDeviation="9"/></filter>
    <filter id="fine"><feGaussianBlur stdDeviation="2"/></filter>
    <filter id="grain"><feTurbulence baseFrequency=".8" numOctaves="2" seed="${eyes}"/><feColorMatrix values="0 0 0 0 .5 0 0 0 0 .45 0 0 0 0 .4 0 0 0 .16 0"/><feComposite in2="SourceGraphic" operator="in"/></filter>
    <radialGradient id="lit" cx=".45" cy=".38" r=".75"><stop offset="0" stop-color="${skin}"/><stop offset=".65" stop-color="${skin}"/><stop offset="1" stop-color="${shade}"/></radialGradient>
    <linearGradient id="wall" x2="0" y2="1"><stop stop-color="#e4e6e4"/><stop offset="1" stop-color="#cfd3d2"/></linearGradient>
  </defs>
  <rect width="${width}" height="${height}" fill="url(#wall)"/>
  ${back}
  <path d="M${cx - 46} 340 L${cx - 50} 452 H${cx + 50} L${cx + 46} 340Z" fill="${shade}"/>
  <path d="M10 ${height} C20 450 120 436 ${cx - 50} 420 Q${cx} 470 ${cx + 50} 420 C300 436 394 450 404 ${height}Z" fill="${coat}"/>
  <ellipse cx="${cx - head - 2}" cy="238" rx="13" ry="28" fill="${shade}"/><ellipse cx="${cx + head + 2}" cy="238" rx="13" ry="28" fill="${shade}"/>
  <path d="${outline}" fill="url(#lit)"/>
  <ellipse cx="${cx - 52}" cy="288" rx="26" ry="18" fill="#d0685a" opacity=".16" filter="url(#soft)"/><ellipse cx="${cx + 52}" cy="288" rx="26" ry="18" fill="#d0685a" opacity=".16" filter="url(#soft)"/>
  ${beard}
  ${eye(cx - eyes - 4)}${eye(cx + eyes + 4)}
  <path d="M${cx - 9} ${eyeY + 4} Q${cx - 14} ${base - 18} ${cx - 22} ${base - 6}" fill="none" stroke="${shade}" stroke-width="5" opacity=".5" filter="url(#fine)"/>
  <path d="M${cx - 21} ${base - 3} Q${cx - 13} ${base + 6} ${cx} ${base + 4} Q${cx + 13} ${base + 6} ${cx + 21} ${base - 3}" fill="none" stroke="${shade}" stroke-width="4"/>
  <ellipse cx="${cx - 9}" cy="${base + 1}" rx="5" ry="2.6" fill="#5a382a"/><ellipse cx="${cx + 9}" cy="${base + 1}" rx="5" ry="2.6" fill="#5a382a"/>
  <path d="M${cx - mouth} 322 Q${cx - 12} 312 ${cx} 317 Q${cx + 12} 312 ${cx + mouth} 322 Q${cx} 340 ${cx - mouth} 322Z" fill="#b4605a"/>
  <path d="M${cx - mouth} 322 Q${cx} 327 ${cx + mouth} 322" fill="none" stroke="#6f2f2e" stroke-width="2.5"/>
  <path d="M${cx - 16} 345 Q${cx} 351 ${cx + 16} 345" fill="none" stroke="${shade}" stroke-width="4" opacity=".6" filter="url(#fine)"/>
  ${front}
  <rect width="${width}" height="${height}" fill="#888" filter="url(#grain)" opacity=".5"/>
</svg>`
}

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('Chromium is needed to draw')
const folder = join(import.meta.dirname, '../surroundings/passport/public/portrait')
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width, height } })
for (const [name, faces] of Object.entries({ f: women, m: men }))
  for (const [at, face] of faces.entries()) {
    await page.setContent(`<style>body{margin:0}</style>${drawn(face)}`)
    const image = await page.screenshot({ type: 'jpeg', quality: 82 })
    writeFileSync(join(folder, `${name}${String(at + 1)}.jpg`), image)
    process.stdout.write(`${name}${String(at + 1)}.jpg ${String(image.length)} bytes\n`)
  }
await browser.close()
