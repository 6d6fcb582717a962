export { DeliveryFault, type FaultReason, type Carriers, type Mail, type Sms } from './channels.ts'
export {
  deliverNotices,
  type Deliveries,
  type Lane,
  type LaneOutcome,
  type Round,
} from './deliver-notices.ts'
export type { Imprint, Telling } from './notice-text.ts'
export { NoticeId, type Channel, type ToldEvent } from './notice.ts'
export { tellOtherwise, type FoundNotice, type Notices } from './tell-otherwise.ts'
export { takeOutbox, type Outbox, type PlannedNotice } from './outbox.ts'
export { CodeMessageId, sendCode, type CodeMessage, type CodeMessages } from './send-code.ts'
export { sendContactCode, type ContactCodes } from './send-contact-code.ts'
export { sendOwnerLink, type WaitingOwnerLink, type WaitingOwnerLinks } from './send-owner-link.ts'
