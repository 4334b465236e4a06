import { randomUUID } from 'node:crypto'

import type { ConnectionContext } from '../connections/connection-context.ts'
import { type DatabasePlace, isElsewhere, readDatabasePlace } from '../store/node/database-place.ts'
import {
  beginRestoreEpoch,
  hasHosts,
  listRestoreEpochs,
  notePlace,
  raiseHostCounter,
  readHostCounter,
  type RestoreEpoch,
} from '../store/node/restore-epochs.ts'
import { recoverFromRestore } from './recover-from-restore.ts'
import { readRestoreMarker, type RestoreMarker, writeRestoreMarker } from './restore-marker.ts'

export interface RestoreGuard {
  /** Compares the database with what this host remembers, acts on a restore, and remembers the new state of both. */
  check(): Promise<void>
  /** The database has changed: a restored backup would lack that, so the marker is written anew soon. */
  note(): void
  /** Remembers the last state. */
  stop(): Promise<void>
}

/** Changes of this long share one write of the file. */
const GATHER_MS = 500

/**
 * Notices that the database is older than this host remembers, docs/decisions/0011. The database is written first and the
 * file second, so a crash in between leaves the database ahead, which is no restore.
 */
export function createRestoreGuard(context: ConnectionContext, dataDir: string): RestoreGuard {
  let gathering: NodeJS.Timeout | undefined
  let atWork: Promise<void> = Promise.resolve()
  // While a process runs its rows stay where they are.
  let place: Promise<DatabasePlace> | undefined
  const placeOf = () => (place ??= readDatabasePlace(context.database.db, context.database.dialect))
  const check = (): Promise<void> => {
    atWork = atWork.catch(() => undefined).then(async () => compare(context, dataDir, await placeOf()))
    return atWork
  }
  return {
    check,
    note: () => {
      gathering ??= setTimeout(() => {
        gathering = undefined
        check().catch((error: unknown) => context.log.error({ err: error }, 'the restore marker was not written'))
      }, GATHER_MS).unref()
    },
    stop: () => {
      clearTimeout(gathering)
      return check()
    },
  }
}

async function compare(context: ConnectionContext, dataDir: string, place: DatabasePlace): Promise<void> {
  const { database, identity, now } = context
  const remembered = readRestoreMarker(dataDir)
  const own = remembered?.instanceUid === identity.instanceUid ? remembered : undefined
  const epochs = await listRestoreEpochs(database.db)
  let current = epochs.at(-1) ?? (await firstEpoch(context))
  if (await (own ? isOlderThan(context, own, epochs) : cameAlone(context, current, place))) {
    const next = { seq: current.seq + 1, epoch: randomUUID(), beganAt: now(), revoked: 0 }
    await recoverFromRestore(context, next)
    current = (await listRestoreEpochs(database.db)).at(-1) ?? next
  }
  const host = own?.host ?? randomUUID()
  await notePlace(database.db, current, place)
  const counter = await database.transaction((transaction) => raiseHostCounter(transaction, host, own?.counter ?? 0))
  writeRestoreMarker(dataDir, { instanceUid: identity.instanceUid, host, epoch: current.epoch, counter })
}

/**
 * An embedded database lies beside the marker of its only host: one that has had a host, and lies there without, was brought there, as a
 * backup is to a new machine. Hosts of a server database come and go; there the server says whether the rows lie where they lay.
 */
const cameAlone = async (
  { database }: ConnectionContext,
  { place: known = {} }: RestoreEpoch,
  now: DatabasePlace,
): Promise<boolean> => (database.dialect === 'sqlite' ? hasHosts(database.db) : isElsewhere(known, now))

async function firstEpoch({ database, now }: ConnectionContext): Promise<RestoreEpoch> {
  const first = { seq: 0, epoch: randomUUID(), beganAt: now(), revoked: 0 }
  await database.transaction((transaction) => beginRestoreEpoch(transaction, first))
  return (await listRestoreEpochs(database.db)).at(-1) ?? first
}

/**
 * An epoch that the database does not know was lost with it. One that it has left behind was ended by a restore that some
 * replica has dealt with. Within the current one the counters of this host tell.
 */
async function isOlderThan(
  { database }: ConnectionContext,
  { host, epoch, counter }: RestoreMarker,
  epochs: readonly RestoreEpoch[],
): Promise<boolean> {
  if (!epochs.some((known) => known.epoch === epoch)) return true
  if (epochs.at(-1)?.epoch !== epoch) return false
  return ((await readHostCounter(database.db, host)) ?? 0) < counter
}
