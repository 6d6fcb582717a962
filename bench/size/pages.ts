/** The two pages that the budgets are for, as the build made them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from '../installation/places.ts'
import { beforeFirstPaint, type Fetched } from './first-paint.ts'

type Page = typeof import('../../apps/server/src/edge/sign-in/page/index.tsx')
type Assets = typeof import('../../apps/server/src/edge/sign-in/assets.ts')

const signIn = join(root, 'apps/server/src/edge/sign-in')
const boxFolder = join(root, 'apps/server/dist/box')
const appFolder = join(root, 'apps/phone/dist')

/** The box at its first step, for a transfer, in the longer of the two languages. */
export async function boxFiles(): Promise<readonly Fetched[]> {
  const { module: assets } = await runnerImport<Assets>(join(signIn, 'assets.ts'))
  const { module: page } = await runnerImport<Page>(join(signIn, 'page/index.tsx'))
  const { renderBox } = page
  const files = assets.readBoxAssets(boxFolder)
  const html = renderBox(
    { language: 'da', schemeName: 'MitID', assets: files },
    {
      path: '/sign-in/sgn_0123456789abcdefghjkmnpq',
      service: { name: 'Sundby Bank', domain: 'bank.example' },
      onward: '/auth/0123456789abcdefghijk',
      kind: 'approve',
      display: {
        lang: 'da',
        title: 'Overførsel',
        lines: [
          { label: 'Beløb', value: '2.300,00 kr.' },
          { label: 'Til konto', value: '9978 000123456' },
        ],
      },
      step: { name: 'user-id', left: 180 },
      help: {
        password: 'https://mitid.example/da/password',
        activate: 'https://mitid.example/da/activate',
        centre: 'https://mitid.example/da/legitimation',
        support: 'https://mitid.example/da/support',
      },
    },
  )
  return beforeFirstPaint(html, (path) =>
    readFileSync(join(boxFolder, path.replace('/client/', ''))),
  )
}

export function appFiles(): readonly Fetched[] {
  const html = readFileSync(join(appFolder, 'index.html'), 'utf8')
  return beforeFirstPaint(html, (path) => readFileSync(join(appFolder, path)))
}
