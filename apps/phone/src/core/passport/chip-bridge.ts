/** A passport's chip through the native shell around the app (docs/passport.md#native-shells). */
import type { Shell } from '../shell/shell.ts'
import type { ShellReason } from '../shell/shell-message.ts'
import { NoChip, type ChipReader, type NoChipCode } from './chip-reader.ts'

/** Undefined in a browser, and on a phone that reaches no chips. */
export function chipBridge(shell: Shell | undefined): ChipReader | undefined {
  if (!shell?.offers.has('chips')) return undefined
  return {
    async connect() {
      const connected = await shell.ask({ do: 'connect' })
      if (connected.is !== 'connected')
        throw new NoChip(connected.is === 'no' ? why[connected.reason] : 'no-chip')
      const { connection, extendedLength } = connected
      return {
        extendedLength,
        async transceive(command) {
          const answer = await shell.ask({ do: 'transceive', connection, command })
          if (answer.is !== 'response') throw new Error('no chip answers')
          return answer.response
        },
      }
    },
  }
}

const why: Readonly<Record<ShellReason, NoChipCode>> = {
  'no-chip': 'no-chip',
  'nfc-off': 'nfc-off',
  'no-passport': 'no-passport',
  'chip-lost': 'no-chip',
  'not-saved': 'no-chip',
  refused: 'no-chip',
}
