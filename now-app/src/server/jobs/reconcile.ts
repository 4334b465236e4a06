import { gs } from '@servicenow/glide'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import { Refusal } from '../http/refusal.ts'
import { forgetMirror, mirroredRevisions } from '../mirror/mirrored-connections.ts'
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

/** As `reconcile`, but throws its Refusal. What the node does not have is forgotten: it holds the history. */
export function reconcileNow(requestId: string): void {
  // Read before the node is asked: a connection that is made meanwhile must not be taken for a lost one.
  const known = mirroredRevisions()
  const { connections } = callNode<{ connections: ConnectionSnapshot[] }>('listConnections', { requestId })
  for (const { id, revision } of connections) {
    if ((known.get(id) ?? 0) < revision)
      mirrorNews(callNode<ConnectionNews>('readConnection', { requestId, params: { connectionId: id } }))
  }
  const listed = new Set(connections.map(({ id }) => id))
  for (const id of known.keys()) if (!listed.has(id)) forgetMirror(id)
}
