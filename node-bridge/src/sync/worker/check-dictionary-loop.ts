import { startBackgroundLoop } from '../../background/background-loop.ts'
import { checkDictionaries } from '../configuration/check-dictionary.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'

const EACH_MS = 60_000

/** Looks whether the tracker's tables are still what published scripts take them for. Answers the function that stops it. */
export function startCheckingDictionary(context: ConfigurationContext): () => Promise<void> {
  const loop = startBackgroundLoop({
    turn: async () => {
      await checkDictionaries(context)
      return EACH_MS
    },
    onFailure: (error) => {
      context.log.warn(
        { err: error },
        'published scripts could not be compared with the dictionary and are compared later',
      )
      return EACH_MS
    },
    ref: false,
  })
  return () => loop.stop()
}
