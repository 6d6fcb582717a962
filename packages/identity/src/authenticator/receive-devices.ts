/** A delivery of code devices comes into stock: all of it, or nothing where one of it cannot be. */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import { appendEvents } from '../ledger/index.ts'
import type { DeviceKind, StockDevice } from './code-device.ts'
import type { DeviceStock, StockDelivery } from './code-devices.ts'
import type { SerialNumber } from './serial-number.ts'

/** A device, and the line of the delivery's list that names it. */
export type Delivered = { readonly device: StockDevice; readonly line: number }

export type ReceivedDevices = Readonly<Record<DeviceKind, number>>

/** `serial-known`: it was delivered before. `serial-twice`: an earlier line has it too. */
export type ReceiveDevicesRefusal = {
  readonly kind: 'serial-known' | 'serial-twice' | 'nothing-delivered'
  readonly line: number
}

type Ports = { readonly stock: DeviceStock; readonly random: Random }

/** A fault of the list, thrown while it is read, goes through: nothing is kept then either. */
export function receiveDevices({
  stock,
  random,
}: Ports): UseCase<AsyncIterable<Delivered>, ReceivedDevices, ReceiveDevicesRefusal> {
  return async (list) => {
    const lines = new Map<SerialNumber, number>()
    const received = { 'code-display': 0, 'audio-reader': 0 }
    const batches = inBatches(list)
    // The first is read before anything is begun: to derive its key may take some seconds.
    const first = await batches.next()
    if (first.done) return refuse({ kind: 'nothing-delivered', line: 1 })
    const take = async (delivery: StockDelivery, batch: readonly Delivered[]) => {
      for (const { device, line } of batch) {
        if (lines.has(device.serial)) throw new Undelivered({ kind: 'serial-twice', line })
        lines.set(device.serial, line)
        received[device.kind] += 1
      }
      const [known] = await delivery.add(batch.map(({ device }) => device))
      const line = known === undefined ? undefined : lines.get(known)
      if (line !== undefined) throw new Undelivered({ kind: 'serial-known', line })
    }
    try {
      await stock.receive(async (delivery) => {
        await take(delivery, first.value)
        for await (const batch of batches) await take(delivery, batch)
        const draft = { type: 'devices-received', actor: 'operator', body: received } as const
        await delivery.close((chain, now) => appendEvents(chain, [draft], { random, now }))
      })
    } catch (fault) {
      if (fault instanceof Undelivered) return refuse(fault.refusal)
      throw fault
    }
    return accept(received)
  }
}

/** Ends a delivery that has begun, so that nothing of it is kept. */
class Undelivered extends Error {
  override readonly name = 'Undelivered'
  readonly refusal: ReceiveDevicesRefusal
  constructor(refusal: ReceiveDevicesRefusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

const batchSize = 1_000

async function* inBatches(list: AsyncIterable<Delivered>): AsyncGenerator<readonly Delivered[]> {
  let batch: Delivered[] = []
  for await (const each of list) {
    batch.push(each)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
