/** What a passport or its chip was refused for, said at once where it happened. */
import { Notice } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import { passportTold } from '../../words/passport-told.ts'
import { problemWords } from '../../words/problem-words.ts'
import type { PassportTold } from './use-passport-task.ts'

export function PassportProblem({ told }: { told: PassportTold | undefined }) {
  const { language } = useApp()
  if (!told) return null
  return (
    <Notice kind="warn" live>
      <p>
        {told.kind === 'unreachable'
          ? problemWords[language].unreachable
          : passportTold(told, language)}
      </p>
    </Notice>
  )
}
