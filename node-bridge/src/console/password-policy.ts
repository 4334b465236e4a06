import { LIMITS } from '@accord/shared/protocol'

import { Refusal } from '../refusals/refusal.ts'

const FEWEST_DIFFERENT = 5
/** Estimated guesses (zxcvbn) that a password has to withstand. */
const FEWEST_GUESSES_LOG10 = 10
/** Words that an attacker of this console would try first. */
const WORDS_OF_THE_HOUSE = ['accord', 'bridge', 'console', 'servicenow', 'exalate']
/** The search grows with the square of the length; what begins like a common password is refused whatever follows. */
const CHECKED_CHARACTERS = 64

/** Length counts, not kinds of characters. Throws `password_weak`, `password_common`. */
export async function requireStrongPassword(password: string, userName: string): Promise<void> {
  const isLong = [...password].length >= LIMITS.passwordMinChars
  const isVaried = new Set(password).size >= FEWEST_DIFFERENT
  const rest = password.toLowerCase().replaceAll(userName.toLowerCase(), '')
  if (!isLong || !isVaried || [...rest].length < LIMITS.passwordMinChars / 2) throw new Refusal('password_weak')
  const estimator = await loadEstimator()
  const { guessesLog10 } = estimator.check(password.slice(0, CHECKED_CHARACTERS), [userName, ...WORDS_OF_THE_HOUSE])
  if (guessesLog10 < FEWEST_GUESSES_LOG10) throw new Refusal('password_common')
}

let loading: ReturnType<typeof createEstimator> | undefined

/** The lists take two megabytes and are wanted when a password is set: they do not slow the start of a node. */
const loadEstimator = (): ReturnType<typeof createEstimator> => (loading ??= createEstimator())

/** Knows lists of common passwords, and sees through capitals, look-alike letters, reversal, repeats, keyboard rows, years and numbers at either end. */
async function createEstimator() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}
