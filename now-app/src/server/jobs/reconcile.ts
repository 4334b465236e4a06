import { gs } from '@servicenow/glide'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { Refusal } from '../http/refusal.ts'
import { forgetMirror, mirroredConnections } from '../mirror/mirrored-connections.ts'
import { mirrorNews } from '../mirror/mirror-news.ts'
import type { ConnectionNews } from '../mirror/mirror-news.ts'

/** Scheduled: asks the node for all connections and heals what missed callbacks left behind. */
export function reconcile(): void {
  try {
    reconcileNow(gs.generateGUID())
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    if (thrown.code !== 'not_paired') gs.warn(`Accord: connections were not reconciled: ${thrown.sentence()}`)
  }
}

/** As `reconcile`, but throws its Refusal. */
export function reconcileNow(requestId: string): void {
  // Read before the node is asked: a connection that is made meanwhile must not be taken for a lost one.
  const known = mirroredConnections()
  const { connections } = callNode<{ connections: ConnectionSnapshot[] }>('listConnections', { requestId })
  for (const { id, revision } of connections) if ((known.get(id)?.revision ?? 0) < revision) catchUp(id, requestId)
  const listed = new Set(connections.map(({ id }) => id))
  // The node lists no deleted ones. Their mirrors stay as history, once they show that end.
  for (const [id, { state }] of known) if (!listed.has(id) && state !== 'terminated') catchUp(id, requestId)
}

/** Mirrors what the node has, or forgets what it does not have: a node that replaced another, or an older backup of it. */
function catchUp(connectionId: string, requestId: string): void {
  try {
    mirrorNews(callNode<ConnectionNews>('readConnection', { requestId, params: { connectionId } }))
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'connection_unknown') throw thrown
    forgetMirror(connectionId)
  }
}
