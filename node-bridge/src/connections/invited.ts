import { quoted } from '@accord/shared/protocol'
import type { CodeBinding } from '@accord/shared/protocol'
import type { DiscoveryDocument } from '@accord/shared/schemas'

import { fingerprintOf } from '../keys/key-pair.ts'
import type { InvitationRecord } from '../store/handshake/invitations.ts'

/** The recipient that a code is bound to. */
export interface Invited {
  /** Null where the code is for whoever holds it. */
  readonly instanceUid: string | null
  /** Thumbprints of its identity keys, of which one has to redeem; empty where none is known. */
  readonly identities: readonly string[]
}

export const ANYBODY: Invited = { instanceUid: null, identities: [] }

/** The instance that was found at the URL, and the keys that its node listed at this moment. */
export const invitedIn = ({ node, keys }: DiscoveryDocument): Invited => ({
  instanceUid: node.instanceUid,
  identities: keys,
})

/** A re-issued code keeps the binding of the code before; only a person may loosen or change it. */
export const invitedAs = (before: InvitationRecord | undefined): Invited =>
  before ? { instanceUid: before.invitedInstanceUid, identities: before.invitedIdentities } : ANYBODY

export function bindingOf({ instanceUid, identities }: Invited): CodeBinding {
  if (instanceUid === null) return 'nobody'
  return identities.length > 0 ? 'key' : 'instance'
}

/** Who can redeem the code, as a part of a sentence of the log. */
export function describeInvited(invited: Invited, name: string): string {
  const keys = invited.identities.map(fingerprintOf).join(' or ')
  switch (bindingOf(invited)) {
    case 'nobody':
      return 'whoever holds it can redeem it once'
    case 'instance':
      return `its node lists no key, so whoever holds the code and calls itself ${quoted(name)} can redeem it`
    case 'key':
      return `only that instance can redeem it, by its key ${keys}`
  }
}
