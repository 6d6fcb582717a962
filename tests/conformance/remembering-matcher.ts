/** The server's own comparison of faces, which works out once how a picture lies to a photo. */
import { createHash } from 'node:crypto'
import type { FaceMeasure } from '@open-mitid/identity/enrolment'
import { accept, type Bytes } from '@open-mitid/kernel'
import { openFaceMatcher, type OpenFaceMatcher } from '../../apps/server/src/outbound/face/index.ts'

/** Only what was measured is kept: a photo without a face is looked at each time. */
export function rememberingMatcher(): OpenFaceMatcher {
  const own = openFaceMatcher()
  const known = new Map<string, FaceMeasure>()
  return {
    async measure(dg2, pictures) {
      const photo = digest(dg2)
      const names = pictures.map((picture) => `${photo} ${digest(picture)}`)
      const news = pictures.filter((_, at) => !known.has(names[at] ?? ''))
      if (news.length > 0) {
        const measured = await own.measure(dg2, news)
        if (!measured.ok) return measured
        news.forEach((picture, at) => {
          const measure = measured.value[at]
          if (measure) known.set(`${photo} ${digest(picture)}`, measure)
        })
      }
      return accept(names.flatMap((name) => known.get(name) ?? []))
    },
    close: () => own.close(),
  }
}

function digest(bytes: Bytes): string {
  return createHash('sha256').update(bytes).digest('hex')
}
