import { gs } from '@servicenow/glide'
import type { ConnectionList, ConnectionSnapshot } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { Refusal } from '../http/refusal.ts'
import { forgetConnection, storedConnections } from '../connection-rows/stored-connections.ts'
import { storeConnection } from '../connection-rows/store-connection.ts'
import { unlessRefused } from '../connection-rows/require-written.ts'

const PAGE = '200'
/** Set-up says so; a log that repeats it every hour helps nobody. */
const WITHOUT_NODE: readonly string[] = ['not_paired', 'instance_copied']

/** Scheduled: asks the node for all connections and heals what missed callbacks left behind. */
export function reconcile(): void {
  try {
    reconcileNow(gs.generateGUID())
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    if (!WITHOUT_NODE.includes(thrown.code)) gs.warn(`Accord: connections were not reconciled: ${thrown.sentence()}`)
  }
}

/** As `reconcile`, but throws its Refusal. */
export function reconcileNow(requestId: string): void {
  // Read before the node is asked: a connection that is made meanwhile must not be taken for a lost one.
  const known = storedConnections()
  const listed = new Set<string>()
  eachListed(requestId, ({ id, revision }) => {
    listed.add(id)
    if ((known.get(id)?.revision ?? 0) < revision) catchUp(id, requestId)
  })
  // The node lists no deleted ones. Their rows stay as history, once they show that end.
  for (const [id, { state }] of known) if (!listed.has(id) && state !== 'terminated') catchUp(id, requestId)
}

/** All connections of the node, page after page. By name: what is new meanwhile may be missed, what stands is not. */
function eachListed(requestId: string, visit: (connection: ConnectionSnapshot) => void): void {
  let after: string | null = null
  do {
    const query: Record<string, string> = { limit: PAGE, sort: 'name', ...(after ? { after } : {}) }
    const page: ConnectionList = callNode('listConnections', { requestId, query })
    page.connections.forEach(visit)
    // A node of a release without pages answers all of them at once, and no `next`.
    after = page.next ?? null
  } while (after)
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
