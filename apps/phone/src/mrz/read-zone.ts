/** Reads the machine-readable zone of a travel document in a picture (ICAO 9303-3 §4). */
import { layouts, type MrzFormat, type Span } from '@open-mitid/icao9303'
import type { Grey } from './grey.ts'
import { findBlobs } from './ink.ts'
import { readLetterRows, type LetterRow, type Sureness, type ZoneWidth } from './letter-row.ts'
import { letters, type Network } from './network.ts'
import { findTextLines, middleAt, slopeAt, type TextLine } from './text-line.ts'

export type ZoneReading = {
  readonly format: MrzFormat
  /** As many as the format has, each as long as it is wide. */
  readonly lines: readonly string[]
  /** How sure the least sure letter of the access fields is, from 0 to 1. */
  readonly sureness: number
}

/** Undefined where no zone is seen whole. The letters are the likeliest; nothing is checked. */
export function readZone(picture: Grey, network: Network): ZoneReading | undefined {
  const lines = findTextLines(findBlobs(picture))
  const readings = findZones(lines).flatMap((zone) => {
    const rows = zone.map((line) => readLetterRows(picture, line, network))
    return (Object.keys(layouts) as MrzFormat[]).flatMap((format) => asFormat(format, rows))
  })
  return readings.reduce<ZoneReading | undefined>(
    (one, other) => (one === undefined || other.sureness > one.sureness ? other : one),
    undefined,
  )
}

/** Lines over each other as far apart as in a zone, 6.35 mm where letters are 2.4 mm high. */
const [nearest, farthest] = [1.9, 3.6]
const mostZones = 4

function findZones(lines: readonly TextLine[]): TextLine[][] {
  const sorted = lines.toSorted((one, other) => heightAtCentre(one) - heightAtCentre(other))
  const pairs = sorted.flatMap((line) => {
    const below = sorted.find((other) => isBelow(line, other))
    if (below === undefined) return []
    const third = sorted.find((other) => isBelow(below, other))
    return third === undefined
      ? [[line, below]]
      : [
          [line, below, third],
          [line, below],
        ]
  })
  return pairs.slice(-mostZones)
}

const heightAtCentre = (line: TextLine) => middleAt(line, (line.from + line.to) / 2)

function isBelow(line: TextLine, other: TextLine): boolean {
  const [from, to] = [Math.max(line.from, other.from), Math.min(line.to, other.to)]
  if (to - from < 0.7 * (line.to - line.from)) return false
  const x = (from + to) / 2
  const height = (line.height + other.height) / 2
  const apart = (middleAt(other, x) - middleAt(line, x)) / height
  const alike = Math.abs(slopeAt(line, x) - slopeAt(other, x)) < 0.06
  return alike && apart > nearest && apart < farthest
}

function asFormat(
  format: MrzFormat,
  rows: readonly ReadonlyMap<ZoneWidth, LetterRow>[],
): ZoneReading[] {
  const layout = layouts[format]
  if (rows.length !== layout.lines) return []
  const fitting = rows.flatMap((row) => row.get(layout.width as ZoneWidth) ?? [])
  if (fitting.length !== rows.length) return []
  const read = fitting.map(({ sureness }, line) =>
    sureness.map((each, at) => likeliest(each, standingAt(format, line, at))),
  )
  const { documentNumber, birthDate, expiryDate } = layout
  const needed = [documentNumber, birthDate, expiryDate].flatMap(([line, start, length]) =>
    (read[line] ?? []).slice(start, start + length + 1),
  )
  return [
    {
      format,
      lines: read.map((line) => line.map(({ letter }) => letter).join('')),
      sureness: needed.reduce((least, { sure }) => Math.min(least, sure), 1),
    },
  ]
}

const digits = letters.slice(0, 10)
const names = letters.slice(10)

/** What can stand at a place: only digits in dates, only letters in names and states. */
function standingAt(format: MrzFormat, line: number, at: number): string {
  const layout = layouts[format]
  const within = ([itsLine, start, length]: Span) =>
    itsLine === line && at >= start && at < start + length
  const { birthDate, birthDateCheck, expiryDate, expiryDateCheck } = layout
  if ([birthDate, birthDateCheck, expiryDate, expiryDateCheck].some(within)) return digits
  const { documentCode, issuer, nationality, name, sex } = layout
  return [documentCode, issuer, nationality, name, sex].some(within) ? names : letters
}

function likeliest(sureness: Sureness, among: string): { letter: string; sure: number } {
  let [letter, sure] = ['<', -1]
  for (const each of among) {
    const value = sureness[letters.indexOf(each)] ?? 0
    if (value > sure) [letter, sure] = [each, value]
  }
  return { letter, sure }
}
