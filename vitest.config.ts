/** Three kinds of test: pure ones, ones on real PostgreSQL, journeys in a real browser. */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { chromiumEnvironment } from './tools/chromium.ts'

const exclude = ['**/node_modules/**', '**/dist/**']
const setup = ['packages/postgres/src/testing/setup.ts']
const database = [
  'packages/postgres/**/*.test.{ts,tsx}',
  'apps/server/**/*.test.{ts,tsx}',
  'tests/conformance/**/*.test.{ts,tsx}',
  'tests/invariants/**/*.test.{ts,tsx}',
]
const journeys = ['tests/journeys/**/*.test.ts']

const cores = availableParallelism()

export default defineConfig({
  test: {
    maxWorkers: cores,
    env: chromiumEnvironment(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages,apps,surroundings,tools,tests,bench}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, ...database, ...journeys],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: database,
          exclude,
          globalSetup: setup,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: journeys,
          exclude,
          globalSetup: setup,
          sequence: { groupOrder: 1 }, // after the others
          maxWorkers: Math.min(cores, 2), // each has ten programs, a browser and a fifth of the connections
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
