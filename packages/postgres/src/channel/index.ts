export { openChannel, type Channel } from './channel.ts'
