import type { Logger } from 'pino'

import { startBackgroundLoop } from '../background/background-loop.ts'
import type { Vault } from '../vault/vault.ts'
import type { Database } from '../store/engine/database.ts'
import type { AuditAnchor } from './audit-anchor.ts'
import type { AuditWatch } from './audit-watch.ts'
import { asTheNode } from './origin.ts'
import { BrokenHeadError, sealGroup } from './seal-audit.ts'

export interface AuditSealer {
  /** Chains new entries soon, instead of at the next scan. */
  wake(): void
  /** Chains what is left and ends. */
  stop(): Promise<void>
}

interface SealerParts {
  readonly database: Database
  readonly vault: Vault
  readonly anchor: AuditAnchor
  readonly watch: Pick<AuditWatch, 'note' | 'broken'>
  readonly log: Logger
}

/** How long an entry waits for company, and how often a replica looks for entries of one that died. */
const GATHER_MS = 50
const LOOK_EVERY_MS = 1000

/**
 * Writes each new head to the log as well, with its seal: a copy that leaves the machine shows a chain that was written anew.
 * It never goes on from a head that is not the one that was left.
 */
export function startAuditSealer({ database, vault, anchor, watch, log }: SealerParts): AuditSealer {
  /** A flaw that the sealer has noted is cleared as soon as it can chain again. */
  let isOfHead = false

  const chain = async () => {
    let group = await sealGroup(database, vault, anchor)
    while (group?.isFull) group = (await sealGroup(database, vault, anchor)) ?? { ...group, isFull: false }
    if (!group) return
    const { seq, hash, sealed } = group.head
    log.info({ auditSeq: seq, auditHash: hash, auditSeal: sealed }, 'audit log chained')
  }
  const run = async () => {
    try {
      await chain()
      if (isOfHead) watch.note(null)
      isOfHead = false
    } catch (error) {
      if (!(error instanceof BrokenHeadError)) throw error
      isOfHead = true
      watch.note({ seq: error.seq, id: null, why: error.message })
    }
  }
  const failed = (error: unknown) => log.error({ err: error }, 'the audit log could not be chained; it is tried again')
  const loop = startBackgroundLoop({
    firstAfterMs: LOOK_EVERY_MS,
    gatherMs: GATHER_MS,
    turn: async () => {
      await asTheNode(run)
      return LOOK_EVERY_MS
    },
    onFailure: (error) => {
      failed(error)
      return LOOK_EVERY_MS
    },
    ref: false,
  })
  return {
    wake: loop.wake,
    stop: async () => {
      await loop.stop()
      await asTheNode(run).catch(failed)
      anchor.stop()
    },
  }
}
