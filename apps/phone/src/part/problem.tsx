/** What was refused, in words, said at once. */
import { Notice } from '@open-mitid/ui'
import { useApp } from '../app/app.ts'
import { sentenceOf, type Told } from '../app/told.ts'

export function Problem({ told }: { told: Told | undefined }) {
  const { language } = useApp()
  if (!told) return null
  return (
    <Notice kind={told.kind === 'unreachable' ? 'warn' : 'danger'} live>
      <p>{sentenceOf(told, language)}</p>
    </Notice>
  )
}
