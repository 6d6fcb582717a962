/** A bank and two people, Asta and Bent, each with an active app; what passes is counted anew for each test. */
import { type OwnSignIn } from '@open-mitid/identity/sign-in'
import { readChain, type Trip } from '@open-mitid/postgres'
import { verifyEs256, verifyEvidence, type ClaimSecret } from '@open-mitid/protocol'
import { beforeEach } from 'vitest'
import { goodPin, must, openHouse, type App } from './house.ts'

export async function openTwoPeople() {
  const trips: Trip[] = []
  const house = await openHouse({ onTrip: (trip) => trips.push(trip) })
  const bank = await house.newService('bank')
  const asta = await house.activate(await house.newPerson('asta.sig'))
  const bent = await house.activate(await house.newPerson('bent.sig'))
  beforeEach(() => {
    trips.length = 0
    house.told.length = 0
  })
  const mine = { userId: 'asta.sig' }
  const qr = (own: OwnSignIn) => house.qrOf(own)
  const typed = async (own: OwnSignIn): Promise<ClaimSecret> => {
    const { code } = must(await house.box.showCode(own))
    return { kind: 'code', code }
  }
  const started = async (own: OwnSignIn): Promise<ClaimSecret> => {
    const { qid, token } = must(await house.box.start(own))
    return { kind: 'start', qid, token }
  }
  const stateOf = async (own: OwnSignIn) => must(await house.box.find(own)).state
  const eventsOf = (app: App) => readChain(house.db, house.vault, app.person.id)

  /** What a verifier with the published keys finds wrong with the evidence of a sign-in. */
  async function doubtsOf(app: App, own: OwnSignIn) {
    const { pack } = must(await app.phone.receipt(app.id, own.id))
    const { now } = must(await house.box.find(own))
    const keys = house.ring.published(now).map(({ kid, jwk, useFrom, useUntil }) => ({
      kid,
      jwk,
      use_from: useFrom,
      use_until: useUntil ?? null,
    }))
    const report = verifyEvidence(pack, { keys: { v: 1, keys }, verify: verifyEs256, now })
    return report.checks.filter(({ outcome }) => outcome !== 'passed')
  }

  async function approvedBy(app: App, secret: ClaimSecret, remember = false) {
    const asked = must(await app.phone.claim(app.id, secret))
    return must(await app.phone.approve(app.id, asked, goodPin, remember))
  }
  return {
    house,
    bank,
    asta,
    bent,
    trips,
    mine,
    qr,
    typed,
    started,
    stateOf,
    eventsOf,
    doubtsOf,
    approvedBy,
  }
}
