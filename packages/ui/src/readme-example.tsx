import { Button, Field, PageFrame } from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document' // servers only
import { wording, type Language } from '@open-mitid/ui/wording' // plain .ts: Node loads it as it is

const words = wording({
  da: { title: 'Din adresse', street: 'Vej og husnummer', send: 'Gem' },
  en: { title: 'Your address', street: 'Street and number', send: 'Save' },
})

/** `page.css` is what the build makes of `@import '@open-mitid/ui/all.css'`. */
export function addressPage(language: Language, name: string): string {
  const { title, street, send } = words[language]
  const body = (
    <PageFrame language={language} name={name} homeHref="/">
      <h1>{title}</h1>
      <form method="post" class="stack">
        <Field name="street" label={street} autocomplete="street-address" />
        <Button>{send}</Button>
      </form>
    </PageFrame>
  )
  return renderDocument({ language, title, body, stylesheets: ['/client/page.css'] })
}
