export { readAppFiles } from './app-files.ts'
export { phoneEdge, type PhoneUseCases } from './phone-edge.ts'
