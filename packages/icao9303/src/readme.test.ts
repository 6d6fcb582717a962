/** The example of the README is compiled and run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileIdentifiers, type DataGroupNumber } from './lds/data-group.ts'
import {
  makeAuthority,
  makeDocumentSigner,
  masterListUsage,
  signDocument,
  signMasterList,
} from './testing/country.ts'
import { emulateChip } from './testing/emulated-chip.ts'
import { dg1File, passportZone, specimen } from './testing/files.ts'
import { readHolder, trust } from './testing/readme-example.ts'
import { seededRandom } from './testing/seeded-random.ts'

const random = seededRandom(31)
const now = new Date('2026-11-22T10:00:00Z')
const authority = makeAuthority(random)
const dataGroups = new Map<DataGroupNumber, Uint8Array>([[1, dg1File(passportZone(specimen))]])

it('the README shows the example as it is', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  const example = readFileSync(join(import.meta.dirname, 'testing/readme-example.ts'), 'utf8')
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`)
})

it('the example reads the holder of a document that is genuine, and reports on one that is not', async () => {
  const publisher = makeDocumentSigner(authority, random, { extensions: [masterListUsage] })
  const list = signMasterList(publisher, [authority.certificate])
  const store = trust(list, authority.certificate, now)
  const read = (issuer: typeof authority) => {
    const sod = signDocument(makeDocumentSigner(issuer, random), dataGroups)
    const files = new Map<number, Uint8Array>([
      [fileIdentifiers.sod, sod],
      ...[...dataGroups].map(
        ([number, bytes]) => [fileIdentifiers.dataGroup(number), bytes] as const,
      ),
    ])
    const chip = emulateChip({ fields: specimen, files, random, extendedLength: true })
    return readHolder(chip, specimen, store, random, now)
  }
  expect(await read(authority)).toMatchObject({
    holder: { name: { primary: 'ERIKSSON', secondary: 'ANNA MARIA' } },
    born: '1974-08-12',
  })
  expect(await read(makeAuthority(random))).toHaveProperty('checks')
})
