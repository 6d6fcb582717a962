export { migrateQueue } from './queue.ts'
export { startWorker, type Worker } from './worker.ts'
