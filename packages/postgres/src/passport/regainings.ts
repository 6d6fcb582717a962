/** `Regainings` on PostgreSQL. */
import { sql } from 'kysely'
import type { Activation, ProfileId } from '@open-mitid/identity/authenticator'
import type { PassportProof, RegainingProof, Regainings } from '@open-mitid/identity/enrolment'
import type { Bytes, Instant } from '@open-mitid/kernel'
import {
  activationOf,
  activationPart,
  findCaller,
  findUnfinished,
  newActivationPart,
  openCaller,
  turnParts,
} from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { postgresPersons } from '../person/index.ts'
import { sha256 } from '../sha256.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import {
  findPassportProof,
  openPassportProof,
  passportProofPart,
  type PassportProofRow,
} from './passport-proofs.ts'

const findApps = statement<{ person: string }, { id: ProfileId; activated_at: Instant }>(
  'find-active-apps',
  (p) => sql`
    select id, created_at as activated_at from mitid.profile
    where person_id = ${p.person} and state = 'active' order by created_at, id
  `,
)
const findKey = statement<{ person: string }, { wrapped_key: Bytes }>(
  'find-key-for-regaining',
  (p) => sql`select wrapped_key from mitid.person where id = ${p.person}`,
)
const findActivation = statement<{ id: string }, { state: Activation['state'] }>(
  'find-activation-of-proof',
  (p) => sql`select state from mitid.activation where id = ${p.id}`,
)
/** What its PIN hung on is gone with it. */
const closeApp = statement<{ id: string; person: string }>(
  'close-app',
  (p) => sql`
    update mitid.profile set state = 'suspended', suspended_for = 'person', pin_record = null,
      pin_login = null, pin_login_until = null, pin_draw_nonce = null, pin_draw_for = null,
      opened_until = null
    where id = ${p.id} and person_id = ${p.person} and state = 'active'
  `,
)

export function postgresRegainings(db: Database, vault: Vault): Regainings {
  const persons = postgresPersons(db, vault)
  const findProof = async (token: string) => {
    const row = await db.first(findPassportProof, { token: sha256(token) })
    const proof = row && openPassportProof(vault, row)
    return row && isRegaining(proof) ? { row, proof } : undefined
  }

  return {
    async find(token) {
      const proved = await findProof(token)
      if (!proved) return undefined
      const { row, proof } = proved
      const id = { person: proof.person }
      const [found, keyRow] = [
        await persons.find({ id: proof.person }),
        await db.first(findKey, id),
      ]
      if (!found || !keyRow) return undefined
      const { person, chain, now } = found
      const apps = await db.rows(findApps, id)
      const unfinished = await db.rows(findUnfinished, id)
      const gave = proof.gave && (await db.first(findActivation, { id: proof.gave }))
      return {
        now,
        proof,
        person,
        chain,
        apps: apps.map((app) => ({ profile: app.id, activatedAt: app.activated_at })),
        unfinished: unfinished.map(activationOf),
        gave: gave?.state,
        async write({ events, to, closed, activation }) {
          const key = await vault.personKey(person.id, keyRow.wrapped_key)
          const written = await together(db, [
            ...ledgerParts(events, key),
            ...(closed ? [part(closeApp, { id: closed, person: person.id })] : []),
            ...unfinished.flatMap((old) => {
              const end = activation?.ended.find((each) => each.id === old.activation_id)
              return end ? [activationPart(old, end)] : []
            }),
            ...(activation ? [newActivationPart(activation.issued, activation.codeMac)] : []),
            ...(to ? [await proofPart(row, to)] : []),
          ])
          return written.ok
        },
      }
    },

    async visit(profile, token) {
      const row = await db.first(findCaller, { id: profile })
      if (!row) return undefined
      const opened = await openCaller(vault, row)
      const proved = await findProof(token)
      return {
        caller: opened.caller,
        proof: proved?.proof,
        async write(turn, to) {
          const moved = to && proved ? [await proofPart(proved.row, to)] : []
          return (await together(db, [...turnParts(opened, turn), ...moved])).ok
        },
      }
    },
  }

  function proofPart({ version }: PassportProofRow, to: PassportProof) {
    return passportProofPart(vault, version, to)
  }
}

function isRegaining(proof: PassportProof | undefined): proof is RegainingProof {
  return proof?.state === 'proved' && proof.purpose === 'again' && proof.person !== undefined
}
