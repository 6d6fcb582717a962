/** One letter is set, printed and handed over. A print service that is away holds up no channel. */
import { letterLife } from './letter-code.ts'
import type { LetterId } from './letter.ts'
import type { Letters, PrintService, SetLetter } from './letters.ts'

/** Throws where the print service did not take it: it is printed anew, with a new date, later. */
export function printLetter(ports: {
  letters: Letters
  setLetter: SetLetter
  printService: PrintService
}): (id: LetterId) => Promise<void> {
  return async (id) => {
    const letter = await ports.letters.print(id, letterLife)
    if (!letter) return
    const { title, pdf } = await ports.setLetter(letter)
    await ports.printService.print({ id, recipient: letter.name, title, pdf })
    await ports.letters.handOver({ id })
  }
}

const batch = 100

/** Makes jobs of all letters that wait. */
export async function takeLetters(letters: Letters): Promise<void> {
  while ((await letters.take(batch)) === batch);
}
