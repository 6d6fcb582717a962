/**
 * Makes the films of the way by passport out of what its journey sees: `npm run films`. It needs
 * Chromium and ffmpeg, which nothing else of the house does.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import {
  filmNames,
  films,
  filmSize,
  secondsEach,
} from '../apps/server/src/edge/citizen/film/films.ts'
import { build } from './build.ts'
import { provideChromium } from './chromium.ts'
import { root } from './fingerprint.ts'
import { runVitest } from './vitest-run.ts'

const folder = join(root, 'apps/server/film')
const languages = ['da', 'en'] as const
/** The app's screen on top; the dark foot is for captions and controls. */
const { width, screen, height } = filmSize
const picture = `scale=${width}:${screen}:flags=lanczos,pad=${width}:${height}:0:0:0x101820`

if (spawnSync('ffmpeg', ['-version']).status !== 0)
  throw new Error('Films are put together by ffmpeg: install it (Debian: apt-get install ffmpeg).')
const chromium = await provideChromium()
if ('advice' in chromium) throw new Error(chromium.advice)
// The server does not start without them, and a new one is not there yet.
for (const language of languages)
  for (const name of filmNames)
    for (const end of ['webm', 'webp'])
      writeFileSync(join(folder, `${name}-${language}.${end}`), '', { flag: 'a' })
await build()
const seen = mkdtempSync(join(tmpdir(), 'mitid-films-'))
try {
  process.env['FILMS'] = seen
  const journey = ['tests/journeys/passport.test.ts', '-t', 'is scanned, read and compared']
  if (runVitest(journey).failed > 0) throw new Error('The journey failed, so no film was made.')
  for (const language of languages) for (const name of filmNames) make(name, language)
  writeFileSync(join(folder, 'seen.json'), `${JSON.stringify(headings(), undefined, 2)}\n`)
} finally {
  rmSync(seen, { recursive: true })
}

function make(name: (typeof filmNames)[number], language: string): void {
  const pictures = films[name].map((still) => join(seen, `passport-${still}-${language}.png`))
  for (const [at, path] of pictures.entries()) copyFileSync(path, join(seen, `${at}.png`))
  const [film, poster] = ['webm', 'webp'].map((end) => join(folder, `${name}-${language}.${end}`))
  if (film === undefined || poster === undefined) return
  const read = ['-framerate', `1/${secondsEach}`, '-i', join(seen, '%d.png')]
  const only = ['-frames:v', String(pictures.length * secondsEach * 2)]
  const vp9 = ['-c:v', 'libvpx-vp9', '-crf', '36', '-b:v', '0', '-g', '999', '-deadline', 'good']
  ffmpeg([...read, '-vf', `fps=2,${picture},format=yuv420p`, ...only, ...vp9, '-an', film])
  ffmpeg(['-i', join(seen, '0.png'), '-vf', picture, '-quality', '50', poster])
  for (const path of [film, poster])
    process.stdout.write(`${path.slice(folder.length + 1)} ${statSync(path).size} bytes\n`)
  for (const at of pictures.keys()) rmSync(join(seen, `${at}.png`))
}

function ffmpeg(args: readonly string[]): void {
  const { status } = spawnSync('ffmpeg', ['-y', '-loglevel', 'error', ...args], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('ffmpeg failed.')
}

/** By language and picture: what the page was headed when it was taken. */
function headings(): Record<string, Record<string, string>> {
  const of = (language: string) =>
    Object.values(films)
      .flat()
      .map((still) => {
        const path = join(seen, `passport-${still}-${language}.txt`)
        return [still, readFileSync(path, 'utf8')] as const
      })
  return Object.fromEntries(languages.map((each) => [each, Object.fromEntries(of(each))]))
}
