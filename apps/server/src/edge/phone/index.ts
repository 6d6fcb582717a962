export { readAppFiles, type AppFiles } from './app-files.ts'
export { phoneEdge, type PhoneEdgeConfig, type PhoneUseCases } from './phone-edge.ts'
