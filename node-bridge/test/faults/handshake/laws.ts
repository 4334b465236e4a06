import { thumbprintOf } from '../../../src/keys/key-pair.ts'
import type { Invited } from './handshake.ts'
import type { Pair } from './pair.ts'
import { readStoredDetails, type StoredConnection, type StoredDetails } from './stored-details.ts'

/**
 * What must hold when two sides have come to rest, whatever happened on the way. Each sentence of the answer is a broken law;
 * an empty list is a good run. `invited`: the handshakes that were begun and whose codes were accepted.
 */
export async function findBrokenLaws({ source, destination }: Pair, invited: readonly Invited[]): Promise<string[]> {
  const [atSource, atDestination] = await Promise.all([readStoredDetails(source), readStoredDetails(destination)])
  return [
    ...invited.flatMap((handshake) => brokenBy(handshake, atSource, atDestination)),
    ...[source, destination].flatMap(({ observer, instance, name }) => [
      ...observer.contradictions,
      ...instance.faults.map((fault) => `${name}'s instance refused an event: ${fault}`),
      ...instance.inversions.map((inversion) => `${name}'s instance got events out of order: ${inversion}`),
    ]),
    ...findLost(source.observer.known.keys(), atSource),
    ...findLost(destination.observer.known.keys(), atDestination),
  ]
}

function brokenBy(
  { invitationId, sourceConnectionId }: Invited,
  source: StoredDetails,
  destination: StoredDetails,
): string[] {
  const broken: string[] = []
  const require = (law: string, holds: boolean) => {
    if (!holds) broken.push(`${law} (invitation ${invitationId})`)
  }
  const a = source.connections.find(({ id }) => id === sourceConnectionId)
  const holders = destination.connections.filter(({ invitation_id }) => invitation_id === invitationId)
  const [b] = holders
  require('an accepted code has one connection at the destination', holders.length === 1)
  require('active at A implies active at B', a?.state !== 'active' || b?.state === 'active')
  require('active at B implies redeemed at A', b?.state !== 'active' || a?.state === 'pending' || a?.state === 'active')
  if (a?.state !== 'active' || !b) return broken
  require('the sides hold the keys of each other', holdEachOther(a, b))
  const invitation = source.invitations.find(({ id }) => id === invitationId)
  require('the invitation is spent by its holder', invitation?.state === 'spent' && isHeldBy(invitation.redeemed_by, b))
  return broken
}

const holdEachOther = (a: StoredConnection, b: StoredConnection): boolean =>
  a.local_key_x !== null &&
  a.local_key_x === b.remote_key_x &&
  b.local_key_x !== null &&
  b.local_key_x === a.remote_key_x

const isHeldBy = (thumbprint: string | null, { local_key_x: x }: StoredConnection): boolean =>
  x !== null && thumbprint === thumbprintOf({ kty: 'OKP', crv: 'Ed25519', x })

function findLost(acknowledged: Iterable<string>, { connections }: StoredDetails): string[] {
  const stored = new Set(connections.map(({ id }) => id))
  return [...acknowledged].filter((id) => !stored.has(id)).map((id) => `the acknowledged connection ${id} is lost`)
}
