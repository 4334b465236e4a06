import { orderedId } from '../identifiers/ordered-id.ts'
import { SUPPORTED_MODES, quoted } from '@accord/shared/protocol'
import type { InitiateRequest, InitiateResponse, ResolvedDestination } from '@accord/shared/schemas'
import type { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import { findConnectionByRequest, isNameFree } from '../store/connections/connections.ts'
import { createConnection } from '../connections/change-connection.ts'
import type { ConnectionContext } from '../connections/connection-context.ts'
import { suggestName } from '../connections/connection-name.ts'
import { readDetail, snapshotOfIssued } from '../connections/connection-snapshot.ts'
import { prepareInvitation, storeInvitation } from './issue-invitation.ts'
import { ANYBODY, describeInvited, invitedIn } from '../connections/invited.ts'
import { reissueInvitation } from './reissue-invitation.ts'
import { createLocalConnection } from './local-connection.ts'
import { remoteDetailsOf, UNKNOWN_REMOTE } from '../connections/remote-details.ts'

type Initiated = z.infer<typeof InitiateResponse>

/**
 * The source's first step: a connection in `invited` and its code. The same `requestId` again answers the connection it
 * made with a new code, and the one before is worthless: a code is shown once and stored nowhere. Where the destination is
 * this node itself, both ends are made at once, active, and no code is needed.
 */
export async function initiateConnection(context: ConnectionContext, request: InitiateRequest): Promise<Initiated> {
  const { database } = context
  const known = await findConnectionByRequest(database.db, request.requestId)
  if (known) return initiateAgain(context, known, request)
  await context.requireLicence()
  if (!SUPPORTED_MODES.includes(request.mode)) throw new Refusal('mode_unsupported')
  if (!(await isNameFree(database.db, request.name))) throw await nameTaken(context, request.name)
  const destination =
    request.destinationUrl === null ? undefined : await context.findDestination(request.destinationUrl)
  if (destination) requireOffered(destination.found, request.mode)
  const resolved = { ...request, destinationUrl: destination?.url ?? null }
  if (!destination?.local) {
    requireReachable(context, destination)
    return issueFirstCode(context, resolved, destination)
  }
  const connection = await createLocalConnection(context, resolved)
  return connection ? { connection, code: null } : lostRace(context, request)
}

/** A node of an older release says which modes it has; one that is found later, by a code, refuses by the same name. */
export function requireOffered({ modes, node }: ResolvedDestination['found'], mode: InitiateRequest['mode']): void {
  if (modes.some((each) => each.mode === mode && each.available)) return
  const reason = modes.find((each) => each.mode === mode)?.reason
  const said = reason === undefined ? '' : ` It says: ${reason}.`
  throw new Refusal('mode_unsupported', `${node.name} does not offer this configuration mode.${said}`)
}

/** The redeemer calls this node. A private node cannot be called, so it needs the URL of the other side. */
function requireReachable({ pollOnly }: ConnectionContext, destination: ResolvedDestination | undefined): void {
  if (!pollOnly) return
  if (!destination) throw new Refusal('source_private')
  if (destination.found.node.pollOnly) throw new Refusal('both_sides_private')
}

async function initiateAgain(
  context: ConnectionContext,
  known: ConnectionRecord,
  request: InitiateRequest,
): Promise<Initiated> {
  if (known.peerConnectionId === null) return reissueInvitation(context, known.id, request.actor)
  const { connection } = await readDetail(context.database.db, known.id, context.identity.fingerprint)
  return { connection, code: null }
}

async function issueFirstCode(
  context: ConnectionContext,
  request: InitiateRequest,
  destination: ResolvedDestination | undefined,
): Promise<Initiated> {
  const { database, identity } = context
  const node = destination?.found.node
  const connectionId = orderedId()
  const invited = destination ? invitedIn(destination.found) : ANYBODY
  const { invitationValidityMs, approval } = await context.runSettings()
  const options = {
    expiresInMs: request.expiresInMs ?? invitationValidityMs,
    invited,
    approval: request.approval ?? approval,
    offer: { id: connectionId, number: 1 },
  }
  const issued = await prepareInvitation(context, request, options)
  const record = newRecord(request, connectionId, issued.payload.jti, destination, context.now())
  const stored = await database.transaction(async (transaction) => {
    const created = await createConnection(transaction, record, {
      event: 'initiated',
      detail: node
        ? `An invitation code was issued for ${quoted(node.name)}; ${describeInvited(invited, node.name)}.`
        : `An invitation code was issued; ${describeInvited(invited, '')}.`,
      actor: request.actor,
    })
    return created ? storeInvitation(transaction, record.id, issued) : undefined
  })
  if (!stored) return lostRace(context, request)
  return { connection: snapshotOfIssued(record, stored, identity.fingerprint), code: issued.code }
}

/** The same request, or another connection of this name, was stored between the look and the write. */
async function lostRace(context: ConnectionContext, request: InitiateRequest): Promise<Initiated> {
  const known = await findConnectionByRequest(context.database.db, request.requestId)
  if (!known) throw await nameTaken(context, request.name)
  return initiateAgain(context, known, request)
}

async function nameTaken({ database }: ConnectionContext, name: string): Promise<Refusal> {
  return new Refusal('name_taken', undefined, { facts: { suggestion: await suggestName(database.db, name) } })
}

const newRecord = (
  request: InitiateRequest,
  id: string,
  invitationId: string,
  destination: ResolvedDestination | undefined,
  now: Date,
): ConnectionRecord => {
  return {
    id,
    sharedId: id,
    requestId: request.requestId,
    revision: 1,
    side: 'source',
    state: 'invited',
    reason: null,
    name: request.name,
    localShortName: request.localShortName,
    remoteShortName: request.remoteShortName,
    description: request.description,
    mode: request.mode,
    destinationUrl: request.destinationUrl,
    peerConnectionId: null,
    remote: destination ? remoteDetailsOf(destination.found.node) : UNKNOWN_REMOTE,
    remoteIdentityThumbprint: null,
    invitationId,
    localKey: null,
    remoteKeyX: null,
    restVersion: null,
    confirmBy: null,
    createdAt: now,
    updatedAt: now,
    activatedAt: null,
    lastContactAt: null,
    refusedRedeems: [],
  }
}
