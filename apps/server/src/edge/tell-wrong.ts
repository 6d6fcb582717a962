/**
 * What is wrong on a page that its script keeps, told as the server's own pages tell it: a summary
 * that takes the focus and leads to the field, and the field marked.
 */
const markedClass = 'field-wrong'
const toldId = 'wrong-told'

export type Wrong = {
  readonly text: string
  /** Undefined where it is no answer's fault. */
  readonly field?: HTMLInputElement | null | undefined
}

/** `summary` holds one paragraph for the words; without anything wrong both are as they were. */
export function tellWrong(summary: HTMLElement | null, wrong: Wrong | undefined): void {
  const told = summary?.querySelector('p')
  if (!summary || !told) return
  for (const marked of document.querySelectorAll<HTMLElement>(`.${markedClass}`)) unmark(marked)
  summary.hidden = wrong === undefined
  told.id = toldId
  told.replaceChildren(...(wrong ? [wordsOf(wrong)] : []))
  if (!wrong) return
  if (wrong.field) mark(wrong.field)
  summary.focus()
}

function wordsOf({ text, field }: Wrong): Node | string {
  if (!field) return text
  const link = document.createElement('a')
  link.href = `#${field.id}`
  link.textContent = text
  return link
}

function mark(field: HTMLInputElement): void {
  field.closest('.field')?.classList.add(markedClass)
  field.setAttribute('aria-invalid', 'true')
  field.setAttribute('aria-describedby', [...described(field), toldId].join(' '))
}

function unmark(marked: HTMLElement): void {
  marked.classList.remove(markedClass)
  const field = marked.querySelector('input')
  if (!field) return
  field.removeAttribute('aria-invalid')
  const rest = described(field)
  if (rest.length > 0) field.setAttribute('aria-describedby', rest.join(' '))
  else field.removeAttribute('aria-describedby')
}

function described(field: HTMLInputElement): string[] {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.filter((id) => id !== '' && id !== toldId)
}
