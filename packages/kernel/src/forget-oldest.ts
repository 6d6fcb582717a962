/** What a process remembers of the newest keeps its bound: called after each that was added. */
export function forgetOldest<Key>(kept: Map<Key, unknown>, most: number): void {
  if (kept.size <= most) return
  // Maps keep the order of insertion: the first is the oldest.
  const oldest = kept.keys().next()
  if (!oldest.done) kept.delete(oldest.value)
}
