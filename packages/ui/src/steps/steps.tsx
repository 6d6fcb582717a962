/** Where one is in a journey: "Step 2 of 5". */
import type { Language } from '../wording/language.ts'
import { wording } from '../wording/wording.ts'

type Props = { language: Language; step: number; of: number }

const words = wording({
  da: { where: (step: number, of: number) => `Trin ${String(step)} af ${String(of)}` },
  en: { where: (step, of) => `Step ${String(step)} of ${String(of)}` },
})

export function Steps({ language, step, of }: Props) {
  return (
    <div class="steps">
      <p>{words[language].where(step, of)}</p>
      <div class="steps-bar" aria-hidden="true">
        {Array.from({ length: of }, (_, place) => (
          <i key={place} class={place < step ? 'steps-reached' : undefined} />
        ))}
      </div>
    </div>
  )
}
