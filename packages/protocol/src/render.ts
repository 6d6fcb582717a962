/** `render v1`: the one string that is shown, hashed and signed. See protocols §2 and the README. */
import { Digest } from './digest.ts'
import type { DisplayLine } from './display.ts'
import { layOut, type Layout } from './lay-out.ts'
import type { OfferContent, OfferedDocument } from './offer.ts'
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

type MarkedLine = readonly [mark: string, text: string]

function renderText({ kind, service, display, documents, context }: Shown): string {
  const words = wording[display.lang]
  const lines: readonly MarkedLine[] = [
    ['mitid-render-v1', display.lang],
    ['service', service.name],
    ['domain', service.domain],
    ['ask', words.question[kind](service.name)],
    ...optional('title', display.title),
    ...display.lines.flatMap(textLines),
    ...documents.flatMap(documentLines),
    ...optional('browser', context.browser),
    ...optional('place', context.place),
    ['way', words.way[context.flow]],
    ['seen', words.seen[`${context.known_browser}`]],
  ]
  return lines.map(([mark, text]) => `${mark} ${text}`).join('\n')
}

function textLines({ label, value }: DisplayLine): readonly MarkedLine[] {
  return [...optional('label', label), ['value', value]]
}

function documentLines({ name, sha256 }: OfferedDocument): readonly MarkedLine[] {
  return [
    ['document', name],
    ['sha256', sha256],
  ]
}

function optional(mark: string, text: string | undefined): readonly MarkedLine[] {
  return text === undefined ? [] : [[mark, text]]
}
