import { LIMITS } from '@accord/shared/protocol'

import type { Db } from '../store/engine/tables.ts'
import { findPairing } from '../store/instance/pairings.ts'
import {
  findAwayPeers,
  findConnectionsIn,
  findDeadJobs,
  findEndingInvitations,
  type Need,
} from '../store/notices/needs-of-connections.ts'
import {
  findChangedDictionaries,
  findGivenUpCanaries,
  findHeldPairs,
  findStuckPairs,
  findWaitingComparisons,
} from '../store/notices/needs-of-pairs.ts'
import type { NoticeContext } from './notice-context.ts'

const DAY_MS = 86_400_000
/** As the alert AccordSyncStuck has it. */
const STUCK_MS = 900_000
/** Of one cause: whoever has more of them has one thing to look at, not a thousand. */
const MOST = 1000

type Parts = Pick<NoticeContext, 'database' | 'now' | 'licence' | 'isAuditBroken' | 'pausedBy'>

/** Everything that needs a person now. */
export async function findNeeds({ database: { db }, now, ...node }: Parts): Promise<Need[]> {
  const at = now()
  const before = (ms: number) => new Date(at.getTime() - ms)
  const found = await Promise.all([
    findHeldPairs(db, MOST),
    findStuckPairs(db, before(STUCK_MS), MOST),
    findWaitingComparisons(db, MOST),
    findGivenUpCanaries(db, before(DAY_MS), MOST),
    findChangedDictionaries(db, MOST),
    findAwayPeers(db, MOST),
    findConnectionsIn(db, 'peer_lost', 'peer_lost', MOST),
    findConnectionsIn(db, 'awaiting_approval', 'approval_asked', MOST),
    findEndingInvitations(db, { now: at, withinMs: DAY_MS }, MOST),
    findDeadJobs(db),
    needsOfInstance(db, node, before(DAY_MS)),
    needsOfLicence(node, at),
  ])
  const audit = node.isAuditBroken() ? [ofNode('audit_broken')] : []
  return withoutConsequences([...found.flat(), ...audit])
}

const ofNode = (cause: Need['cause'], more: Partial<Need> = {}): Need => ({
  cause,
  connectionId: '',
  subject: '',
  count: 1,
  ...more,
})

/** What the instance refuses, as its last callback and the calls for records say. */
async function needsOfInstance(db: Db, { pausedBy }: Pick<Parts, 'pausedBy'>, since: Date): Promise<Need[]> {
  const pairing = await findPairing(db)
  if (!pairing) return []
  const { lastCallback, copy } = pairing
  const code = pausedBy() ?? (lastCallback?.code === 'delivered' ? undefined : lastCallback?.code)
  return [
    ...(code === undefined ? [] : [ofNode('instance_refuses', { subject: code })]),
    ...(copy && copy.at > since ? [ofNode('instance_copied')] : []),
  ]
}

async function needsOfLicence({ licence }: Pick<Parts, 'licence'>, at: Date): Promise<Need[]> {
  const { endsAt, ended } = await licence()
  if (ended) return [ofNode('licence_ended')]
  const until = new Date(endsAt)
  return until.getTime() - at.getTime() < LIMITS.licenceWarningMs ? [ofNode('licence_ends', { until })] : []
}

/** That nothing moves is no second cause where the instance or the other side is away, or where a person is asked. */
function withoutConsequences(needs: readonly Need[]): Need[] {
  const has = (...causes: readonly Need['cause'][]) => needs.filter(({ cause }) => causes.includes(cause))
  const isInstanceAway = has('instance_refuses').length > 0
  const explained = new Set(has('peer_away', 'peer_lost', 'comparison_waits').map(({ connectionId }) => connectionId))
  return needs.filter(
    ({ cause, connectionId }) => cause !== 'sync_stuck' || !(isInstanceAway || explained.has(connectionId)),
  )
}
