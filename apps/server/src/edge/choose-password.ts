/** A password that is chosen on a page of ours: shown where wished, and rated while it is typed. */
import { Password, type PasswordRefusal, type PasswordStrength } from '@open-mitid/protocol'

export type RatingWords = {
  readonly refused: Readonly<Record<PasswordRefusal['kind'], string>>
  readonly strength: Readonly<Record<PasswordStrength, string>>
}

export function showWhileTyping(
  shown: HTMLInputElement | null,
  field: HTMLInputElement | null,
): void {
  shown?.addEventListener('change', () => {
    if (field) field.type = shown.checked ? 'text' : 'password'
  })
}

/** `userId` is the one that the password will be for. */
export function rateWhileTyping(
  line: HTMLElement | null,
  field: HTMLInputElement | null,
  userId: () => string,
  words: RatingWords,
): void {
  if (!line || !field) return
  field.addEventListener('input', () => {
    const read = Password.parse(field.value, userId())
    const strength = Password.strength(field.value)
    line.textContent = field.value === '' ? '' : textOf(read, strength, words)
    line.dataset['strength'] = read.ok ? strength : 'refused'
  })
}

function textOf(
  read: ReturnType<typeof Password.parse>,
  strength: PasswordStrength,
  words: RatingWords,
): string {
  return read.ok ? words.strength[strength] : words.refused[read.refusal.kind]
}
