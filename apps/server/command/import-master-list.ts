/** `mitid import-master-list`: the authorities of travel documents that a state vouches for. */
import { readFile } from 'node:fs/promises'
import { importMasterList } from '@open-mitid/identity/enrolment'
import { postgresTrustLists } from '@open-mitid/postgres'
import { certificateBytes, fileOf } from './certificate-file.ts'
import { needed, refused, type Command } from './command.ts'

export const importMasterListCommand: Command = {
  summary: 'trusts the authorities of a master list (ICAO 9303-12)',
  usage: `FILE --publisher CERTIFICATE

  FILE         the master list as its publisher hands it out (CMS, .ml)
  --publisher  the certificate of the publishing state's authority, in DER or PEM: got from
               somewhere else than the list, since it is what the list is believed by

  Takes the place of the list that the same publisher gave before. A list with a test country is
  refused in production. Answers {"authorities", "unreadable", "countries"}.`,
  options: { publisher: { type: 'string' } },
  takesFile: true,
  async run(values, { open, random }) {
    const list = Uint8Array.from(await readFile(fileOf(values)))
    const publisher = certificateBytes(await readFile(needed(values, 'publisher')))
    const { config, db, vault } = await open()
    const testCountries = config.environment === 'production' ? 'refused' : 'trusted'
    const trustLists = postgresTrustLists(db, vault)
    const use = importMasterList({ trustLists, random, testCountries })
    const imported = await use({ list, publisher })
    if (!imported.ok) return refused(sentences, imported.refusal)
    const { authorities, unreadable, countries } = imported.value
    return {
      ok: true,
      json: { authorities, unreadable, countries },
      lines: [
        `${String(authorities)} authorities of ${String(countries.length)} countries are trusted.`,
        ...(unreadable > 0 ? [`${String(unreadable)} entries could not be read.`] : []),
      ],
    }
  },
}

const sentences = {
  'publisher-malformed': 'The publisher is no certificate that is signed with its own key.',
  'list-malformed': 'The file is no master list (ICAO 9303-12 §9).',
  'signature-wrong': 'The signature of the list is wrong: it was changed after it was signed.',
  'signer-untrusted':
    'The list is not signed on behalf of this publisher, or its signer is not valid today.',
  empty: 'The list names no authority.',
  'test-country': 'The list names Utopia, the test country of ICAO; production does not trust it.',
  busy: 'The lists were changed at the same time; try again.',
}
