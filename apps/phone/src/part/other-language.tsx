/** The other language, in its own words; the screen stays as it is. */
import { Button } from '@open-mitid/ui'
import { useApp } from '../app/app.ts'
import { commonWords } from '../words/common-words.ts'

export function OtherLanguage() {
  const { language, setLanguage } = useApp()
  const other = language === 'da' ? 'en' : 'da'
  return (
    <Button look="quiet" lang={other} onClick={() => setLanguage(other)}>
      {commonWords[language].otherLanguage}
    </Button>
  )
}
