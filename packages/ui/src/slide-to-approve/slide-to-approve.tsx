/**
 * The slider that approves: by drag, by arrow keys, by holding Enter or Space, or by two separate
 * activations of the handle (screen reader, switch, a finger that cannot drag; WCAG 2.2 §2.5.7).
 * Released early it returns. Nothing but reaching the end approves.
 */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../icon/icon.tsx'
import { wording } from '../wording/wording.ts'
import { useSlide, type SlideState } from './use-slide.ts'

export type SlideWords = {
  /** On the track, and the name of the slider: "Swipe to approve". */
  slide: string
  /** After a first activation: "Activate again to approve". */
  again: string
  /** For the ear: the ways there are. */
  how: string
  busy: string
  done: string
}

export const approveWords = wording<SlideWords>({
  da: {
    slide: 'Stryg for at godkende',
    again: 'Tryk igen for at godkende',
    how: 'Stryg til højre, hold Enter nede, eller aktivér to gange.',
    busy: 'Godkender …',
    done: 'Godkendt',
  },
  en: {
    slide: 'Swipe to approve',
    again: 'Activate again to approve',
    how: 'Swipe right, hold Enter down, or activate twice.',
    busy: 'Approving …',
    done: 'Approved',
  },
})

type Props = {
  words: SlideWords
  /** While it is given, the slider is locked and says why: "Enter your PIN first". */
  locked?: string | undefined
  /** The approval is on its way, or done. Back from busy, the handle returns. */
  state?: 'ready' | 'busy' | 'done' | undefined
  /** Called once for each arrival. If the caller stays ready, the handle returns when this settles. */
  onApprove: () => void | Promise<void>
}

export function SlideToApprove({ words, locked, state = 'ready', onApprove }: Props) {
  const now: SlideState = state === 'ready' && locked !== undefined ? 'locked' : state
  const slide = useSlide(now, onApprove)
  const root = useRef<HTMLDivElement>(null)
  const percent = Math.round(slide.position * 100)
  const shown = label(now, words, locked, slide.asked)

  useLayoutEffect(() => {
    root.current?.style.setProperty('--slide', String(slide.position))
  }, [slide.position])

  return (
    <div ref={root} class={`slide slide-${now} ${slide.moving ? 'slide-moving' : ''}`}>
      <div class="slide-track">
        <span class="slide-fill" />
        <span class="slide-label" aria-hidden="true">
          {shown}
        </span>
        <div
          class="slide-handle"
          role="slider"
          tabIndex={0}
          aria-label={words.slide}
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={now === 'busy' || now === 'done' ? 100 : percent}
          aria-valuetext={now === 'ready' && !slide.asked ? `${String(percent)} %` : shown}
          aria-description={now === 'ready' ? words.how : undefined}
          aria-disabled={now === 'ready' ? undefined : 'true'}
          aria-busy={now === 'busy'}
          {...slide.handle}
        >
          {now === 'busy' ? (
            <span class="slide-turning" />
          ) : (
            <Icon name={now === 'done' ? 'check' : 'arrow'} />
          )}
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {now === 'ready' && !slide.asked ? '' : shown}
      </p>
    </div>
  )
}

function label(
  state: SlideState,
  words: SlideWords,
  locked: string | undefined,
  asked: boolean,
): string {
  switch (state) {
    case 'locked':
      return locked ?? words.slide
    case 'ready':
      return asked ? words.again : words.slide
    case 'busy':
      return words.busy
    case 'done':
      return words.done
  }
}
