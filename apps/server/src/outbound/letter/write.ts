/** Puts the pieces of a letter on its pages, in the order in which they are read. */
import type PDFDocument from 'pdfkit'
import type { LetterSection, PrintableLetter } from '@open-mitid/identity/letter'
import { addressLines } from './address.ts'
import { addressField, firstLine, margin, points, sheet, textWidth } from './sheet.ts'
import {
  drawLines,
  paragraph,
  slabOf,
  styleOf,
  type Element,
  type Room,
  type Sizes,
  type Slab,
} from './slab.ts'
import type { TypeFaces } from './type-faces.ts'
import { typesetter, type Style, type Typesetter } from './typesetter.ts'

export type Doc = InstanceType<typeof PDFDocument>

export type Writing = {
  readonly doc: Doc
  readonly faces: TypeFaces
  readonly letter: Pick<PrintableLetter, 'name' | 'address'>
  readonly scheme: string
  readonly sizes: Sizes
}

/** Points; the first that fits is taken, and the last where none does. */
const addressSizes = [12, 11, 10, 9, 8, 7, 6, 5]
/** A line is set smaller than others, but not so small that postmen read it badly: then it is broken. */
const smallestWhole = 10

/** What stands where on one page. */
type Page = readonly { readonly slab: Slab; readonly y: number }[]

export function write(writing: Writing, sections: readonly LetterSection[]): void {
  const { doc, faces, sizes, letter, scheme } = writing
  const type = typesetter(doc, faces)
  const room = { doc, type, sizes, x: points(margin.left), width: points(textWidth) }
  const planned = sections.map((section, place) => {
    const title = paragraph(room, 'H1', section.title, styleOf('strong', sizes.title), 0)
    const slabs = [title, ...section.blocks.map((block) => slabOf(room, block))]
    const first = points(place === 0 ? firstLine : margin.top + 18)
    const foot = footOf(room, section.foot)
    return { section, foot, pages: plan(slabs, first, foot.top - sizes.body) }
  })
  const count = planned.reduce((sum, { pages }) => sum + pages.length, 0)
  const root = doc.struct('Document')
  doc.addStructure(root)
  let number = 0
  planned.forEach(({ section, foot, pages }, place) => {
    const part = doc.struct('Sect', { lang: section.language })
    root.add(part)
    pages.forEach((page, turn) => {
      number += 1
      doc.addPage()
      if (place === 0 && turn === 0) setAddress(room, part, letter)
      if (turn === 0) setHead(room, part, scheme, section)
      setPage(doc, part, page)
      setFoot(room, foot, count > 1 ? `${String(number)}/${String(count)}` : '')
    })
    part.end()
  })
  root.end()
}

/** No page parts a slab, and none ends with a heading. */
function plan(slabs: readonly Slab[], first: number, bottom: number): readonly Page[] {
  const pages: { slab: Slab; y: number }[][] = [[]]
  let y = first
  slabs.forEach((slab, place) => {
    const following = slab.withNext ? slabs[place + 1] : undefined
    const needs = slab.height + (following ? following.gap + following.height : 0)
    const below = y + (place === 0 ? 0 : slab.gap)
    const fits = below + needs <= bottom
    if (!fits) pages.push([])
    const top = fits ? below : points(margin.top)
    pages.at(-1)?.push({ slab, y: top })
    y = top + slab.height
  })
  return pages
}

function setPage(doc: Doc, part: Element, page: Page): void {
  for (const { slab, y } of page) {
    const { decorate } = slab
    if (decorate)
      artifact(doc, 'Layout', () => {
        decorate(y)
      })
    part.add(slab.set(y))
  }
}

type Foot = { readonly lines: readonly string[]; readonly style: Style; readonly top: number }

function footOf({ type, sizes, width }: Room, said: string): Foot {
  const style = styleOf('text', sizes.foot)
  const lines = type.lines(said, style, width - type.width('10/10 ', style))
  return { lines, style, top: points(sheet.height - 12) - lines.length * style.lead }
}

/** The same on each page, and no part of what is read on. */
function setFoot({ doc, type, x, width }: Room, { lines, style, top }: Foot, page: string): void {
  artifact(doc, 'Pagination', () => {
    drawLines({ doc, type }, lines, style, x, top)
    drawLines({ doc, type }, [page], style, x + width - type.width(page, style), top)
  })
}

function setAddress(
  { doc, type }: Room,
  root: Element,
  { name, address }: Pick<PrintableLetter, 'name' | 'address'>,
): void {
  const { lines, style } = fitAddress(type, addressLines(name, address))
  const { left, top } = addressField
  root.add(
    doc.struct('P', {}, () => {
      drawLines({ doc, type }, lines, style, points(left), points(top))
    }),
  )
}

function fitAddress(type: Typesetter, lines: readonly string[]) {
  const [width, height] = [points(addressField.width), points(addressField.height)]
  const set = (size: number) => {
    const style: Style = { face: 'text', size, lead: size * 1.16 }
    return { style, lines: lines.flatMap((line) => type.lines(line, style, width)) }
  }
  const fits = ({ style, lines: broken }: ReturnType<typeof set>) =>
    broken.length * style.lead <= height
  const whole = addressSizes
    .filter((size) => size >= smallestWhole)
    .map(set)
    .find((each) => fits(each) && each.lines.length === lines.length)
  return whole ?? addressSizes.map(set).find(fits) ?? set(addressSizes.at(-1) ?? 7)
}

/** Who writes, and when: above the window, and of the letter's own language. */
function setHead(
  { doc, type, sizes, x, width }: Room,
  root: Element,
  scheme: string,
  { date }: LetterSection,
): void {
  const top = points(margin.top) - 6
  const name = styleOf('strong', Math.min(sizes.title, 21))
  const small = styleOf('text', sizes.body)
  root.add(
    doc.struct('P', {}, () => {
      drawLines({ doc, type }, [scheme], name, x, top)
    }),
  )
  root.add(
    doc.struct('P', {}, () => {
      const right = x + width - type.width(date, small)
      drawLines({ doc, type }, [date], small, right, top + (name.lead - small.lead) / 2)
    }),
  )
}

/** What stands on the page and is not read (ISO 32000-1 §14.8.2.2). */
function artifact(doc: Doc, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}
