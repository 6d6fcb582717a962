/** Everything that the audio code reader can say: a word or a sentence at a time, by its name. */
import { wording, type Language } from '@open-mitid/ui/wording'

export const said = wording({
  da: {
    '0': 'nul',
    '1': 'en',
    '2': 'to',
    '3': 'tre',
    '4': 'fire',
    '5': 'fem',
    '6': 'seks',
    '7': 'syv',
    '8': 'otte',
    '9': 'ni',
    code: 'Koden er',
    again: 'Jeg gentager',
    volume: 'Lydstyrke',
    serial: 'Serienummeret er',
    press: 'Tryk på tast et for at få en kode',
    fault: 'Jeg kan ikke lave en kode lige nu. Prøv igen om lidt',
  },
  en: {
    '0': 'zero',
    '1': 'one',
    '2': 'two',
    '3': 'three',
    '4': 'four',
    '5': 'five',
    '6': 'six',
    '7': 'seven',
    '8': 'eight',
    '9': 'nine',
    code: 'The code is',
    again: 'I repeat',
    volume: 'Volume',
    serial: 'The serial number is',
    press: 'Press key one to get a code',
    fault: 'I cannot make a code right now. Try again in a moment',
  },
})

export type Saying = keyof (typeof said)['da']

/** The digits of a text, each as something to say. */
export function digitsOf(text: string): readonly Saying[] {
  return [...text].filter((letter): letter is Saying => /^\d$/u.test(letter))
}

/** Where the recorded sound of it lies. */
export function soundPath(language: Language, saying: Saying): string {
  return `sound/${language}/${saying}.wav`
}
