import type { Logger } from 'pino'

import type { Vault } from '../keys/vault.ts'
import type { Database } from '../store/database.ts'
import { asTheNode } from './origin.ts'
import { sealAll, sealGroup } from './seal-audit.ts'

export interface AuditSealer {
  /** There may be entries without a place: chain them soon instead of at the next look. */
  wake(): void
  /** Chains what is left and ends. */
  stop(): Promise<void>
}

interface SealerParts {
  readonly database: Database
  readonly vault: Vault
  readonly log: Logger
}

/** How long an entry waits for company, and how often a replica looks for entries of one that died. */
const GATHER_MS = 50
const LOOK_EVERY_MS = 1000

/** Writes each new head to the log as well: a copy that leaves the machine shows a chain that was written anew. */
export function startAuditSealer({ database, vault, log }: SealerParts): AuditSealer {
  let atWork: Promise<void> | undefined
  let gathering: NodeJS.Timeout | undefined

  const run = async () => {
    let group = await sealGroup(database, vault)
    while (group?.isFull) group = (await sealGroup(database, vault)) ?? { ...group, isFull: false }
    if (group) log.info({ auditSeq: group.seq, auditHash: group.hash }, 'audit log chained')
  }
  const begin = () => {
    gathering = undefined
    atWork ??= asTheNode(run)
      .catch((error: unknown) => log.error({ err: error }, 'the audit log could not be chained; it is tried again'))
      .finally(() => (atWork = undefined))
    return atWork
  }
  const looking = setInterval(() => void begin(), LOOK_EVERY_MS)
  looking.unref()
  return {
    wake: () => {
      gathering ??= setTimeout(() => void begin(), GATHER_MS).unref()
    },
    stop: async () => {
      clearInterval(looking)
      clearTimeout(gathering)
      await atWork
      await sealAll(database, vault)
    },
  }
}
