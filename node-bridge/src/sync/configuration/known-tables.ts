import type { DescribedTable } from '@accord/shared/schemas'

import { type ConfigurationContext, findTracker } from './configuration-context.ts'

/** So long what the tracker has said is not asked again: while somebody writes, it would be at every pause. */
const KEPT_MS = 30_000
/** Until a tracker that did not answer is asked again. */
const AGAIN_MS = 2_000

export interface KnownTables {
  /** Undefined while the tracker has never said it: none is there, or it does not answer. */
  readonly of: (context: ConfigurationContext) => Promise<readonly DescribedTable[] | undefined>
  /** Somebody may have changed what is open just now: the next one to ask hears what the tracker says then. */
  readonly askAnew: () => void
}

/** The dictionary as the tracker last described it. One that does not answer for a while takes no help from whoever writes. */
export function createKnownTables(): KnownTables {
  let known: readonly DescribedTable[] | undefined
  let dueAt = Number.NEGATIVE_INFINITY
  /** Not by the clock of the context: a test run, which may be the first to ask, has one of its own. */
  let againAt = 0
  let asking: Promise<void> | undefined

  const ask = async (context: ConfigurationContext): Promise<void> => {
    dueAt = context.now().getTime() + KEPT_MS
    try {
      known = (await (await findTracker(context))?.dictionary()) ?? known
    } catch (error) {
      context.log.warn({ err: error }, 'sync access could not be read')
      againAt = performance.now() + AGAIN_MS
    }
  }

  return {
    of: async (context) => {
      // Where nothing was said yet, the next one to ask may find a tracker that says it.
      const isDue = known === undefined ? performance.now() >= againAt : context.now().getTime() >= dueAt
      if (isDue && !asking) asking = ask(context).finally(() => (asking = undefined))
      await asking
      return known
    },
    askAnew: () => {
      dueAt = Number.NEGATIVE_INFINITY
    },
  }
}
