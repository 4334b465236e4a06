import type { Tracker } from '@accord/shared/schemas'

import { recordAudit } from '../audit/record-audit.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Database } from '../store/engine/database.ts'
import { findPairing } from '../store/instance/pairings.ts'
import { findTracker, replaceTracker } from '../store/instance/trackers.ts'

export interface TrackerContext {
  readonly database: Database
  readonly now: () => Date
}

export type Trackers = ReturnType<typeof createTrackers>

/** What this side is, where no ServiceNow instance is paired: shown to the other side, and asked of nobody. */
export const createTrackers = ({ database, now }: TrackerContext) => ({
  /** Throws `state_conflict` while an instance is paired. */
  set: async ({ actor, ...tracker }: Tracker & { readonly actor: string }) => {
    requireWebAddress(tracker)
    await database.transaction(async (transaction) => {
      if (await findPairing(transaction)) throw new Refusal('state_conflict', 'A ServiceNow instance is paired here.')
      await replaceTracker(transaction, tracker)
      await recordAudit(transaction, {
        at: now(),
        actor,
        action: 'tracker.set',
        subject: null,
        details: { kind: tracker.kind, url: tracker.url, name: tracker.name },
      })
    })
    return { tracker: (await findTracker(database.db)) ?? null }
  },
})

/** It stands on the other side's review screen, so nothing may hide in it. The node itself never calls it. */
function requireWebAddress({ url }: Tracker): void {
  const { username, password, search, hash } = new URL(url)
  if (username || password || search || hash)
    throw new Refusal('url_refused', 'The address of the tracker must not hold credentials, a query or a fragment.')
}
