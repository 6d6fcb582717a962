/** Approval texts as RFC 9396 `authorization_details` of our own type, and as `reference_text`. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import {
  Display,
  type ApprovalKind,
  type DisplayRefusal,
  type Language,
} from '@open-mitid/protocol'
import { z } from 'zod'

export const approvalType = 'mitid_approval'

/** What a person is asked to decide, in the service's own words. */
export type Asked = { readonly kind: ApprovalKind; readonly display: Display }

/** `why` goes to the service as `error_description`: ASCII, and nothing of what was sent. */
export type DetailsRefusal = { readonly why: string }

const Detail = z.strictObject({
  type: z.literal(approvalType),
  action: z.enum(['approve', 'confirm', 'accept', 'sign']),
  title: z.string().optional(),
  lines: z.array(z.strictObject({ label: z.string().optional(), value: z.string() })).optional(),
  instructed_amount: z
    .strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/u),
      amount: z.string().regex(/^\d{1,15}(\.\d{1,3})?$/u),
    })
    .optional(),
  creditor: z
    .strictObject({ name: z.string().optional(), account: z.string().optional() })
    .optional(),
})
export type ApprovalDetail = z.infer<typeof Detail>

const labels = {
  da: { amount: 'Beløb', name: 'Modtager', account: 'Konto' },
  en: { amount: 'Amount', name: 'Recipient', account: 'Account' },
} as const satisfies Record<Language, unknown>

/** Reads the parameter's JSON text. There is one approval a sign-in, so there is one detail. */
export function readDetails(text: string): Result<ApprovalDetail, DetailsRefusal> {
  const details = parseJson(text)
  if (!Array.isArray(details) || details.length !== 1)
    return refuse({ why: 'authorization_details must be a JSON array with one object' })
  const detail: unknown = details[0]
  const { type, documents } = (detail ?? {}) as { type?: unknown; documents?: unknown }
  if (type !== approvalType) return refuse({ why: `the only supported type is ${approvalType}` })
  if (documents !== undefined) return refuse({ why: 'documents are not supported yet' })
  const read = Detail.safeParse(detail)
  return read.success ? accept(read.data) : refuse({ why: whereWrong(read.error) })
}

/**
 * The text of a detail: the title and lines byte for byte, then the amount and the creditor as
 * lines of their own (`DKK 2300.00`, so that the service can tell them beforehand).
 */
export function askDetail(detail: ApprovalDetail, lang: Language): Result<Asked, DetailsRefusal> {
  const { action, title, lines = [], instructed_amount: amount, creditor } = detail
  const label = labels[lang]
  const all = [
    ...lines,
    ...(amount ? [{ label: label.amount, value: `${amount.currency} ${amount.amount}` }] : []),
    ...(creditor?.name === undefined ? [] : [{ label: label.name, value: creditor.name }]),
    ...(creditor?.account === undefined ? [] : [{ label: label.account, value: creditor.account }]),
  ]
  if (title === undefined && all.length === 0)
    return refuse({ why: 'an approval needs a title or a line' })
  const display = Display.parse({ lang, ...(title === undefined ? {} : { title }), lines: all })
  if (!display.ok) return refuse({ why: whyNotShown(display.refusal) })
  return accept({ kind: action, display: display.value })
}

/** `reference_text`: one line, approved with "approve". */
export function askReferenceText(text: string, lang: Language): Result<Asked, DetailsRefusal> {
  const display = Display.ofReferenceText(lang, text)
  if (!display.ok) return refuse({ why: whyNotShown(display.refusal) })
  return accept({ kind: 'approve', display: display.value })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function whereWrong(error: z.ZodError): string {
  const issue = error.issues[0]
  const path = issue?.path.join('.') ?? ''
  if (issue?.code === 'unrecognized_keys')
    return `${path ? `${path} has` : 'there is'} an unknown member`
  return `${path || 'the object'} is missing or malformed`
}

/** The place and the rule, never the text itself. */
function whyNotShown(refusal: DisplayRefusal): string {
  switch (refusal.kind) {
    case 'display-malformed':
      return 'the text is malformed'
    case 'too-many-lines':
      return 'there are too many lines'
    case 'title-refused':
      return `the title is refused: ${refusal.fault}`
    case 'label-refused':
      return `the label of line ${String(refusal.line + 1)} is refused: ${refusal.fault}`
    case 'value-refused':
      return `the value of line ${String(refusal.line + 1)} is refused: ${refusal.fault}`
  }
}
