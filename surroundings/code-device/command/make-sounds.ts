/**
 * Makes the sounds in `public/sound` anew: what the reader says where the browser has no voice of its
 * own. Needs Debian's package espeak-ng. They are committed, since few machines have it.
 *
 *   node surroundings/code-device/command/make-sounds.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { said, soundPath, type Saying } from '../src/said.ts'

const folder = join(import.meta.dirname, '../public')
const wordsPerMinute = 135
const voices = { da: 'da', en: 'en-gb' } as const

for (const language of ['da', 'en'] as const)
  for (const [saying, text] of Object.entries(said[language])) {
    const path = join(folder, soundPath(language, saying as Saying))
    const args = ['-v', voices[language], '-s', String(wordsPerMinute), '--stdout', text]
    const spoken = execFileSync('espeak-ng', args, { maxBuffer: 2 ** 24 })
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, small(spoken))
  }
process.stdout.write(`The sounds are in ${folder}/sound.\n`)

/** Half of the rate, 8 bits a sample, without the silence around it, as loud as it can be. */
function small(wave: Buffer): Buffer {
  const rate = wave.readUInt32LE(24)
  const data = wave.subarray(wave.indexOf('data') + 8)
  const halves: number[] = []
  for (let at = 0; at + 3 < data.length; at += 4)
    halves.push((data.readInt16LE(at) + data.readInt16LE(at + 2)) / 2)
  const loudest = halves.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1)
  const isHeard = (sample: number) => Math.abs(sample) > loudest / 100
  const from = Math.max(0, halves.findIndex(isHeard) - 100)
  const to = halves.findLastIndex(isHeard) + 400
  const samples = halves.slice(from, to).map((sample) => 128 + Math.round((sample / loudest) * 120))
  return Buffer.concat([header(samples.length, rate / 2), Buffer.from(samples)])
}

/** RIFF WAVE, PCM, one channel, 8 bits. */
function header(length: number, rate: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(length, 40)
  return head
}
