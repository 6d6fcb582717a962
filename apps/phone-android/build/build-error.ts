/** A build that cannot go on, in one sentence for the one who started it. */
export class BuildError extends Error {
  override readonly name = 'BuildError'
}
