/** `KeyVault` with its keys in this process's memory, where there is no hardware module. */
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Bytes } from '@open-mitid/kernel'
import type { MacPurpose } from '@open-mitid/identity/keys'
import type { KeyVault } from './key-vault.ts'
import { DataKey, seal, unseal, type Place } from './seal.ts'

export type LocalKeys = {
  readonly madeFor: 'production' | 'development'
  /** Wraps data keys; 32 bytes. */
  readonly master: Bytes
  /** From it comes one MAC key a purpose; 32 bytes. */
  readonly mac: Bytes
}

export function localKeyVault({ master, mac, madeFor }: LocalKeys): KeyVault {
  const wrapping = DataKey.of(master)
  const macKeys = new Map<MacPurpose, KeyObject>()
  const macKey = (purpose: MacPurpose) => {
    const known = macKeys.get(purpose)
    if (known) return known
    const bytes = hkdfSync('sha256', mac, new Uint8Array(0), `mitid/mac/v1/${purpose}`, 32)
    const made = createSecretKey(new Uint8Array(bytes))
    macKeys.set(purpose, made)
    return made
  }
  const place = (row: string): Place => ({ table: 'key-vault', column: 'data-key', row })
  return {
    madeForDevelopment: madeFor === 'development',
    wrap: (dataKey, associated) => Promise.resolve(seal(wrapping, place(associated), dataKey)),
    // A promise, not an exception, also where the ciphertext is somebody else's.
    unwrap: (wrapped, associated) =>
      Promise.resolve().then(() => unseal(wrapping, place(associated), wrapped)),
    mac: (purpose, bytes) =>
      Promise.resolve(
        Uint8Array.from(createHmac('sha256', macKey(purpose)).update(bytes).digest()),
      ),
  }
}
