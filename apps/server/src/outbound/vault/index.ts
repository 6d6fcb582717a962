export { KeyFileError, makeKeyFile, readKeyFile } from './key-file.ts'
export { openLocalKeyVault } from './local-key-vault.ts'
