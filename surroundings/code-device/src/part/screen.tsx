/** The device's own screen: six digits of seven segments, of which some are lit. */
import type { ShownCode } from '../device.ts'
import { isLit } from '../segments.ts'

const shapes: Readonly<Record<string, string>> = {
  a: 'M9 4h22l-5 6H14z',
  b: 'M36 8v26l-3 3-3-3V14z',
  c: 'M36 46v26l-6-6V46l3-3z',
  d: 'M9 76h22l-5-6H14z',
  e: 'M4 72V46l3-3 3 3v20z',
  f: 'M4 8l6 6v20l-3 3-3-3z',
  g: 'M9 40l4-3h14l4 3-4 3H13z',
}

type Props = {
  readonly shown: ShownCode | undefined
  /** What it says, for those who do not see it. */
  readonly words: string
}

export function Screen({ shown, words }: Props) {
  return (
    <div class="screen" data-screen data-lit={shown ? '' : undefined}>
      <p class="visually-hidden" role="status" data-says>
        {words}
      </p>
      <svg viewBox="0 0 268 80" aria-hidden="true" focusable="false">
        {Array.from({ length: 6 }, (_, place) => (
          <g key={place} transform={`translate(${String(place * 44 + (place > 2 ? 8 : 0))} 0)`}>
            {Object.entries(shapes).map(([name, shape]) => (
              <path
                key={name}
                d={shape}
                data-segment={name}
                class={isLit(shown?.code[place], name) ? 'lit' : undefined}
              />
            ))}
          </g>
        ))}
      </svg>
      <ol class="bars" aria-hidden="true">
        {Array.from({ length: 6 }, (_, place) => (
          <li key={place} data-bar />
        ))}
      </ol>
    </div>
  )
}
