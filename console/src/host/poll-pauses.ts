/** Arithmetic alone, without a page: the measurements count by it, too. */
export const LIVE_POLL_MS = 2_000
const LONGEST_PAUSE_MS = 30_000

/** The session is not checked within this time after an answer: a page that polls every few seconds needs no check. */
export const TRUSTED_MS = 10_000

/** So long after its person's last click or key an open page asks the node by itself, where each question is a call through the instance. */
export const ATTENDED_MS = 120_000

interface LastAnswer {
  readonly isWaiting: boolean
  /** Answers in a row without news. */
  readonly quiet: number
}

/** Milliseconds until the next look: two seconds while something is expected, else twice as long each time, up to thirty. */
export const pauseAfter = ({ isWaiting, quiet }: LastAnswer): number =>
  isWaiting ? LIVE_POLL_MS : Math.min(LONGEST_PAUSE_MS, LIVE_POLL_MS * 2 ** Math.min(quiet, 10))
