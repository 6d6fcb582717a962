/** An eID and a register that know whom a test tells them of, and go away or refuse when it says so. */
import type { IdentityRegister, OlderEid, RegisteredPerson } from '@open-mitid/identity/enrolment'
import type { BirthDate, CprNumber, PersonName } from '@open-mitid/identity/person'
import { accept, Instant, refuse } from '@open-mitid/kernel'

export const rightKey = '123456'

export type Outside = {
  readonly olderEid: OlderEid
  readonly register: IdentityRegister
  /** What happens to them from now on. */
  readonly world: { eid: 'up' | 'down'; register: 'up' | 'down'; approved: boolean }
  /** Somebody whom both know, under that user ID of the eID; the password is `right`. */
  readonly know: (userId: string, change?: Partial<RegisteredPerson>) => RegisteredPerson
}

const away = { kind: 'unavailable', cause: 'unreachable' } as const

export function openOutside(): Outside {
  const world: Outside['world'] = { eid: 'up', register: 'up', approved: false }
  const people = new Map<string, RegisteredPerson>()
  const asked = new Map<string, string>()
  const holderOf = (id: string, way: 'card' | 'app') => {
    const person = people.get(asked.get(id) ?? '')
    if (!person) return refuse({ kind: 'prompt-over' })
    const { cpr, name } = person
    const provedAt = Instant.of(Date.now() / 1000)
    return accept({ way, cpr, name, provedAt, assertion: `statement ${id}` })
  }
  return {
    world,
    know(userId, change = {}) {
      const person: RegisteredPerson = {
        cpr: `61019${String(10_000 + people.size)}` as CprNumber,
        name: 'Asta Østergård' as PersonName,
        birthDate: '1990-01-01' as BirthDate,
        status: 'resident',
        address: ['Algade 7, 2. th', '4000 Roskilde'],
        protected: false,
        ...change,
      }
      people.set(userId, person)
      return person
    },
    olderEid: {
      begin({ way, userId, password }) {
        if (world.eid === 'down') return Promise.resolve(refuse(away))
        if (!people.has(userId) || password !== 'right')
          return Promise.resolve(refuse({ kind: 'credentials-wrong' }))
        const id = crypto.randomUUID()
        asked.set(id, userId)
        const known = { id, nonce: 'n', expiresAt: Instant.of(Date.now() / 1000 + 300) }
        const prompt =
          way === 'card'
            ? ({ ...known, way, card: 'D 417-220-946', number: '0042' } as const)
            : ({ ...known, way, reference: 'K7M2' } as const)
        return Promise.resolve(accept(prompt))
      },
      answer({ id }, key) {
        if (world.eid === 'down') return Promise.resolve(refuse(away))
        const right = key === rightKey
        return Promise.resolve(right ? holderOf(id, 'card') : refuse({ kind: 'key-wrong' }))
      },
      read({ id }) {
        if (world.eid === 'down') return Promise.resolve(refuse(away))
        return Promise.resolve(world.approved ? holderOf(id, 'app') : accept('waiting'))
      },
      abandon({ id }) {
        asked.delete(id)
        return Promise.resolve()
      },
    },
    register: {
      find({ cpr }) {
        if (world.register === 'down') return Promise.resolve(refuse(away))
        const person = [...people.values()].find((each) => each.cpr === cpr)
        return Promise.resolve(person ? accept(person) : refuse({ kind: 'person-unknown' }))
      },
      findByName: () => Promise.resolve(refuse({ kind: 'person-unknown' })),
    },
  }
}
