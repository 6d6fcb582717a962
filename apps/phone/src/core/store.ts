import type { Bytes } from '@open-mitid/kernel'

/** One profile as it lies in the store: keys as the platform keeps them, all else sealed. */
export type StoredProfile = {
  /** The store's own name for the record; says nothing about the person or the profile. */
  readonly id: string
  /** The device key `dk`, ECDSA P-256 (protocols §1). */
  readonly deviceKey: CryptoKeyPair
  /** Seals `memory`, AES-256-GCM. */
  readonly sealKey: CryptoKey
  readonly memory: { readonly iv: Bytes; readonly sealed: Bytes }
}

/**
 * What an app installation keeps. A write has reached the disk before it answers, so that a call
 * that was sent is never forgotten (protocols §2, app proof).
 */
export type PhoneStore = {
  /** Whether the platform can only keep keys that can be read out (a folder, for tests). */
  readonly extractableKeys: boolean
  list(): Promise<readonly StoredProfile[]>
  read(id: string): Promise<StoredProfile | undefined>
  write(profile: StoredProfile): Promise<void>
  remove(id: string): Promise<void>
  /** Runs `work` while nobody else, also in another window or process, runs under this name. */
  alone<Value>(name: string, work: () => Promise<Value>): Promise<Value>
}
