import { setTimeout as delay } from 'node:timers/promises'

import { CandidatePage, CandidatesRequest, type ListCandidatesRequest } from '@accord/shared/schemas'

import { callPeer } from '../../peer-calls/signed-call.ts'
import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findTrigger } from '../../store/sync/sync-rules.ts'
import type { LocalRecord } from '../../trackers/record.ts'
import type { ConfigurationContext } from '../configuration/configuration-context.ts'
import { type Connecting, requireConnectable } from '../configuration/connect-records.ts'
import { isLocal } from '../items/ends.ts'
import { hashValues, valueOfField } from './hash-values.ts'
import { readFree } from './read-free.ts'
import { tellPage } from './tell-candidates.ts'

/**
 * A page of records of one side that may be halves of pairs. What they are matched by never leaves this node: the other side is sent
 * the names of what it shall hash, and a fresh key. Writes nothing. Throws `connection_unknown`, `state_conflict`; `access_missing` for
 * a field that sync access does not open; what stands in the way to our tracker, or to the other side.
 */
export async function listCandidates(
  context: ConfigurationContext,
  connectionId: string,
  { side, ...request }: ListCandidatesRequest,
): Promise<CandidatePage> {
  const connecting = await requireConnectable(context, connectionId)
  return side === 'here' ? listOurs(context, connecting, request) : askPatiently(context, connecting, request)
}

type Request = Omit<ListCandidatesRequest, 'side'>

/** Where this side sends nothing of its own, every record of the table may be meant. */
async function listOurs(
  context: ConfigurationContext,
  { connection: { id: connectionId }, table, tracker }: Connecting,
  { key, fields, after }: Request,
): Promise<CandidatePage> {
  const query = (await findTrigger(context.database.db, connectionId, table))?.query ?? ''
  const hashOf = (record: LocalRecord) =>
    hashValues(
      key,
      fields.map((name) => valueOf(record, name)),
    )
  return readFree(context, tracker, { connectionId, table, query, after }, hashOf)
}

function valueOf({ table, key, fields }: LocalRecord, name: string): unknown {
  if (name === 'key') return key
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!field) throw new Refusal('access_missing', `Sync access opens no field ${name} of ${table}.`)
  return valueOfField(field)
}

const TRIES = 5
const MOST_S = 5

/** Who is asked says how long to wait for the next page; nobody has to see that. */
async function askPatiently(context: ConfigurationContext, connecting: Connecting, request: Request) {
  for (let tried = 1; ; tried++)
    try {
      return await askThere(context, connecting.connection, request)
    } catch (error) {
      if (!isRefusal(error) || error.code !== 'too_many_requests' || tried === TRIES) throw error
      await delay(Math.min(error.retryAfterS ?? 1, MOST_S) * 1000)
    }
}

async function askThere(
  context: ConfigurationContext,
  connection: ConnectionRecord,
  { key, fields, after }: Request,
): Promise<CandidatePage> {
  const request = CandidatesRequest.safeParse({ key, paths: fields.map(pathOf), ...(after && { after }) })
  if (!request.success)
    throw new Refusal('malformed', 'Name what the other side sends: key, summary, or customKeys.ticket.')
  if (isLocal(connection)) return tellPage(context, await otherEndOf(context, connection), request.data)
  if (connection.remote.pollOnly)
    throw new Refusal('state_conflict', 'The other side cannot be called from here: match the records there.')
  return callPeer(context, connection, 'tellCandidates', request.data, CandidatePage).catch((error: unknown) => {
    if (!isRefusal(error) || error.code !== 'state_conflict') throw error
    throw new Refusal('state_conflict', NOTHING_SENT, { cause: error })
  })
}

const NOTHING_SENT = 'The other side sends nothing by a condition that is active, so nothing of it can be found.'

const CUSTOM = 'customKeys.'

/** As scripts name it, `customKeys.ticket`, as a JSON Pointer. */
function pathOf(name: string): string {
  if (name === 'key') return name
  const [from, member] = name.startsWith(CUSTOM) ? ['/customKeys/', name.slice(CUSTOM.length)] : ['/', name]
  return `${from}${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Both ends are on this node. */
async function otherEndOf({ database }: ConfigurationContext, { peerConnectionId }: ConnectionRecord) {
  const other = peerConnectionId === null ? undefined : await findConnection(database.db, peerConnectionId)
  if (!other) throw new Refusal('retry_later')
  return other
}
