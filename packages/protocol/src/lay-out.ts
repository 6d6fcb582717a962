/** Reads back the string of `render v1`; each line is a mark, a space and a text. See the README. */
import type { DisplayLine, Language } from './display.ts'
import type { ApprovalKind, OfferFlow } from './offer.ts'
import { wording } from './wording.ts'

export type Layout = {
  readonly lang: Language
  readonly kind: ApprovalKind
  readonly head: { readonly service: string; readonly domain: string; readonly question: string }
  readonly title?: string
  readonly lines: readonly DisplayLine[]
  readonly documents: readonly { readonly name: string; readonly sha256: string }[]
  /** Where the request comes from: the texts that are shown, and what they mean. */
  readonly from: {
    readonly browser?: string
    readonly place?: string
    readonly way: string
    readonly seen: string
    readonly flow: OfferFlow
    readonly known_browser: boolean
  }
}

/** What the string says, or undefined where it is not one that `render v1` makes. */
export function layOut(text: string): Layout | undefined {
  const rest = text.split('\n')
  const take = (mark: string): string | undefined => {
    if (rest[0]?.startsWith(`${mark} `) !== true) return undefined
    return rest.shift()?.slice(mark.length + 1)
  }
  const lang = take('mitid-render-v1')
  const service = take('service')
  const domain = take('domain')
  const question = take('ask')
  if (lang !== 'da' && lang !== 'en') return undefined
  if (service === undefined || domain === undefined || question === undefined) return undefined
  const title = take('title')
  const lines = takeLines(take)
  const documents = takeDocuments(take)
  const [browser, place, way, seen] = [take('browser'), take('place'), take('way'), take('seen')]
  const kind = nameOf(wording[lang].question, (words) => words(service) === question)
  const flow = nameOf(wording[lang].way, (words) => words === way)
  const known = nameOf(wording[lang].seen, (words) => words === seen)
  if (rest.length > 0 || !lines || !documents || !kind || !flow || !known) return undefined
  if (way === undefined || seen === undefined) return undefined
  return {
    lang,
    kind,
    head: { service, domain, question },
    ...(title === undefined ? {} : { title }),
    lines,
    documents,
    from: {
      ...(browser === undefined ? {} : { browser }),
      ...(place === undefined ? {} : { place }),
      way,
      seen,
      flow,
      known_browser: known === 'true',
    },
  }
}

type Take = (mark: string) => string | undefined

function takeLines(take: Take): DisplayLine[] | undefined {
  const lines: DisplayLine[] = []
  for (;;) {
    const label = take('label')
    const value = take('value')
    if (value === undefined) return label === undefined ? lines : undefined
    lines.push(label === undefined ? { value } : { label, value })
  }
}

function takeDocuments(take: Take): { name: string; sha256: string }[] | undefined {
  const documents = []
  for (let name = take('document'); name !== undefined; name = take('document')) {
    const sha256 = take('sha256')
    if (sha256 === undefined) return undefined
    documents.push({ name, sha256 })
  }
  return documents
}

function nameOf<Name extends string, Words>(
  table: Readonly<Record<Name, Words>>,
  fits: (words: Words) => boolean,
): Name | undefined {
  return (Object.keys(table) as Name[]).find((name) => fits(table[name]))
}
