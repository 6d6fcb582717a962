/** `render v1`: the one string that is shown, hashed and signed. See protocols §2 and the README. */
import { Digest } from './digest.ts'
import { layOut, type Layout } from './lay-out.ts'
import type { OfferContent } from './offer.ts'
import { wording } from './wording.ts'

/** The parts of an offer that a person sees. */
export type Shown = Pick<OfferContent, 'kind' | 'service' | 'display' | 'documents' | 'context'>

/** The string, and what it says, read back from it: an app draws from nothing else. */
export type RenderedOffer = Layout & { readonly text: string }

/** Throws only for content that no reader of an offer lets through. */
export function render(offer: Shown): RenderedOffer {
  const text = renderText(offer)
  const layout = layOut(text)
  if (!layout) throw new TypeError('an offer whose text cannot be read back')
  return { ...layout, text }
}

/** `display_sha256`. */
export function displaySha256(text: string): Digest {
  return Digest.ofText(text)
}

function renderText({ kind, service, display, documents, context }: Shown): string {
  const words = wording[display.lang]
  return [
    ['mitid-render-v1', display.lang],
    ['service', service.name],
    ['domain', service.domain],
    ['ask', words.question[kind](service.name)],
    ...optional('title', display.title),
    ...display.lines.flatMap(({ label, value }) => [...optional('label', label), ['value', value]]),
    ...documents.flatMap(({ name, sha256 }) => [
      ['document', name],
      ['sha256', sha256],
    ]),
    ...optional('browser', context.browser),
    ...optional('place', context.place),
    ['way', words.way[context.flow]],
    ['seen', words.seen[`${context.known_browser}`]],
  ]
    .map(([mark, text]) => `${String(mark)} ${String(text)}`)
    .join('\n')
}

function optional(mark: string, text: string | undefined): string[][] {
  return text === undefined ? [] : [[mark, text]]
}
