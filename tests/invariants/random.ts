/** Bytes that no test can foresee. */
import type { Bytes } from '@open-mitid/kernel'

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
