import { randomUUID } from 'node:crypto'

import { pino } from 'pino'

import { orderedId } from '../../src/identifiers/ordered-id.ts'
import { startSerialQueueWorker } from '../../src/jobs/serial-queue-worker.ts'
import { createMailer } from '../../src/notices/mail/mailer.ts'
import type { NoticeContext } from '../../src/notices/notice-context.ts'
import { sendNotice } from '../../src/notices/send-notice.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { insertPair, type StoredPair } from '../../src/store/sync/sync-pairs.ts'

export const START = new Date('2026-05-04T10:00:00.000Z')
/** Stands where a record's values do, and may stand in no notice. */
export const PLANTED = 'Zebrafinkenvoliere'

export const pairOf = (connectionId: string, more: Partial<StoredPair> = {}): StoredPair => ({
  id: orderedId(),
  connectionId,
  pairId: randomUUID(),
  table: 'incident',
  recordId: randomUUID(),
  version: 1,
  state: 'linked',
  fault: null,
  pair: { note: PLANTED },
  outboundSealed: PLANTED,
  inboundSealed: null,
  dueAt: null,
  failures: 0,
  sendAt: null,
  localKey: PLANTED,
  localUrl: null,
  remoteKey: null,
  status: 'synced',
  lastOutAt: null,
  lastInAt: null,
  faultSealed: PLANTED,
  isReportDue: false,
  isToCompare: false,
  createdAt: START,
  changedAt: START,
  ...more,
})

export const hold = (database: Database, connectionId: string, code: string, count: number): Promise<void> =>
  database.transaction(async (transaction) => {
    for (let made = 0; made < count; made += 1)
      await insertPair(transaction, pairOf(connectionId, { fault: code, status: 'held' }))
  })

export interface NoticeClock {
  at: Date
  forward(minutes: number): void
}
export const createClock = (): NoticeClock => {
  const clock = {
    at: START,
    forward: (minutes: number) => {
      clock.at = new Date(clock.at.getTime() + minutes * 60_000)
    },
  }
  return clock
}

const LICENCE = {
  kind: 'paid' as const,
  endsAt: '2036-01-01T00:00:00.000Z',
  ended: false,
  daysLeft: 3000,
  customer: null,
  plan: null,
  maxConnections: null,
  connections: 0,
  vendorKey: 'built-in' as const,
}

/** What a node tells people by, with a mail server at that port. */
export const contextOf = (
  database: Database,
  smtpPort: number,
  clock: Pick<NoticeClock, 'at'>,
  more: Partial<NoticeContext> = {},
): NoticeContext => ({
  database,
  log: pino({ level: 'silent' }),
  now: () => clock.at,
  pace: { hourMs: 3_600_000, settleMs: 300_000, afterMs: 900_000 },
  node: { name: 'Acme node', url: 'https://accord.acme.example' },
  consoleUrl: 'https://accord.acme.example',
  mailer: createMailer(
    {
      host: '127.0.0.1',
      port: smtpPort,
      encryption: 'none',
      user: undefined,
      password: undefined,
      from: 'accord@acme.example',
    },
    undefined,
  ),
  webhook: undefined,
  postToInstance: undefined,
  operators: [{ channel: 'mail', address: 'ops@acme.example', language: 'en' }],
  licence: async () => LICENCE,
  isAuditBroken: () => false,
  pausedBy: () => undefined,
  ...more,
})

/** Sends what waits, as the node's own workers do. Times of jobs are those of the clock. */
export const startSending = (context: NoticeContext) =>
  startSerialQueueWorker({
    database: context.database,
    handlers: {
      notices: {
        backoff: { firstMs: 10, ceilingMs: 50, attempts: Infinity },
        run: ({ payload }) => sendNotice(context, (payload as { deliveryId: string }).deliveryId),
      },
    },
    log: context.log,
    now: context.now,
  })
