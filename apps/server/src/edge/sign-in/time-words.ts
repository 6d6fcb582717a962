/** The time left in calm words: by the minute, and honest about the last one. */

/** `words` are those for 0, 1, 2 … minutes; more minutes than words get the last. */
export function timeWords(words: readonly string[], seconds: number): string {
  const minutes = seconds < 60 ? 0 : Math.round(seconds / 60)
  return words[Math.min(minutes, words.length - 1)] ?? ''
}
