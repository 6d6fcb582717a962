/** The drawer: devices that were unpacked, and a form to unpack another. */
import { Button, ErrorSummary, Field, type Language } from '@open-mitid/ui'
import { serialText, type Device } from '../device.ts'
import { words } from '../words.ts'
import { page } from './page.tsx'

type DrawerProblem = 'serial' | 'unknown'

type DrawerPage = {
  readonly language: Language
  readonly devices: readonly Device[]
  readonly typed?: string
  readonly problem?: DrawerProblem
}

export function drawerPage({ language, devices, typed, problem }: DrawerPage): string {
  const text = words[language]
  const error = problem && text.problems[problem]
  return page({
    language,
    path: '/',
    title: text.drawer.title,
    children: (
      <>
        <ErrorSummary
          language={language}
          errors={error === undefined ? [] : [{ id: 'serial', text: error }]}
        />
        <h1>{text.drawer.title}</h1>
        <p class="lead">{text.drawer.lead}</p>
        <form class="stack" method="get" action="/" novalidate>
          <Field
            name="serial"
            label={text.drawer.serial}
            hint={text.drawer.serialHint}
            error={error}
            value={typed ?? ''}
            inputmode="numeric"
            autocomplete="off"
            width="middle"
          />
          <Button>{text.drawer.unpack}</Button>
        </form>
        <h2>{text.drawer.unpacked}</h2>
        {devices.length === 0 ? (
          <p class="muted">{text.drawer.none}</p>
        ) : (
          <ul class="drawer">
            {devices.map(({ serial, kind }) => (
              <li key={serial}>
                <a href={`/?serial=${serial}`}>
                  <b>{text.kinds[kind]}</b>
                  <span>{text.device.serial(serialText(serial))}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  })
}
