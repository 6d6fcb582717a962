export { readAppFiles } from './app-files.ts'
export type { PassportUseCases } from './passport-api.ts'
export { phoneEdge, type PhoneUseCases } from './phone-edge.ts'
