export {
  appendEvents,
  emptyChain,
  verifyChain,
  type AppendedEvents,
  type ChainFault,
  type ChainHead,
} from './chain.ts'
export { EventType, type EventBodies, type ToldEventType } from './event-type.ts'
export {
  commitOf,
  EventId,
  type Actor,
  type EventDraft,
  type LedgerEvent,
  type Subject,
} from './event.ts'
