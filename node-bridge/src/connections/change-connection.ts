import { type ConnectionState, hasTrait, type LogEvent, stateAfter, type Transition } from '@accord/shared/protocol'

import { Refusal } from '../refusals/refusal.ts'
import { type ConnectionFields, type ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnection, insertConnection, isNameFree, replaceConnection } from '../store/connections/connections.ts'
import type { Db } from '../store/engine/tables.ts'
import { type LogLine, recordChange } from './record-change.ts'

/** Who acts where no person does. */
export const NODE_ACTOR = 'node'
export const REMOTE_ACTOR = 'remote node'

export interface Change extends LogLine {
  /** A word of the transition table; without one the state stays and has to be in `onlyIn`. */
  readonly transition?: Transition | undefined
  readonly onlyIn?: readonly ConnectionState[]
  /** What else must still hold of the connection when it is written; otherwise `retry_later`. */
  readonly onlyIf?: (before: ConnectionRecord) => boolean
  /** As a function where what is written depends on what stands there. */
  readonly set?: Partial<ConnectionFields> | ((before: ConnectionRecord) => Partial<ConnectionFields>)
}

const TRIES = 10

/** An id, or a record that was read just now: it need not be read again, and the conditional write finds out when it is old. */
export type Changeable = string | ConnectionRecord

/**
 * The one writer of a connection's state: asks the table, writes revision + 1 if nobody was faster, appends to the
 * handshake log and enqueues the instance's callback, all in the caller's transaction.
 * Throws `connection_unknown`, `state_conflict`, `name_taken`.
 */
export async function changeConnection(
  transaction: Db,
  connection: Changeable,
  now: Date,
  change: Change,
): Promise<ConnectionRecord> {
  for (let tried = 0; tried < TRIES; tried++) {
    const before = await findBefore(transaction, connection, change, tried)
    if (!before) throw new Refusal('connection_unknown')
    if (change.onlyIf?.(before) === false) throw new Refusal('retry_later')
    const state = requireNext(before, change)
    const changed = {
      ...before,
      ...(typeof change.set === 'function' ? change.set(before) : change.set),
      // An ended connection signs nothing any more; the peer's key stays, so that it can be informed of the end.
      ...(hasTrait(state, 'keyless') ? { localKey: null } : {}),
      state,
      revision: before.revision + 1,
      updatedAt: now,
    }
    await requireName(transaction, before, changed)
    if (await replaceConnection(transaction, before, changed, change.transition)) {
      await recordChange(transaction, changed, now, change)
      await changeOtherEnd(transaction, changed, now, change)
      return changed
    }
  }
  throw new Refusal('retry_later', 'The connection is being changed by many at once.')
}

async function findBefore(transaction: Db, connection: Changeable, change: Change, tried: number) {
  if (typeof connection === 'string') return findConnection(transaction, connection)
  return tried === 0 && isAllowed(connection, change) ? connection : findConnection(transaction, connection.id)
}

/** As `changeConnection`, with a second entry in the log where there is something to warn of. */
export async function changeWithWarning(
  transaction: Db,
  connection: Changeable,
  now: Date,
  change: Change,
  warning: Change | undefined,
): Promise<ConnectionRecord> {
  const changed = await changeConnection(transaction, connection, now, change)
  return warning ? changeConnection(transaction, changed, now, warning) : changed
}

/** As `changeConnection`, but undefined where the connection is not in a state that allows it. */
export async function tryChange(
  transaction: Db,
  id: string,
  now: Date,
  change: Change,
): Promise<ConnectionRecord | undefined> {
  const record = await findConnection(transaction, id)
  if (!record || !isAllowed(record, change)) return undefined
  return changeConnection(transaction, record, now, change)
}

export const isAllowed = (
  record: ConnectionRecord,
  { transition, onlyIn }: Pick<Change, 'transition' | 'onlyIn'>,
): boolean =>
  (transition === undefined || stateAfter(record, transition) !== undefined) &&
  (!onlyIn || onlyIn.includes(record.state))

/** What one end of a local connection does happens at the other end, too, in the same transaction. */
const AT_OTHER_END: Partial<Record<Transition, readonly { transition: Transition; event: LogEvent }[]>> = {
  deactivate: [{ transition: 'peerDeactivated', event: 'peerDeactivated' }],
  activate: [{ transition: 'peerActivated', event: 'peerActivated' }],
  delete: [
    { transition: 'delete', event: 'deleted' },
    { transition: 'terminateAcknowledged', event: 'terminated' },
  ],
}

async function changeOtherEnd(
  transaction: Db,
  { peerConnectionId }: ConnectionRecord,
  now: Date,
  change: Change,
): Promise<void> {
  if (peerConnectionId === null || change.transition === undefined) return
  for (const atOtherEnd of AT_OTHER_END[change.transition] ?? []) {
    const before = await findConnection(transaction, peerConnectionId)
    const state = before && stateAfter(before, atOtherEnd.transition)
    if (!before || state === undefined) return
    const changed = { ...before, state, revision: before.revision + 1, updatedAt: now }
    if (!(await replaceConnection(transaction, before, changed, atOtherEnd.transition)))
      throw new Refusal('retry_later')
    await recordChange(transaction, changed, now, { ...change, event: atOtherEnd.event })
  }
}

/** The state that the change leads to. Throws `state_conflict` for a step that the table lacks, and outside of `onlyIn`. */
function requireNext(before: ConnectionRecord, { transition, onlyIn }: Change): ConnectionState {
  const next = transition === undefined ? before.state : stateAfter(before, transition)
  if (next === undefined || (onlyIn && !onlyIn.includes(before.state)))
    throw new Refusal('state_conflict', undefined, { facts: { state: before.state } })
  return next
}

/** A connection that comes back, or is renamed, needs a name that nobody has taken meanwhile. */
async function requireName(transaction: Db, before: ConnectionRecord, changed: ConnectionRecord): Promise<void> {
  if (!hasTrait(changed.state, 'holdsName')) return
  // It holds its name already, and the index lets nobody else have it.
  if (hasTrait(before.state, 'holdsName') && before.name === changed.name) return
  if (!(await isNameFree(transaction, changed.name, changed.id))) throw new Refusal('name_taken')
}

/** How a connection begins: the first entry of its log, and the step that it counts as. */
const BEGINNINGS = { initiated: 'initiate', initiatedLocally: 'initiate', accepted: 'accept' } as const
export type Beginning = LogLine & { readonly event: keyof typeof BEGINNINGS }

/** A new connection, its first log entry and callback. False when its name or its request is taken: nothing is written. */
export async function createConnection(transaction: Db, record: ConnectionRecord, line: Beginning): Promise<boolean> {
  if (!(await insertConnection(transaction, record, BEGINNINGS[line.event]))) return false
  await recordChange(transaction, record, record.createdAt, line)
  return true
}
