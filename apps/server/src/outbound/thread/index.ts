export { answerTasks } from './answer-tasks.ts'
export { openThread, type Thread } from './thread.ts'
