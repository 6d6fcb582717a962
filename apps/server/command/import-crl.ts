/** `mitid import-crl`: the signers that a state has revoked. */
import { readFile } from 'node:fs/promises'
import { importRevocationList } from '@open-mitid/identity/enrolment'
import { postgresTrustLists } from '@open-mitid/postgres'
import { certificateBytes, fileOf } from './certificate-file.ts'
import { refused, type Command } from './command.ts'

export const importCrlCommand: Command = {
  summary: 'takes a state’s list of revoked signers',
  usage: `FILE

  FILE   the certificate revocation list, in DER or PEM; an authority of an imported master list
         must have signed it

  Takes the place of the list that the same authority gave before, unless that is newer.
  Answers {"country", "revoked", "next_update"}.`,
  options: {},
  takesFile: true,
  async run(values, { open, random }) {
    const list = certificateBytes(await readFile(fileOf(values)))
    const { db, vault } = await open()
    const trustLists = postgresTrustLists(db, vault)
    const imported = await importRevocationList({ trustLists, random })({ list })
    if (!imported.ok) return refused(sentences, imported.refusal)
    const { country, revoked, nextUpdate } = imported.value
    return {
      ok: true,
      json: { country, revoked, next_update: nextUpdate ?? null },
      lines: [`${country}: ${String(revoked)} revoked certificates.`],
    }
  },
}

const sentences = {
  'list-malformed': 'The file is no certificate revocation list (RFC 5280 §5).',
  'issuer-untrusted': 'No authority of an imported master list has signed it.',
  older: 'A newer list of this authority is here; an old one would bring revoked signers back.',
  busy: 'The lists were changed at the same time; try again.',
}
