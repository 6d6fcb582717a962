/** Captions as WebVTT §4.1: one cue a picture, each as long as its picture stands. */
import { secondsEach } from './films.ts'

export function webVtt(captions: readonly string[]): string {
  const cues = captions.map((caption, at) => {
    const [from, to] = [at, at + 1].map((count) => timestamp(count * secondsEach))
    return `${from} --> ${to}\n${escaped(caption)}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}

function timestamp(seconds: number): string {
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}.000`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
