/** The key vault of an installation that keeps its keys in a file. */
import { localKeyVault, type KeyVault } from '@open-mitid/postgres'
import { KeyFileError, makeKeyFile, readKeyFile } from './key-file.ts'

export type OpenLocalKeyVault = {
  readonly folder: string
  readonly environment: 'production' | 'sandbox' | 'test'
}

/** Throws a `KeyFileError` where production would run on no keys, or on those of a sandbox. */
export async function openLocalKeyVault({
  folder,
  environment,
}: OpenLocalKeyVault): Promise<KeyVault> {
  const found = await readKeyFile(folder)
  if (environment !== 'production')
    return localKeyVault(found ?? (await makeKeyFile(folder, 'development')))
  if (!found)
    throw new KeyFileError(
      `There are no keys in ${folder}. Make them once, with "mitid make-keys", and keep a copy.`,
    )
  if (found.madeFor !== 'production')
    throw new KeyFileError(`The keys in ${folder} were made for development.`)
  return localKeyVault(found)
}
