/** `mitid make-keys`: the key file of a production installation. */
import { makeKeyFile, readKeyFile } from '../src/outbound/vault/index.ts'
import type { Command } from './command.ts'

export const makeKeysCommand: Command = {
  summary: 'makes the key file of an installation',
  usage: `

  Makes keys.json in the folder MITID_KEYS. Keep a copy in a safe place: without it nothing that
  is stored about people can be read. A sandbox makes its own at its first start.
  Answers {"folder"}.`,
  options: {},
  async run(_values, { config }) {
    const { keys: folder, environment } = await config()
    if (await readKeyFile(folder))
      return { ok: false, kind: 'keys-exist', sentence: `There are keys in ${folder} already.` }
    await makeKeyFile(folder, environment === 'production' ? 'production' : 'development')
    return { ok: true, json: { folder }, lines: [`The keys are in ${folder}. Keep a copy.`] }
  },
}
