import type { LogEvent } from '@accord/shared/protocol'

import { changeConnection, NODE_ACTOR } from '../../connections/change-connection.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findNewestEventAt } from '../../store/connections/handshake-events.ts'
import type { SyncContext } from './sync-context.ts'

/** What a peer may send, begin, bring or ask for too much of. */
export type Over = 'messages' | 'records' | 'comments' | 'files' | 'asked'

/** So often the log of the connection says each of them again. */
const SAID_EVERY_MS = 3_600_000

interface Said {
  readonly event: LogEvent
  readonly detail: (peer: string, context: Pick<SyncContext, 'share' | 'fileLimits'>) => string
}

const SAID: Readonly<Record<Over, Said>> = {
  messages: {
    event: 'peerSlowedDown',
    detail: (peer, { share }) =>
      `${peer} sends faster than this side can write: ${share.waiting} of its messages wait here. The rest stays with it until there is room; other connections go on.`,
  },
  records: {
    event: 'peerRecordsOverShare',
    detail: (peer) =>
      `${peer} begins more new records than its share of an hour allows. The rest stays with it until there is room; other connections go on.`,
  },
  comments: {
    event: 'peerCommentsOverShare',
    detail: (peer) =>
      `${peer} brings more comments than its share of an hour allows. The rest stays with it until there is room; other connections go on.`,
  },
  files: {
    event: 'peerFilesOverShare',
    detail: (peer, { fileLimits }) =>
      `Files of ${peer} that are on their way take up its share of ${Math.round(fileLimits.shareBytes / 1_048_576)} MB. The rest waits until one of them is written; texts and other connections go on.`,
  },
  asked: {
    event: 'peerAsksOverShare',
    detail: (peer) =>
      `${peer} asks for more files than its share of an hour allows. The rest is sent once there is room; other connections go on.`,
  },
}

/** Names the peer and what is too much, on the page of the connection; of each at most once an hour. */
export async function sayOverShare(
  context: SyncContext,
  { id, remoteShortName }: Pick<ConnectionRecord, 'id' | 'remoteShortName'>,
  over: Over,
): Promise<void> {
  const { database, now } = context
  const { event, detail } = SAID[over]
  await database.transaction(async (transaction) => {
    const saidAt = await findNewestEventAt(transaction, id, [event])
    if (saidAt && now().getTime() - saidAt.getTime() < SAID_EVERY_MS) return
    const change = { event, detail: detail(remoteShortName, context), actor: NODE_ACTOR, onlyIn: ['active'] } as const
    await changeConnection(transaction, id, now(), change)
  })
}
