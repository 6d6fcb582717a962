/** The holder's face, as large as the window, doing what it is told: for a camera, or for another window. */
import { renderDocument } from '@open-mitid/ui/document'
import { poses, type PoseName } from '../face/poses.ts'
import type { Passport } from '../passport.ts'
import { words } from '../words.ts'
import type { PageSettings } from './page.tsx'

type Props = PageSettings & { passport: Passport; pose: PoseName }

export function facePage({ passport, pose, language }: Props): string {
  const { key, givenNames, surname } = passport.holder
  const text = words[language]
  const title = text.faceOf(`${givenNames} ${surname}`)
  return renderDocument({
    language,
    title,
    hidden: true,
    icon: '/client/icon.svg',
    stylesheets: ['/client/passport.css'],
    body: (
      <main class="before-camera">
        <h1 class="visually-hidden">{title}</h1>
        <img src={`/passport/${key}/face.svg?pose=${pose}`} alt={`${title}: ${text.poses[pose]}`} />
        <nav aria-label={text.poseChoice}>
          {(Object.keys(poses) as PoseName[]).map((name) => (
            <a
              href={`/passport/${key}/face?pose=${name}`}
              aria-current={name === pose ? 'true' : undefined}
            >
              {text.poses[name]}
            </a>
          ))}
        </nav>
      </main>
    ),
  })
}
