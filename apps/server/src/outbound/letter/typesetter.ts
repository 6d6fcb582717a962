/** Measures and breaks text into lines, and puts lines on paper. All lengths in points. */
import type PDFDocument from 'pdfkit'
import type { Face, TypeFaces } from './type-faces.ts'

export type Style = {
  readonly face: Face
  readonly size: number
  /** Between one line and the next. */
  readonly lead: number
  /** Between one character and the next. */
  readonly spacing?: number
}

export type Typesetter = {
  readonly width: (text: string, style: Style) => number
  readonly lines: (text: string, style: Style, width: number) => readonly string[]
  /** Draws one line whose top is at `y`. */
  readonly draw: (line: string, style: Style, x: number, y: number) => void
}

export function typesetter(doc: InstanceType<typeof PDFDocument>, faces: TypeFaces): Typesetter {
  for (const { name, bytes } of faces.files) doc.registerFont(name, bytes)

  const partWidth = (text: string, font: string, { size, spacing = 0 }: Style) =>
    doc.font(font, size).widthOfString(text, { characterSpacing: spacing })

  const width = (text: string, style: Style) =>
    faces.runs(style.face, text).reduce((sum, run) => sum + partWidth(run.text, run.font, style), 0)

  /** What is too long for a line by itself, as a long address of a page may be, is cut. */
  function cut(word: string, style: Style, room: number): readonly string[] {
    const pieces: string[] = []
    let piece = ''
    for (const character of word) {
      if (piece !== '' && width(piece + character, style) > room) {
        pieces.push(piece)
        piece = ''
      }
      piece += character
    }
    return [...pieces, piece]
  }

  return {
    width,

    lines(text, style, room) {
      const words = text
        .split(' ')
        .flatMap((word) => (width(word, style) > room ? cut(word, style, room) : [word]))
      const lines: string[] = []
      for (const word of words) {
        const last = lines.at(-1)
        const longer = last === undefined ? word : `${last} ${word}`
        if (last !== undefined && width(longer, style) <= room) lines[lines.length - 1] = longer
        else lines.push(word)
      }
      return lines
    },

    draw(line, style, x, y) {
      let at = x
      for (const { font, text } of faces.runs(style.face, line)) {
        const { size, spacing = 0, lead } = style
        doc.font(font, size).text(text, at, y + (lead - size) / 2, {
          lineBreak: false,
          baseline: 'top',
          characterSpacing: spacing,
        })
        at += partWidth(text, font, style)
      }
    },
  }
}
