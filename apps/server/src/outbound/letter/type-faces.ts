/** IBM Plex as letters embed it: one file a script, each character set by the file that has it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { unpackWoff } from './unpack-woff.ts'

export type Face = 'text' | 'strong' | 'code'

const packages: Readonly<Record<Face, { name: string; weight: number }>> = {
  text: { name: 'ibm-plex-sans', weight: 400 },
  strong: { name: 'ibm-plex-sans', weight: 600 },
  code: { name: 'ibm-plex-mono', weight: 600 },
}

/** The order in which they are asked. A character that none has is set by the first. */
const scripts = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'] as const
type Script = (typeof scripts)[number]

type FontFile = { readonly name: string; readonly bytes: Buffer }

/** Characters that one font file sets, one after another. */
type Run = { readonly font: string; readonly text: string }

export type TypeFaces = {
  /** All there are; a document embeds of each what it uses. */
  readonly files: readonly FontFile[]
  readonly runs: (face: Face, text: string) => readonly Run[]
}

const { resolve } = createRequire(import.meta.url)

export function readTypeFaces(): TypeFaces {
  const files: FontFile[] = []
  const coverage = new Map<Face, ReadonlyMap<Script, Ranges>>()
  for (const face of ['text', 'strong', 'code'] as const) {
    const { name, weight } = packages[face]
    const ranges = JSON.parse(
      readFileSync(resolve(`@fontsource/${name}/unicode.json`), 'utf8'),
    ) as Readonly<Record<string, string | undefined>>
    const has = new Map<Script, Ranges>()
    for (const script of scripts) {
      const covered = ranges[script]
      if (covered === undefined) continue
      const file = `@fontsource/${name}/files/${name}-${script}-${String(weight)}-normal.woff`
      files.push({ name: fontName(face, script), bytes: unpackWoff(readFileSync(resolve(file))) })
      has.set(script, readRanges(covered))
    }
    coverage.set(face, has)
  }
  return { files, runs: (face, text) => runsOf(face, coverage.get(face) ?? new Map(), text) }
}

function runsOf(face: Face, coverage: ReadonlyMap<Script, Ranges>, text: string): readonly Run[] {
  const runs: Run[] = []
  for (const character of text.normalize('NFC')) {
    const point = character.codePointAt(0) ?? 0
    const found = scripts.find((script) =>
      coverage.get(script)?.some(([from, to]) => point >= from && point <= to),
    )
    const font = fontName(face, found ?? 'latin')
    const last = runs.at(-1)
    if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + character }
    else runs.push({ font, text: character })
  }
  return runs
}

type Ranges = readonly (readonly [from: number, to: number])[]

/** As in CSS: `U+0000-00FF,U+0131`. */
function readRanges(text: string): Ranges {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-')
    return [parseInt(from, 16), parseInt(to, 16)]
  })
}

function fontName(face: Face, script: Script): string {
  return `${face}/${script}`
}
