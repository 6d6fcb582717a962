/** The thread in which faces are compared, one person after the other. */
import { IcaoError, parseDg2, type Face } from '@open-mitid/icao9303'
import type { Bytes } from '@open-mitid/kernel'
import { answerTasks } from '../thread/index.ts'
import { measure } from './measure.ts'
import { readJpeg, readJpeg2000, type Picture } from './picture.ts'

export type FaceTask = { readonly dg2: Bytes; readonly pictures: readonly Bytes[] }

answerTasks(async ({ dg2, pictures }: FaceTask) => {
  const photo = await photoOf(dg2)
  return photo && measure(photo, pictures.map(readJpeg))
})

async function photoOf(dg2: Bytes): Promise<Picture | undefined> {
  const face = faceOf(dg2)
  if (!face) return undefined
  return face.format === 'jpeg' ? readJpeg(face.image) : readJpeg2000(face.image)
}

function faceOf(dg2: Bytes): Face | undefined {
  try {
    return parseDg2(dg2)[0]
  } catch (error) {
    if (error instanceof IcaoError) return undefined
    throw error
  }
}
