import { randomUUID } from 'node:crypto'

import type { ConnectionSnapshot } from '@accord/shared/schemas'

import { RefusedCall } from '../company/bridge-client.ts'
import { eventually } from '../company/eventually.ts'
import type { Pair, Party } from './pair.ts'

export interface Invited {
  readonly code: string
  readonly invitationId: string
  readonly sourceConnectionId: string
}

let count = 0

/** Initiates at the source as its instance does; a call that broke is repeated with the same request id. */
export async function initiate(source: Party, requestId = randomUUID()): Promise<Invited> {
  const name = `Connection ${(count += 1)} ${requestId.slice(0, 8)}`
  const body = {
    requestId,
    destinationUrl: null,
    mode: 'script',
    localShortName: 'A',
    remoteShortName: 'B',
    name,
    description: 'Made while the network breaks',
    actor: 'admin',
  }
  const ask = () => source.client.call('initiateConnection', { body })
  const { connection, code } = await eventually('the source initiates', ask, { isHopeless, withinMs: 60_000 })
  source.observer.saw(connection)
  if (!connection.invitation || code === null) throw new Error('A new connection has no invitation')
  return { code, invitationId: connection.invitation.id, sourceConnectionId: connection.id }
}

/** Accepts at the destination; a call that broke is repeated with the same code, as a person would press again. */
export async function accept(destination: Party, code: string, withinMs = 60_000): Promise<ConnectionSnapshot> {
  const body = { text: code, actor: 'admin' }
  const ask = () => destination.client.call('acceptInvitation', { body })
  const { connection } = await eventually('the destination accepts', ask, { isHopeless, withinMs })
  destination.observer.saw(connection)
  return connection
}

/** Reads a connection that the party has acknowledged; the observer compares it with what was said before. */
export async function read(party: Party, connectionId: string): Promise<ConnectionSnapshot> {
  const { connection } = await party.client.call('readConnection', { params: { connectionId } })
  party.observer.saw(connection)
  return connection
}

/** A whole handshake, from the form at the source to the acknowledged acceptance at the destination. */
export async function shakeHands({
  source,
  destination,
}: Pair): Promise<Invited & { destinationConnectionId: string }> {
  const invited = await initiate(source)
  const { id } = await accept(destination, invited.code)
  return { ...invited, destinationConnectionId: id }
}

/** A refusal that will stay is an answer and ends the story; a broken connection or a busy bridge is a reason to ask again. */
const isHopeless = (error: unknown): boolean => error instanceof RefusedCall && !error.problem.retry
