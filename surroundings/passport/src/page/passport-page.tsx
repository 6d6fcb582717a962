/** One passport, opened at its data page, and the phone that it can be laid on. */
import { Actions, Button, ButtonLink, Notice } from '@open-mitid/ui'
import type { Drawer } from '../drawer.ts'
import type { Passport } from '../passport.ts'
import { words } from '../words.ts'
import { PrintedPage } from './printed-page.tsx'
import { renderPage, type PageSettings } from './page.tsx'

type Props = PageSettings & { passport: Passport; drawer: Drawer }

export function passportPage({ passport, drawer, ...settings }: Props): string {
  const { language } = settings
  const text = words[language]
  const { key, givenNames, surname, kind } = passport.holder
  const lies = drawer.onPhone() === passport
  return renderPage({
    ...settings,
    title: `${givenNames} ${surname}`,
    width: 'wide',
    children: (
      <>
        <h1>{`${givenNames} ${surname}`}</h1>
        <p>{text.kinds[kind]}</p>
        {lies ? <Notice kind="info">{text.lying}</Notice> : null}
        <form method="post" action={lies ? '/take-away' : `/passport/${key}/lay`}>
          <Actions>
            <Button look={lies ? 'ghost' : 'primary'}>{lies ? text.take : text.lay}</Button>
            <ButtonLink href={`/passport/${key}/page`} look="ghost">
              {text.alone}
            </ButtonLink>
            <ButtonLink href={`/passport/${key}/face`} look="ghost">
              {text.face}
            </ButtonLink>
          </Actions>
        </form>
        <PrintedPage passport={passport} language={language} />
      </>
    ),
  })
}
