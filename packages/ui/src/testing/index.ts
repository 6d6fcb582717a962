/** A real Chromium for tests of pages, and what axe says of one. */
export { accessFaults } from './access-faults.ts'
export { chromiumHere } from './chromium-here.ts'
