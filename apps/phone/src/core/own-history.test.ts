import { Digest, type ChainedEvent } from '@open-mitid/protocol'
import { beforeEach, describe, expect, test } from 'vitest'
import { activated, phoneOn, pin, valueOf } from '../testing/phone-on.ts'
import { random, standIn, type StandIn } from '../testing/stand-in.ts'
import type { Phone } from './index.ts'

let server: StandIn
let phone: Phone
let id: string
beforeEach(async () => {
  server = await standIn()
  server.grow('person-created')
  phone = phoneOn(server)
  id = await activated(phone)
})

const opened = async () => valueOf(await phone.history(id, pin))
const forked = async () => (await phone.profiles())[0]

describe('protocols §5: the phone recomputes the chain of its person', () => {
  test('an honest one is whole, however many pages it takes and however often it is opened', async () => {
    server.next.page = 3
    for (let more = 0; more < 10; more += 1) server.grow()
    const { events, whole } = await opened()
    expect(whole).toBe(true)
    expect(events.map(({ n }) => n)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
    expect((await opened()).whole).toBe(true)
    expect(await forked()).toMatchObject({ forked: false })
  })
  const lies: readonly (readonly [string, (events: ChainedEvent[]) => void])[] = [
    ['hidden', (events) => void events.splice(4, 1)],
    ['hidden at the end', (events) => void events.pop()],
    ['slipped in', (events) => void events.splice(4, 0, { ...first(events), n: 5 })],
    ['given another type', (events) => void events.splice(4, 1, { ...at(events, 4), type: 'x' })],
    ['given another body', (events) => void events.splice(4, 1, { ...at(events, 4), body: '' })],
    [
      'given another salt',
      (events) => void events.splice(4, 1, { ...at(events, 4), salt: Digest.from(random(32)) }),
    ],
    ['all hidden', (events) => void events.splice(0)],
  ]
  test.each(lies)('an event that is %s shows, on every screen from then on', async (_, lie) => {
    for (let more = 0; more < 6; more += 1) server.grow()
    valueOf(await phone.state(id))
    lie(server.events)
    expect((await opened()).whole).toBe(false)
    expect(await forked()).toMatchObject({ forked: true })
  })
  test('a whole other chain, honest in itself, shows: it does not hold what was told before', async () => {
    server.grow()
    valueOf(await phone.state(id))
    server.events.splice(0)
    Object.assign(server.chain, { n: 0, head: Digest.from(new Uint8Array(32)) })
    for (let more = 0; more < 9; more += 1) server.grow()
    expect((await opened()).whole).toBe(false)
    expect(await forked()).toMatchObject({ forked: true })
  })
})

function at(events: readonly ChainedEvent[], place: number): ChainedEvent {
  const event = events[place]
  if (!event) throw new Error('there is no such event')
  return event
}

function first(events: readonly ChainedEvent[]): ChainedEvent {
  return at(events, 0)
}
