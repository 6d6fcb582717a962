/** The register itself: everybody in it, and what was changed by hand since. */
import { keepIn } from '@open-mitid/ui/site'
import { z } from 'zod'
import { Entry, wholeName } from './entry.ts'
import { isSameName } from './machine-name.ts'

/** One question that the register was asked. */
export type LookUp = {
  readonly at: Date
  readonly by: 'number' | 'name'
  /** Whom the answer was about. */
  readonly found: readonly string[]
}

export type Register = {
  /** By last name. */
  readonly everybody: () => readonly Entry[]
  readonly find: (cpr: string) => Entry | undefined
  readonly findByName: (name: string, birthDate: string) => readonly Entry[]
  readonly change: (entry: Entry) => void
  /** As the person was at first. */
  readonly restore: (cpr: string) => void
  readonly isChanged: (cpr: string) => boolean
  readonly noteLookUp: (lookUp: LookUp) => void
  /** Newest first. */
  readonly lookUps: (cpr: string) => readonly LookUp[]
}

export type RegisterOptions = {
  readonly entries: readonly Entry[]
  /** What is changed by hand survives a restart only where this is given. */
  readonly folder: string | undefined
}

const mostLookUps = 500
const danish = new Intl.Collator('da')

export function openRegister({ entries, folder }: RegisterOptions): Register {
  const first = new Map(entries.map((entry) => [entry.cpr, entry]))
  const Changes = z.record(z.string(), Entry)
  const kept = keepIn({
    folder,
    name: 'changes.json',
    parse: (value) => Changes.parse(value),
    first: {},
  })
  let lookUps: readonly LookUp[] = []
  const find = (cpr: string) => (first.has(cpr) ? (kept.read()[cpr] ?? first.get(cpr)) : undefined)
  const everybody = () =>
    [...first.keys()]
      .map(find)
      .filter((entry) => entry !== undefined)
      .toSorted((one, other) => danish.compare(one.lastName, other.lastName))
  return {
    everybody,
    find,
    findByName: (name, birthDate) =>
      everybody().filter(
        (entry) => entry.birthDate === birthDate && isSameName(wholeName(entry), name),
      ),
    change(entry) {
      if (first.has(entry.cpr)) kept.write({ ...kept.read(), [entry.cpr]: entry })
    },
    restore(cpr) {
      const { [cpr]: _changed, ...others } = kept.read()
      kept.write(others)
    },
    isChanged: (cpr) => cpr in kept.read(),
    noteLookUp(lookUp) {
      lookUps = [lookUp, ...lookUps].slice(0, mostLookUps)
    },
    lookUps: (cpr) => lookUps.filter(({ found }) => found.includes(cpr)),
  }
}
