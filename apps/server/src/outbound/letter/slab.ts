/** Each kind of block as a slab: measured first, then set as one tagged piece that no page parts. */
import type PDFDocument from 'pdfkit'
import type { LetterBlock } from '@open-mitid/identity/letter'
import type { Style, Typesetter } from './typesetter.ts'

type Doc = InstanceType<typeof PDFDocument>
export type Element = ReturnType<Doc['struct']>

export type Slab = {
  /** Room above it, where something stands there. */
  readonly gap: number
  readonly height: number
  /** It does not stand last on a page. */
  readonly withNext?: boolean
  /** Draws what is not read, such as a frame. */
  readonly decorate?: (y: number) => void
  readonly set: (y: number) => Element
}

export type Sizes = {
  readonly body: number
  readonly heading: number
  readonly title: number
  readonly code: number
  readonly foot: number
}

export type Room = {
  readonly doc: Doc
  readonly type: Typesetter
  readonly sizes: Sizes
  readonly x: number
  readonly width: number
}

const ink = '#14202b'
const frameColour = '#5b6770'

export function styleOf(face: Style['face'], size: number): Style {
  return { face, size, lead: Math.round(size * 1.36 * 2) / 2 }
}

export function slabOf(room: Room, block: LetterBlock): Slab {
  const { sizes } = room
  switch (block.kind) {
    case 'text':
      return paragraph(room, 'P', block.text, styleOf('text', sizes.body), sizes.body * 0.7)
    case 'heading':
      return {
        ...paragraph(room, 'H2', block.text, styleOf('strong', sizes.heading), sizes.heading),
        withNext: true,
      }
    case 'code':
      return codeBox(room, block)
    case 'fact':
      return fact(room, block)
    case 'steps':
      return list(room, block.items, (place) => `${String(place + 1)}.`)
    case 'points':
      return list(room, block.items, () => '•')
    case 'never':
      return never(room, block)
  }
}

/** Lines of one style; all but the last end with the space at which they were broken. */
export function paragraph(
  { doc, type, x, width }: Room,
  tag: string,
  said: string,
  style: Style,
  gap: number,
): Slab {
  const lines = type.lines(said, style, width)
  return {
    gap,
    height: lines.length * style.lead,
    set: (y) =>
      doc.struct(tag, {}, () => {
        drawLines({ doc, type }, lines, style, x, y)
      }),
  }
}

export function drawLines(
  { doc, type }: Pick<Room, 'doc' | 'type'>,
  lines: readonly string[],
  style: Style,
  x: number,
  y: number,
): void {
  doc.fillColor(ink)
  lines.forEach((line, place) => {
    const space = place < lines.length - 1 ? ' ' : ''
    type.draw(`${line}${space}`, style, x, y + place * style.lead)
  })
}

/** The value stands whole: on a line of its own where it does not fit beside its label. */
function fact(room: Room, block: Extract<LetterBlock, { kind: 'fact' }>): Slab {
  const { doc, type, sizes, x, width } = room
  const [said, strong] = [styleOf('text', sizes.body), styleOf('strong', sizes.body)]
  const label = `${block.label}: `
  const beside = type.width(label, said)
  const below = beside + type.width(block.value, strong) > width
  return {
    gap: sizes.body * 0.7,
    height: said.lead * (below ? 2 : 1),
    set: (y) =>
      doc.struct('P', {}, [
        () => {
          drawLines({ doc, type }, [label], said, x, y)
        },
        doc.struct('Span', { alt: block.spoken }, () => {
          const [left, top] = below ? [x, y + said.lead] : [x + beside, y]
          drawLines({ doc, type }, [block.value], strong, left, top)
        }),
      ]),
  }
}

function list(
  { doc, type, sizes, x, width }: Room,
  items: readonly string[],
  labelOf: (place: number) => string,
): Slab {
  const style = styleOf('text', sizes.body)
  const indent = type.width(`${labelOf(items.length)}  `, style)
  const apart = sizes.body * 0.3
  const broken = items.map((item) => type.lines(item, style, width - indent))
  const heights = broken.map((lines) => lines.length * style.lead)
  return {
    gap: sizes.body * 0.5,
    height: heights.reduce((sum, each) => sum + each, 0) + apart * (items.length - 1),
    set(y) {
      let top = y
      const rows = broken.map((lines, place) => {
        const at = top
        top += (heights[place] ?? 0) + apart
        return doc.struct('LI', {}, [
          doc.struct('Lbl', {}, () => {
            drawLines({ doc, type }, [labelOf(place)], style, x, at)
          }),
          doc.struct('LBody', {}, () => {
            drawLines({ doc, type }, lines, style, x + indent, at)
          }),
        ])
      })
      return doc.struct('L', {}, rows)
    },
  }
}

/** The code in a frame, its groups well apart. A voice says it sign by sign. */
function codeBox(room: Room, block: Extract<LetterBlock, { kind: 'code' }>): Slab {
  const { doc, type, sizes, x, width } = room
  const label = styleOf('text', sizes.body)
  const shown = fitting(room, block.code)
  const pad = sizes.body
  const height = pad * 1.6 + label.lead + shown.lead
  return {
    gap: sizes.body * 1.1,
    height,
    decorate(y) {
      doc.roundedRect(x, y, width, height, 5).lineWidth(1.4).stroke(frameColour)
    },
    set(y) {
      const top = y + pad * 0.8
      return doc.struct('P', {}, [
        () => {
          drawLines({ doc, type }, [`${block.label} `], label, x + pad, top)
        },
        doc.struct('Span', { alt: block.spoken }, () => {
          drawLines({ doc, type }, [block.code], shown, x + pad, top + label.lead)
        }),
      ])
    },
  }
}

function fitting({ type, sizes, width }: Room, code: string): Style {
  for (let size = sizes.code; ; size -= 1) {
    const style = { ...styleOf('code', size), spacing: size * 0.08 }
    if (size <= sizes.body || type.width(code, style) <= width - 2 * sizes.body) return style
  }
}

function never(room: Room, block: Extract<LetterBlock, { kind: 'never' }>): Slab {
  const { doc, sizes, x, width } = room
  const indent = sizes.body
  const inner = { ...room, x: x + indent, width: width - indent }
  const title = paragraph(inner, 'H2', block.title, styleOf('strong', sizes.heading), 0)
  const points = list(inner, block.items, () => '•')
  const height = title.height + points.gap + points.height
  return {
    gap: sizes.heading,
    height,
    decorate(y) {
      doc.rect(x, y, 3, height).fill(ink)
    },
    set: (y) => doc.struct('Sect', {}, [title.set(y), points.set(y + title.height + points.gap)]),
  }
}
