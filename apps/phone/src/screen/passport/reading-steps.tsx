/** How far along the way reading is; a helper's phone is on no way of its own. */
import { Steps } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { stepOf, stepsIn } from './step-number.ts'

type Props = Pick<PassportSteps['zone'], 'again' | 'helping'> & { step: 'zone' | 'chip' }

export function ReadingSteps({ step, again, helping }: Props) {
  const { language } = useApp()
  if (helping) return null
  return <Steps language={language} step={stepOf(step)} of={stepsIn(again)} />
}
