/** Sets a letter: tagged PDF (ISO 32000-1 §14.8, PDF/UA-1), one page where it fits. */
import PDFDocument from 'pdfkit'
import { letterText, type LetterImprint, type SetLetter } from '@open-mitid/identity/letter'
import { readTypeFaces } from './type-faces.ts'
import type { Sizes } from './slab.ts'
import { write, type Doc } from './write.ts'

/** Large print is 18 points and more, whatever it is that is read. */
const sizesOf: Readonly<Record<'plain' | 'large', Sizes>> = {
  plain: { body: 12, heading: 13.5, title: 21, code: 32, foot: 9.5 },
  large: { body: 18, heading: 20, title: 26, code: 40, foot: 18 },
}
/** ISO 14289-1, which the library's types do not know. */
const conforms: object = { subset: 'PDF/UA' }
const locales = { da: 'da-DK', en: 'en-GB' } as const

/** Reads the type once; each letter is set by itself. */
export function openLetterSetter(imprint: LetterImprint): SetLetter {
  const faces = readTypeFaces()
  return (letter) => {
    const { title, sections } = letterText(letter, imprint)
    const [first] = sections
    if (!first) throw new Error('a letter says nothing')
    const doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      tagged: true,
      lang: locales[first.language],
      displayTitle: true,
      pdfVersion: '1.7',
      ...conforms,
      font: '',
      info: {
        Title: title,
        Author: imprint.scheme,
        Creator: imprint.scheme,
        CreationDate: new Date(letter.printedAt * 1000),
      },
    })
    const done = collect(doc)
    const style = letter.style.largePrint ? 'large' : 'plain'
    write({ doc, faces, letter, scheme: imprint.scheme, sizes: sizesOf[style] }, sections)
    doc.end()
    return done.then((pdf) => ({ title, pdf }))
  }
}

function collect(doc: Doc): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('error', reject)
    doc.on('end', () => {
      resolve(Buffer.concat(parts))
    })
  })
}
