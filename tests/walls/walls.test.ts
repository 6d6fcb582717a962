/** Every import of the house against the table of rooms. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { beforeAll, expect, test } from 'vitest'
import { contexts, edges, rooms } from './rooms.ts'

const root = join(import.meta.dirname, '../..')
const houses = ['packages', 'apps', 'surroundings']
const ours = `^(${houses.join('|')})/`

const roomRules: IForbiddenRuleType[] = rooms.map(({ folder, mayImport, rule }) => ({
  name: rule,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: ours, pathNot: [folder, ...mayImport].map((allowed) => `^${allowed}/`) },
}))

const edgeRule: IForbiddenRuleType = {
  name: 'the edges of the server share nothing with each other',
  severity: 'error',
  from: { path: `^apps/server/src/edge/(${edges.join('|')})/` },
  to: { path: '^apps/server/src/edge/[^/]+/', pathNot: '^apps/server/src/edge/$1/' },
}

const contextRules: IForbiddenRuleType[] = Object.entries(contexts).map(([context, allowed]) => ({
  name: `identity/${context} uses ${allowed.length > 0 ? allowed.join(', ') : 'no other context'}`,
  severity: 'error',
  from: { path: `^packages/identity/src/${context}/` },
  to: {
    path: '^packages/identity/src/',
    pathNot: [context, ...allowed].map((name) => `^packages/identity/src/${name}/`),
  },
}))

const doorRule: IForbiddenRuleType = {
  name: 'contexts of identity meet only at their index.ts',
  severity: 'error',
  from: { path: '^packages/identity/src/([^/]+)/' },
  to: {
    path: '^packages/identity/src/[^/]+/',
    pathNot: ['^packages/identity/src/$1/', '^packages/identity/src/[^/]+/index\\.ts$'],
  },
}

const circleRule: IForbiddenRuleType = {
  name: 'no import leads back to where it came from',
  severity: 'error',
  from: { pathNot: '\\.test\\.tsx?$' },
  to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
}

const resolvableRule: IForbiddenRuleType = {
  name: 'every import of ours is found',
  severity: 'error',
  from: {},
  to: { couldNotResolve: true, path: '^(\\.|@open-mitid/)', pathNot: '\\.css$|\\?' },
}

const rules = [...roomRules, edgeRule, ...contextRules, doorRule, circleRule, resolvableRule]

let result: ICruiseResult

beforeAll(async () => {
  const { output } = await cruise(
    houses,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: rules },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(node_modules|dist|\\.dist-[0-9]+)/' },
      tsPreCompilationDeps: true,
    },
    { conditionNames: ['import', 'node', 'default'], exportsFields: ['exports'] },
  )
  if (typeof output === 'string') throw new Error(output)
  result = output
}, 60_000)

test.for(rules.map(({ name }) => name))('%s', (name) => {
  const broken = result.summary.violations.filter(({ rule }) => rule.name === name)
  expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
})

test('imports across rooms are seen, so that the rules above can be broken', () => {
  const crossing = result.modules.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ resolved }) => roomOf(resolved) !== roomOf(source)),
  )
  expect(crossing.map(({ resolved }) => roomOf(resolved))).toContain('packages/kernel')
})

test('every folder of packages, apps and surroundings stands in the table of rooms', () => {
  const folders = houses.flatMap((house) =>
    readdirSync(join(root, house)).map((name) => `${house}/${name}`),
  )
  expect(rooms.map(({ folder }) => folder)).toEqual(expect.arrayContaining(folders))
})

test('every context of identity stands in the table of contexts', () => {
  const folders = readdirSync(join(root, 'packages/identity/src'), { withFileTypes: true })
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(Object.keys(contexts)).toEqual(expect.arrayContaining(names))
})

function roomOf(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}
