/** Runs in a worker: looks for a machine-readable zone, and answers what opens the chip. */
import { repairAccessFields, type AccessFields } from '@open-mitid/icao9303'
import { greyOf } from '../mrz/grey.ts'
import { unpackModel } from '../mrz/model.ts'
import { readZone } from '../mrz/read-zone.ts'
import { answerPictures } from './answer-pictures.ts'

/** Small enough to be quick, and large enough for letters of ten pixels. */
const longest = 1280

/** Without it nothing is ever found, and the fields can still be typed. */
const network = fetch(new URL('../mrz/model.bin', import.meta.url))
  .then((model) => model.arrayBuffer())
  .then(unpackModel)
  .catch(() => undefined)

answerPictures<readonly AccessFields[]>(longest, async ({ width, height, data }) => {
  const trained = await network
  const reading = trained && readZone(greyOf(data, width, height), trained)
  const fields = reading === undefined ? [] : repairAccessFields(reading.lines)
  return fields.length > 0 ? fields : undefined
})
