/** The text that a service asks a person to approve. See protocols §2, offer. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import { list, oneOf, record } from './json.ts'
import { plainText, plainTextFault, type PlainTextFault } from './plain-text.ts'

export type Language = 'da' | 'en'

export type DisplayLine = { readonly label?: string; readonly value: string }

/** Plain lines in the order in which they are shown; nothing in them is markup. */
export type Display = {
  readonly lang: Language
  readonly title?: string
  readonly lines: readonly DisplayLine[]
}

/** `line` counts from 0. */
export type DisplayRefusal =
  | { readonly kind: 'display-malformed' }
  | { readonly kind: 'too-many-lines' }
  | { readonly kind: 'title-refused'; readonly fault: PlainTextFault }
  | { readonly kind: 'label-refused'; readonly line: number; readonly fault: PlainTextFault }
  | { readonly kind: 'value-refused'; readonly line: number; readonly fault: PlainTextFault }

/** The most lines, and the most code points of each text. */
export const displayLimits = { lines: 12, title: 130, label: 40, value: 130 } as const

const line = record<DisplayLine>(
  { label: plainText(displayLimits.label), value: plainText(displayLimits.value) },
  ['label'],
)

export const readDisplay = record<Display>(
  {
    lang: oneOf('da', 'en'),
    title: plainText(displayLimits.title),
    lines: list(line, displayLimits.lines),
  },
  ['title'],
)

// The same shape with any text in it, to tell which text is the one that breaks a rule.
type Held = { readonly text: unknown }
type Outline = { readonly label?: Held; readonly value: Held }
const held = (text: unknown): Held => ({ text })
const outline = record<{ lang: Language; title?: Held; lines: readonly Outline[] }>(
  {
    lang: oneOf('da', 'en'),
    title: held,
    lines: list(record<Outline>({ label: held, value: held }, ['label']), 1000),
  },
  ['title'],
)

export const Display = {
  /** Every character is kept as it came; a text that breaks a rule is refused with the rule. */
  parse(value: unknown): Result<Display, DisplayRefusal> {
    const display = readDisplay(value)
    return display ? accept(display) : refuse(whyRefused(value))
  },

  /** `reference_text`: one line without a label. */
  ofReferenceText(lang: Language, text: unknown): Result<Display, DisplayRefusal> {
    return Display.parse({ lang, lines: [{ value: text }] })
  },

  /** Whether two displays are the same, letter by letter, as a service must compare them. */
  equal(one: Display, other: Display): boolean {
    return JSON.stringify(readDisplay(one)) === JSON.stringify(readDisplay(other))
  },
}

function whyRefused(value: unknown): DisplayRefusal {
  const parts = outline(value)
  if (!parts) return { kind: 'display-malformed' }
  if (parts.lines.length > displayLimits.lines) return { kind: 'too-many-lines' }
  const title = faultOf(parts.title, displayLimits.title)
  if (title) return { kind: 'title-refused', fault: title }
  for (const [at, part] of parts.lines.entries()) {
    const label = faultOf(part.label, displayLimits.label)
    if (label) return { kind: 'label-refused', line: at, fault: label }
    const fault = faultOf(part.value, displayLimits.value)
    if (fault) return { kind: 'value-refused', line: at, fault }
  }
  return { kind: 'display-malformed' }
}

function faultOf(part: Held | undefined, most: number): PlainTextFault | undefined {
  return part && plainTextFault(part.text, most)
}
