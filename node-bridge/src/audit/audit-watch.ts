import { setTimeout as delay } from 'node:timers/promises'

import type { AuditVerdict, Finding } from '@accord/shared/schemas'
import type { Logger } from 'pino'

import { startBackgroundLoop } from '../background/background-loop.ts'
import type { Vault } from '../vault/vault.ts'
import type { Database } from '../store/engine/database.ts'
import type { AuditAnchor } from './audit-anchor.ts'
import { verifyAuditLog } from './verify-audit-log.ts'

type Broken = NonNullable<AuditVerdict['broken']>

/** What this process knows of the log: what the sealer ran into, or what following the whole chain has shown. */
export interface AuditWatch {
  broken(): Broken | undefined
  findings(): Finding[]
  /** Notes the flaw that a check has found; null where it has found none. */
  note(broken: Broken | null): void
  /** Answers the function that stops it. */
  start(): () => Promise<void>
}

interface WatchParts {
  readonly database: Database
  readonly vault: Vault
  readonly anchor: AuditAnchor
  readonly log: Logger
  readonly everyMs: number
  readonly now: () => Date
}

/** Following the chain takes at most five of a hundred milliseconds. */
const REST = 20

/** Follows the whole chain from the start on, again and again, slowly enough to be in nobody's way. */
export function createAuditWatch({ database, vault, anchor, log, everyMs, now }: WatchParts): AuditWatch {
  let broken: Broken | undefined

  const note = (found: Broken | null) => {
    if (found && found.why !== broken?.why)
      log.error({ auditSeq: found.seq, why: found.why }, 'THE AUDIT LOG IS BROKEN: somebody has changed the database')
    broken = found ?? undefined
  }
  const look = async (stopping: AbortSignal) => {
    const pace = (tookMs: number) => delay(tookMs * REST, undefined, { signal: stopping, ref: false })
    const { broken: found } = await verifyAuditLog(database.db, { vault, seen: anchor.seen(), pace, now: now() })
    note(found)
  }
  return {
    broken: () => broken,
    findings: () => (broken ? [findingOf(broken)] : []),
    note,
    start: () =>
      startBackgroundLoop({
        turn: async ({ stopping }) => {
          await look(stopping)
          return everyMs
        },
        onFailure: (error) => {
          log.warn({ err: error }, 'the audit log could not be followed; it is tried again')
          return everyMs
        },
        ref: false,
      }).stop,
  }
}

const findingOf = ({ seq, why }: Broken): Finding => ({
  code: 'audit',
  state: 'warning',
  detail: `The audit log is broken at entry ${seq}: ${why} New entries wait and are not chained.`,
  remedy:
    'Somebody has changed the database. Keep a copy of it, compare it with a backup, change the password of the database; then: accord audit resume.',
})
