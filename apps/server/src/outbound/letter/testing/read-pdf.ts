/** Reads a letter as somebody else's program does: its words with their places, and its tags. */
import { getDocumentProxy } from 'unpdf'

/** Millimetres from the top left corner of the page; `y` is the foot of the letters. */
export type Word = {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export type Tag = {
  readonly role: string
  readonly alt?: string
  readonly lang?: string
  readonly children: readonly (Tag | string)[]
}

export type ReadPdf = {
  readonly pages: number
  readonly text: string
  readonly words: readonly Word[]
  /** One root a page, of what stands on it. */
  readonly tags: readonly Tag[]
  readonly info: Readonly<Record<string, unknown>>
}

const millimetres = 25.4 / 72

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes))
  const words: Word[] = []
  const tags: Tag[] = []
  let text = ''
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const read = await pdf.getPage(page)
    const { items } = await read.getTextContent()
    for (const item of items) {
      if (!('str' in item)) continue
      text += item.hasEOL ? `${item.str}\n` : item.str
      if (item.str.trim() === '') continue
      const [, , , size = 0, x = 0, y = 0] = item.transform as readonly number[]
      words.push({
        page,
        text: item.str,
        x: x * millimetres,
        y: 297 - y * millimetres,
        width: item.width * millimetres,
        size,
      })
    }
    const tree = (await read.getStructTree()) as { children: Tag[] } | null
    tags.push(...(tree?.children ?? []))
  }
  const { info } = await pdf.getMetadata()
  return { pages: pdf.numPages, text, words, tags, info: info as Record<string, unknown> }
}

/** The roles in the order in which they are read. */
export function rolesIn(tag: Tag | string): readonly string[] {
  if (typeof tag === 'string' || !('role' in tag)) return []
  return [tag.role, ...tag.children.flatMap(rolesIn)]
}
