/**
 * Trains the reader of the machine-readable zone and writes its model:
 * `node apps/phone/mrz-model/train.ts`, with Debian's `fonts-ocr-b` and a Chromium. Minutes.
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { findChromium } from '../../../tools/chromium.ts'
import { packModel } from '../src/mrz/model.ts'
import { letters } from '../src/mrz/network.ts'
import { openChance, type Chance } from './chance.ts'
import { drawExample } from './examples.ts'
import { drawStrips, type Wanted } from './strips.ts'
import { emptyNetwork, freshNetwork, openAdam, openBackward } from './training-step.ts'

const { values } = parseArgs({
  options: {
    fonts: { type: 'string', default: '/usr/share/fonts/opentype/ocr-b' },
    batches: { type: 'string', default: '9000' },
    seed: { type: 'string', default: '9303' },
  },
})
const batches = Number(values.batches)
const batchSize = 32
const fastest = 2e-3

const browser = findChromium()
if (browser === undefined)
  throw new Error('Training needs Chromium: install it, or name it in CHROMIUM.')
const chance = openChance(Number(values.seed))
const zoneFonts = {
  zone: join(values.fonts, 'OCRB.otf'),
  zoneSharp: join(values.fonts, 'OCRBS.otf'),
}
const [zone, other] = [
  await drawStrips(
    browser,
    zoneFonts,
    Array.from({ length: 160 }, () => zoneLine(chance)),
  ),
  await drawStrips(
    browser,
    {},
    Array.from({ length: 40 }, () => otherLine(chance)),
  ),
]
const network = freshNetwork(chance.normal)
const [backward, gradient, adam] = [openBackward(network), emptyNetwork(), openAdam(network)]
let [loss, right] = [0, 0]
for (let batch = 1; batch <= batches; batch += 1) {
  for (let one = 0; one < batchSize; one += 1) {
    const step = backward(drawExample(zone, other, chance), gradient)
    loss += step.loss
    right += step.right ? 1 : 0
  }
  adam(gradient, batchSize, fastest * (0.02 + 0.98 * Math.cos((Math.PI / 2) * (batch / batches))))
  if (batch % 250 === 0) {
    const seen = 250 * batchSize
    process.stdout.write(
      `${String(batch)} of ${String(batches)}: loss ${(loss / seen).toFixed(4)}, right ${((100 * right) / seen).toFixed(2)} %\n`,
    )
    ;[loss, right] = [0, 0]
  }
}
const file = resolve(import.meta.dirname, '../src/mrz/model.bin')
writeFileSync(file, packModel(network))
process.stdout.write(`Written: ${file}\n`)

/** Every letter equally often, so that none is guessed because it is common. */
function zoneLine({ oneOf, between }: Chance): Wanted {
  return {
    text: Array.from({ length: 44 }, () => oneOf(Array.from(letters))).join(''),
    family: oneOf(['zone', 'zone', 'zoneSharp']),
    wider: between(-1.6, 2.4),
  }
}

function otherLine({ oneOf, between }: Chance): Wanted {
  const signs = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-/')
  return {
    text: Array.from({ length: 44 }, () => oneOf(signs)).join(''),
    family: oneOf(['serif', 'sans-serif', 'monospace']),
    wider: between(-0.5, 1.5),
  }
}
