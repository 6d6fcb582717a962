export type { KeyVault } from './key-vault.ts'
export { localKeyVault, type LocalKeys } from './local-key-vault.ts'
export { DataKey, seal, unseal, unsealText, type Place } from './seal.ts'
export { installationSecret, openVault, type Vault } from './vault.ts'
