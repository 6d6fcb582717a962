/** A house in which every evaluation of a PIN is seen, with a new person and app as often as wanted. */
import { createECDH } from 'node:crypto'
import { folderStore } from '../../apps/phone/command/folder-store.ts'
import { openMemory } from '../../apps/phone/src/core/memory.ts'
import { openHouse, type App } from './house.ts'

export async function openCountingHouse() {
  let people = 0
  /** What the PIN server was asked to evaluate. */
  const begun: string[] = []
  const house = await openHouse({
    watch: (server) => ({
      ...server,
      begin(...asked) {
        begun.push(asked[0])
        return server.begin(...asked)
      },
    }),
  })
  const newPerson = () => {
    people += 1
    return house.newPerson(`person.${String(people)}`)
  }
  const newApp = async () => house.activate(await newPerson())
  const wrongPin = '258147'
  const memoryOf = async ({ folder, id }: Pick<App, 'folder' | 'id'>) => {
    const stored = await folderStore(folder).read(id)
    if (!stored) throw new Error('the app has forgotten its profile')
    return openMemory(stored)
  }
  const rowOf = async ({ folder, id }: App) => {
    const memory = await memoryOf({ folder, id })
    const profile = 'profile' in memory ? memory.profile : ''
    const rows = await house.sql.query<{ pin_tries: number; state: string }>(
      'select pin_tries, state from mitid.profile where id = $1',
      [profile],
    )
    const [row] = rows
    if (!row) throw new Error('the server has forgotten the profile')
    return row
  }
  /** Every value of every table: text as it is, bytes in hexadecimal. */
  const everything = async () => house.sql.snapshot(await house.sql.tables())

  /** SEC 1 §3.2.1: of the scalar; 32 random bytes are one, but for one in 2^32. */
  const publicPoint = (hex: string) => {
    const pair = createECDH('prime256v1')
    pair.setPrivateKey(hex, 'hex')
    return pair.getPublicKey()
  }
  return { house, begun, wrongPin, newPerson, newApp, memoryOf, rowOf, everything, publicPoint }
}
