/** The films beneath each other; what is said in each stands beside it to be read. */
import { addressOf } from '../../page-files.ts'
import { InOrder } from '../part/lines.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { filmFile, filmFiles } from './film-files.ts'
import { captionsOf, filmNames, filmSize, filmWords, type FilmName } from './films.ts'

type Props = { reader: Reader; captionsLabel: string }

export function FilmList({ reader, captionsLabel }: Props) {
  const files = filmFiles(reader.site)
  const texts = textsFor(reader, filmWords)
  const { language } = reader
  const at = (name: FilmName, part: 'webm' | 'webp' | 'vtt') =>
    addressOf(filmFile(name, language, part), files)
  return (
    <>
      {filmNames.map((name) => (
        <section key={name} class="film" aria-labelledby={`film-${name}`}>
          <h3 id={`film-${name}`}>{texts[name].title}</h3>
          <video
            controls
            playsInline
            preload="none"
            width={filmSize.width}
            height={filmSize.height}
            poster={at(name, 'webp')}
            aria-labelledby={`film-${name}`}
          >
            <source src={at(name, 'webm')} type="video/webm" />
            <track
              kind="captions"
              default
              srclang={language}
              label={captionsLabel}
              src={at(name, 'vtt')}
            />
          </video>
          <InOrder items={captionsOf(name, texts)} />
        </section>
      ))}
    </>
  )
}
