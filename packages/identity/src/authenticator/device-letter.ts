/** The letter that comes with a code device, or after it, and the code in it that activates the device. */
import type { Random } from '@open-mitid/kernel'
import type { Mac } from '../keys/index.ts'
import {
  LetterCode,
  letterCodeMac,
  LetterId,
  type IssuedLetterCode,
  type Letter,
  type LetterStyle,
} from '../letter/index.ts'
import type { OrderedDevice } from './code-device.ts'
import { SerialNumber } from './serial-number.ts'

type DrawnLetter = { readonly letter: Letter; readonly code: IssuedLetterCode }

/** The code itself stands in the letter alone. */
export async function drawDeviceLetter(
  { random, mac }: { readonly random: Random; readonly mac: Mac },
  letterKind: 'code-device' | 'device-code' | 'password-code',
  { id, person, kind }: Pick<OrderedDevice, 'id' | 'person' | 'kind'>,
  { serial, style }: { readonly serial: SerialNumber; readonly style: LetterStyle },
): Promise<DrawnLetter> {
  const code = LetterCode.make(random)
  const letter: Letter = {
    id: LetterId.make(random),
    person,
    // Who asks for the large digits that speak is written to in large print.
    style: { ...style, largePrint: style.largePrint || kind === 'audio-reader' },
    content: { kind: letterKind, device: kind, serial: SerialNumber.show(serial), code },
  }
  const codeMac = await letterCodeMac(mac, id, code)
  return {
    letter,
    code: {
      letter: letter.id,
      device: id,
      state: 'issued',
      mac: codeMac,
      tries: 0,
      until: undefined,
    },
  }
}
