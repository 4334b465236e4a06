import { gs } from '@servicenow/glide'
import type { ConnectionList } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { Refusal } from '../http/refusal.ts'
import { forgetConnection, storedConnections } from '../connection-rows/stored-connections.ts'
import { storeConnection } from '../connection-rows/store-connection.ts'
import { unlessRefused } from '../connection-rows/require-written.ts'
import { reconcileProgress } from './reconcile-progress.ts'
import type { ReconcileProgress } from './reconcile-progress.ts'

const PAGE = '200'
/** Set-up says so; a log that repeats it every hour helps nobody. */
const WITHOUT_NODE: readonly string[] = ['not_paired', 'instance_copied']

/**
 * A job, at once after a pairing and each five minutes: asks the node for all connections and heals what missed callbacks
 * left behind. What is stored already is not asked for again, so that a run goes on where one before it has died.
 */
export function reconcile(): void {
  const progress = reconcileProgress()
  try {
    reconcileNow(gs.generateGUID(), progress)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    progress.refuse(thrown.code)
    if (!WITHOUT_NODE.includes(thrown.code)) gs.warn(`Accord: connections were not reconciled: ${thrown.sentence()}`)
  }
}

function reconcileNow(requestId: string, progress: ReconcileProgress): void {
  // Read before the node is asked: a connection that is made meanwhile must not be taken for a lost one.
  const known = storedConnections()
  const listed = listConnections(requestId)
  const behind = [...listed].filter(([id, revision]) => (known.get(id)?.revision ?? 0) < revision)
  progress.begin(listed.size, listed.size - behind.length)
  for (const [id] of behind) {
    catchUp(id, requestId)
    progress.step()
  }
  // The node lists no deleted ones. Their rows stay as history, once they show that end.
  for (const [id, { state }] of known) if (!listed.has(id) && state !== 'terminated') catchUp(id, requestId)
  progress.end()
}

/** Connection id → revision, page after page. By name: what is new meanwhile may be missed, what stands is not. */
function listConnections(requestId: string): ReadonlyMap<string, number> {
  const listed = new Map<string, number>()
  let after: string | null = null
  do {
    const query: Record<string, string> = { limit: PAGE, sort: 'name', ...(after ? { after } : {}) }
    const page: ConnectionList = callNode('listConnections', { requestId, query })
    for (const { id, revision } of page.connections) listed.set(id, revision)
    // A node of a release without pages answers all of them at once, and no `next`.
    after = page.next ?? null
  } while (after)
  return listed
}

/** Stores what the node has, or forgets what it does not have: a node that replaced another, or an older backup of it. */
function catchUp(connectionId: string, requestId: string): void {
  try {
    const news = callNode('readConnection', { requestId, params: { connectionId } })
    unlessRefused(() => storeConnection(news))
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'connection_unknown') throw thrown
    unlessRefused(() => forgetConnection(connectionId))
  }
}
