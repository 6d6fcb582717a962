export { migrateQueue } from './queue.ts'
export { startWorker, type StartWorker, type Worker } from './worker.ts'
