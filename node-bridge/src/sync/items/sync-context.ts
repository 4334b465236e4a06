import { randomBytes } from 'node:crypto'

import type { ConnectionContext } from '../../connections/connection-context.ts'
import { createRateLimiter, type RateLimiter } from '../../limits/rate-limit.ts'
import type { Sandbox } from '../../sandbox/index.ts'
import type { Database } from '../../store/engine/database.ts'
import type { RulesRecord } from '../../store/sync/sync-rules.ts'
import { keepSyncKey } from '../../store/node/node-identity.ts'
import { listRestoreEpochs } from '../../store/node/restore-epochs.ts'
import type { Vault } from '../../vault/vault.ts'
import { epochOfLife } from '../pairs/begin-anew.ts'
import { createRulesTallies, type RulesTallies } from './rules-tallies.ts'
import type { MetWords } from './unmapped-words.ts'

/** What every step of sync needs, beside what every step of a connection does. */
export interface SyncContext extends ConnectionContext {
  readonly sandbox: Sandbox
  /** Under which states of records are hashed: one for the life of the node, whatever becomes of the master key. */
  readonly hashKey: string
  /** Our epoch of pairs that begin now. */
  readonly epoch: number
  readonly fileLimits: FileLimits
  /** Rules that are tried out, in the place of those that were published. */
  readonly draft?: Readonly<Record<RulesRecord['direction'], RulesRecord>>
  /** No canary runs for any of the pairs at hand, so that nobody has to look. */
  readonly hasNoCanary?: true
  /** Notes what published rules have met and do not know; undefined where that does not count, as for a draft. */
  readonly met?: MetWords
  readonly share: PeerShare
  readonly tallies: RulesTallies
  /** For how long messages are kept once both sides are through with them; 0: not at all. */
  readonly keepMessagesDays: number
  /** Where scripts may call. */
  readonly scriptHosts: readonly string[]
  /** Until when connections, by their ids, send nothing since the other side has asked for that. */
  readonly pausedUntil: Map<string, number>
}

/** What one connection may bring here, so that the others have their turn. */
export interface PeerShare {
  /** Messages that wait to be written. */
  readonly waiting: number
  /** Records that it begins, by its id. */
  readonly records: RateLimiter
  /** Comments that it brings. */
  readonly comments: RateLimiter
  /** Files that it has our tracker send. */
  readonly asked: RateLimiter
  /** Calls that its scripts make to other hosts. */
  readonly calls: RateLimiter
  /** Pages of pairs of which it asks for hashes; each reads as many of our records. */
  readonly hashes: RateLimiter
  /** Records that are deleted here since it has deleted its own. */
  readonly deletes: RateLimiter
}

/** Each of a connection, those but `waiting` in an hour. */
export interface Shares {
  readonly waiting: number
  readonly records: number
  readonly comments: number
  readonly asked: number
  readonly deletes: number
}

/** As the settings are by default. */
const SHARES: Shares = { waiting: 1000, records: 36_000, comments: 36_000, asked: 3600, deletes: 20 }

const HOUR_S = 3600
/** Pages of twenty: a check of 10,000 pairs takes four minutes. */
const HASHES = { burst: 20, perSecond: 2 }

/** One for each second, on the average. */
const CALLS = 3600

const hourly = (count: number): RateLimiter => createRateLimiter({ burst: count, perSecond: count / HOUR_S })

/** A backfill of an hour may come at once; an instance writes 10 to 40 records in a second. */
export const peerShareOf = ({ waiting, records, comments, asked, deletes }: Shares): PeerShare => ({
  waiting,
  records: hourly(records),
  comments: hourly(comments),
  asked: hourly(asked),
  calls: hourly(CALLS),
  hashes: createRateLimiter(HASHES),
  deletes: hourly(deletes),
})

/** Bytes: of the largest file, and of what is kept of a connection's files in one direction while they are on their way. */
export interface FileLimits {
  readonly maxBytes: number
  readonly shareBytes: number
}

const MEGABYTE = 1_048_576
/** As the settings are by default. */
export const FILE_LIMITS: FileLimits = { maxBytes: 64 * MEGABYTE, shareBytes: 256 * MEGABYTE }

export const fileLimitsOf = (maxMb: number, shareMb: number): FileLimits => ({
  maxBytes: maxMb * MEGABYTE,
  shareBytes: shareMb * MEGABYTE,
})

const CONTEXT = 'sync-key'

export async function createSyncContext(
  context: ConnectionContext,
  sandbox: Sandbox,
  fileLimits = FILE_LIMITS,
  {
    share = peerShareOf(SHARES),
    keepMessagesDays = 0,
    scriptHosts = [],
  }: Partial<Pick<SyncContext, 'share' | 'keepMessagesDays' | 'scriptHosts'>> = {},
): Promise<SyncContext> {
  const { database, vault, now } = context
  const beganAt = (await listRestoreEpochs(database.db)).at(-1)?.beganAt ?? now()
  return {
    ...context,
    sandbox,
    fileLimits,
    share,
    tallies: createRulesTallies(now),
    keepMessagesDays,
    scriptHosts,
    pausedUntil: new Map(),
    hashKey: await loadHashKey(database, vault),
    epoch: epochOfLife(beganAt),
  }
}

async function loadHashKey(database: Database, vault: Vault): Promise<string> {
  const fresh = vault.seal(randomBytes(32).toString('base64url'), CONTEXT)
  return vault.open(await database.transaction((transaction) => keepSyncKey(transaction, fresh)), CONTEXT)
}
