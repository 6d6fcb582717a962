/** One notice goes out over one channel. A dead channel holds nothing up but its own jobs. */
import type { ContactId, Contact } from '../person/index.ts'
import { carry, type Carriers } from './channels.ts'
import { noticeText, type Imprint, type Telling } from './notice-text.ts'
import type { NoticeId } from './notice.ts'

export type Delivery = { readonly notice: NoticeId; readonly contact: ContactId }

export type Deliveries = {
  /** Undefined where it has been sent already. */
  find(
    delivery: Delivery,
  ): Promise<{ readonly telling: Telling; readonly contact: Contact } | undefined>
  markSent(delivery: Delivery): Promise<void>
}

/** Throws where the carrier did not take it: the job is tried again later. */
export function deliverNotice(ports: {
  deliveries: Deliveries
  carriers: Carriers
  imprint: Imprint
}): (delivery: Delivery) => Promise<void> {
  return async (delivery) => {
    const found = await ports.deliveries.find(delivery)
    if (!found) return
    const text = noticeText(found.telling, ports.imprint)
    await carry(ports.carriers, `${delivery.notice}.${delivery.contact}`, found.contact, text)
    await ports.deliveries.markSent(delivery)
  }
}
