export { codeMessagePart, postgresCodeMessages } from './code-messages.ts'
export { postgresDeliveries } from './deliveries.ts'
export { postgresNotices } from './notices.ts'
export { postgresOutbox } from './outbox.ts'
