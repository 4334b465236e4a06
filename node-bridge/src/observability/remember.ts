/** Of a hundred seconds one goes into reading what changes all the time. */
const SHARE = 100

/**
 * Reads at most one per cent of the time: what took 5 ms is remembered for half a second, what took a second for a hundred.
 * Who asks meanwhile, or at the same time, receives the same. A failure is not remembered.
 */
export function rememberByCost<T>(read: () => Promise<T>, clockMs = () => performance.now()): () => Promise<T> {
  let remembered: Promise<T> | undefined
  let until = 0
  return () => {
    if (remembered && clockMs() < until) return remembered
    const startedAt = clockMs()
    until = Number.POSITIVE_INFINITY
    remembered = read()
    remembered.then(
      () => (until = clockMs() + (clockMs() - startedAt) * SHARE),
      () => (until = 0),
    )
    return remembered
  }
}
