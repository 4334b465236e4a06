import { STATE_TRAITS } from '@accord/shared/protocol'

import { type BackgroundLoop, startBackgroundLoop } from '../../background/background-loop.ts'
import { enqueue } from '../../jobs/job-table.ts'
import { CONNECTION_CHANGED } from '../../store/connections/connections.ts'
import { forgetBlobs } from '../../store/sync/blobs.ts'
import { forgetFilesOfConnections, listFileConnections } from '../../store/sync/pair-files.ts'
import type { SyncContext } from '../items/sync-context.ts'

/** Contents that the other side has not asked for since are fetched anew where it does. */
export const IDLE_MS = 600_000
const EVERY_MS = 60_000
/** Connections that change together share a turn: a handshake has no files, and shall not pay for them. */
const GATHER_MS = 2_000

const GONE = Object.entries(STATE_TRAITS).flatMap(([state, traits]) => ('gone' in traits ? [state] : []))

export const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_MS)

/** Whatever a kill, an unlink or the end of a connection has left goes; what waits is taken up. */
export const tidyFiles = ({ database, now }: Pick<SyncContext, 'database' | 'now'>): Promise<void> =>
  database.transaction(async (transaction) => {
    await forgetFilesOfConnections(transaction, GONE)
    await forgetBlobs(transaction, idleSince(now()))
    for (const connectionId of await listFileConnections(transaction, 'in'))
      await enqueue(transaction, 'carryFiles', { connectionId }, now())
    for (const connectionId of await listFileConnections(transaction, 'out'))
      await enqueue(transaction, 'bringOffered', { connectionId }, now())
  })

/** At the start, every minute, and when a connection ends or works again. */
export function startTidyingFiles(context: SyncContext): () => Promise<void> {
  const { database, log } = context
  const loop: BackgroundLoop = startBackgroundLoop({
    turn: async () => {
      await tidyFiles(context)
      return EVERY_MS
    },
    onFailure: (error) => {
      log.error({ err: error }, 'files could not be tidied')
      return EVERY_MS
    },
    gatherMs: GATHER_MS,
    ref: false,
  })
  const stopListening = database.onCommitted(CONNECTION_CHANGED, ({ record: { state } }) => {
    if (state === 'active' || GONE.includes(state)) loop.wake()
  })
  return () => {
    stopListening()
    return loop.stop()
  }
}
