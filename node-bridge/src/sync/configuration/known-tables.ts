import type { DescribedTable } from '@accord/shared/schemas'

import { type ConfigurationContext, findTracker } from './configuration-context.ts'

/** So long what the tracker has said is not asked again: while somebody writes, it would be at every pause. */
const KEPT_MS = 30_000

export interface KnownTables {
  /** Undefined while the tracker has never said it: none is there, or it does not answer. */
  readonly of: (context: ConfigurationContext) => Promise<readonly DescribedTable[] | undefined>
}

/** The dictionary as the tracker last described it. One that does not answer for a while takes no help from whoever writes. */
export function createKnownTables(): KnownTables {
  let known: readonly DescribedTable[] | undefined
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined

  const ask = async (context: ConfigurationContext): Promise<void> => {
    try {
      known = (await (await findTracker(context))?.dictionary()) ?? known
    } catch (error) {
      context.log.warn({ err: error }, 'sync access could not be read')
    }
  }

  return {
    of: async (context) => {
      const at = context.now().getTime()
      if (!asking && at - askedAt >= KEPT_MS) {
        askedAt = at
        asking = ask(context).finally(() => (asking = undefined))
      }
      await asking
      return known
    },
  }
}
