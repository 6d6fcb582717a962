/** What a browser loads of the films: recorded pictures, and captions written from the table. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { assetOf, readAssets, type Asset } from '@open-mitid/ui/site'
import { languages } from '@open-mitid/ui/wording'
import type { Site } from '../site.ts'
import { textsFor } from '../texts.ts'
import { captionsOf, filmNames, filmWords } from './films.ts'
import { webVtt } from './web-vtt.ts'

export type FilmPart = 'webm' | 'webp' | 'vtt'

const recorded = readAssets(filmFolder())

/** Read at the start; a film that was not recorded stops it. */
export function filmFiles(site: Pick<Site, 'scheme'>): ReadonlyMap<string, Asset> {
  return new Map(
    languages.flatMap((language) => {
      const texts = textsFor({ site, language }, filmWords)
      return filmNames.flatMap((name) => {
        const vtt = Buffer.from(webVtt(captionsOf(name, texts)))
        return [
          [filmFile(name, language, 'webm'), recordedAs(`${name}-${language}.webm`)] as const,
          [filmFile(name, language, 'webp'), recordedAs(`${name}-${language}.webp`)] as const,
          [filmFile(name, language, 'vtt'), assetOf(vtt, 'text/vtt; charset=utf-8')] as const,
        ]
      })
    }),
  )
}

/** The name of a part of a film under `/client/`. */
export function filmFile(name: string, language: string, part: FilmPart): string {
  return `film/${name}-${language}.${part}`
}

function recordedAs(file: string): Asset {
  const asset = recorded.get(file)
  if (!asset) throw new Error(`There is no film ${file}: run "npm run films"`)
  return asset
}

/** Beside the sources, wherever this runs from. */
function filmFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@open-mitid/server/film/README.md'))
}
