/** `Activations` on PostgreSQL. */
import { sql } from 'kysely'
import type { Activations, FoundByCode } from '@open-mitid/identity/authenticator'
import { userIdIndex, type AssuranceLevel, type PersonId } from '@open-mitid/identity/person'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { letterPart, styleColumns, styleOf, type StyleRow } from '../letter/index.ts'
import { codeMessagePart } from '../notice/index.ts'
import { openContact, openPersonal, type ContactRow } from '../person/index.ts'
import { statement } from '../statement.ts'
import { together } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import {
  activationColumns,
  activationOf,
  activationPart,
  newActivationPart,
  type ActivationRow,
} from './activation-row.ts'
import { callerColumns, callerSource, openCaller, type CallerRow } from './caller-row.ts'
import { findCaller } from './profiles.ts'
import { firstTurnParts, turnParts } from './turn-parts.ts'

type HolderRow = {
  now: Instant
  id: PersonId
  state: 'active' | 'blocked'
  ial: AssuranceLevel
  user_id_index: Bytes
  wrapped_key: Bytes
  n: number
  head: Bytes
}
type ActiveApps = { active_apps: number }

const holderColumns = sql`mitid.now() as now, person.id, person.state, person.ial,
  person.user_id_index, person.wrapped_key, chain.n, chain.head`
const activeApps = sql`(
  select count(*) from mitid.profile as app where app.person_id = person.id
    and app.state = 'active') as active_apps`

const findHolder = statement<
  { id: string | null; index: Bytes | null },
  HolderRow & ActiveApps & StyleRow & { addressed: boolean }
>(
  'find-holder',
  (p) => sql`
    select ${holderColumns}, ${activeApps}, ${styleColumns}, person.address is not null as addressed
    from mitid.person join mitid.chain on chain.subject = person.id
    where person.id = ${p.id} or person.user_id_index = ${p.index}
  `,
)
const findContacts = statement<{ person: string }, ContactRow>(
  'find-contacts-for-codes',
  (p) => sql`
    select id, channel, sealed, in_proofing, verified_at, changed_at from mitid.contact
    where person_id = ${p.person} and replaced_at is null
  `,
)
export const findUnfinished = statement<{ person: string }, ActivationRow>(
  'find-unfinished-activations',
  (p) => sql`
    select ${activationColumns} from mitid.activation
    where person_id = ${p.person} and state in ('issued', 'opened', 'confirmed')
  `,
)
const findByCode = statement<
  { mac: Bytes },
  ActivationRow & HolderRow & StyleRow & { addressed: boolean }
>(
  'find-activation-by-code',
  (p) => sql`
    select ${activationColumns}, ${holderColumns}, ${styleColumns},
      person.address is not null as addressed
    from mitid.activation
    join mitid.person on person.id = activation.person_id
    join mitid.chain on chain.subject = person.id
    where activation.code_mac = ${p.mac}
  `,
)
const findAttempt = statement<
  { profile: string },
  ActivationRow & CallerRow & ActiveApps & { name: Bytes }
>(
  'find-activation-attempt',
  (p) => sql`
    select ${activationColumns}, ${callerColumns}, ${activeApps}, person.name
    from ${callerSource} join mitid.activation on activation.profile_id = profile.id
    where profile.id = ${p.profile}
  `,
)

export function postgresActivations(db: Database, vault: Vault): Activations {
  const contactsOf = async (row: HolderRow) => {
    const key = await vault.personKey(row.id, row.wrapped_key)
    const contacts = await db.rows(findContacts, { person: row.id })
    return { key, contacts: contacts.map((contact) => openContact(key, contact)) }
  }

  return {
    async findForIssue(by) {
      const row = await db.first(findHolder, {
        id: 'id' in by ? by.id : null,
        index: 'userId' in by ? await userIdIndex(vault.mac, by.userId) : null,
      })
      if (!row) return undefined
      const { key, contacts } = await contactsOf(row)
      const unfinished = await db.rows(findUnfinished, { person: row.id })
      return {
        ...holderOf(row),
        contacts,
        activeApps: row.active_apps,
        addressed: row.addressed,
        letterStyle: styleOf(row),
        unfinished: unfinished.map(activationOf),
        async write({ activation, codeMac, ended, events, letter }) {
          const written = await together(db, [
            ...ledgerParts(events, key),
            ...unfinished.flatMap((old) => {
              const end = ended.find(({ id }) => id === old.activation_id)
              return end ? [activationPart(old, end)] : []
            }),
            ...(letter ? [letterPart(key, letter)] : []),
            newActivationPart(activation, codeMac, letter?.id),
          ])
          return written.ok
        },
      }
    },

    async findByCode(mac): Promise<FoundByCode | undefined> {
      const row = await db.first(findByCode, { mac })
      if (!row) return undefined
      const { key, contacts } = await contactsOf(row)
      const attempt =
        row.attempt_profile && (await db.first(findCaller, { id: row.attempt_profile }))
      const opened = attempt ? await openCaller(vault, attempt) : undefined
      return {
        ...holderOf(row),
        contacts,
        addressed: row.addressed,
        letterStyle: styleOf(row),
        activation: activationOf(row),
        caller: opened?.caller,
        async write({ activation, turn, message, letter }) {
          const written = await together(db, [
            ...(opened ? turnParts(opened, turn) : firstTurnParts(key, turn)),
            ...(letter ? [letterPart(key, letter)] : []),
            ...(activation ? [activationPart(row, activation, letter?.id)] : []),
            ...(message ? [codeMessagePart(key, { ...message, person: row.id })] : []),
          ])
          return written.ok
        },
      }
    },

    async visit(profile) {
      const row = await db.first(findAttempt, { profile })
      if (!row) return undefined
      const opened = await openCaller(vault, row)
      const name = openPersonal(opened.key, row.person_id, 'name', row.name)
      return {
        caller: opened.caller,
        activation: activationOf(row),
        activeApps: row.active_apps,
        givenName: name.split(' ')[0] ?? name,
        async write(turn, move) {
          const moved = move ? [activationPart(row, move)] : []
          return (await together(db, [...turnParts(opened, turn), ...moved])).ok
        },
      }
    },
  }
}

function holderOf(row: HolderRow) {
  const { now, id, state, ial, user_id_index: userIdHash, n, head } = row
  return { now, person: { id, state, ial, userIdHash }, chain: { subject: id, n, head } }
}
