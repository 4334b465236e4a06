import type { ConfigurationMode, ConnectionState, NodeType, Side } from '@accord/shared/protocol'

/** What this side knows of the other; empty until the handshake tells. */
export interface RemoteDetails {
  readonly instanceUid: string | null
  readonly name: string | null
  readonly nodeUrl: string | null
  readonly instanceUrl: string | null
  readonly nodeType: NodeType | null
  readonly nodeVersion: string | null
  /** It cannot be called: it calls us. Absent where an older release wrote the row. */
  readonly pollOnly?: boolean
}

/** A key of this side: `x` is its public point, `sealed` its private half under the vault. */
export interface SealedKey {
  readonly x: string
  readonly sealed: string
}

/** Redeems by one identity key that were refused with one code; times are ISO 8601. */
export interface RefusedRedeemRecord {
  readonly code: string
  /** Null: all further keys together. */
  readonly by: {
    readonly identityThumbprint: string
    readonly instanceUid: string
    readonly name: string
    readonly nodeUrl: string
  } | null
  readonly firstAt: string
  readonly lastAt: string
  readonly count: number
}

/** What may change in the life of a connection, apart from its state and revision. */
export interface ConnectionFields {
  /** Written once more where a source that has forgotten the connection gets it back by a code of its destination. */
  readonly side: Side
  readonly name: string
  readonly localShortName: string
  readonly remoteShortName: string
  readonly description: string
  readonly reason: { readonly code: string; readonly detail: string } | null
  readonly remote: RemoteDetails
  /** Thumbprint of the other node's identity key, pinned from its invitation code. */
  readonly remoteIdentityThumbprint: string | null
  /** The code that has made the connection, or will; one that renews its keys is another. */
  readonly invitationId: string | null
  /** The id that the source gave the connection: both sides use it between them. Null until the grant. */
  readonly sharedId: string | null
  readonly localKey: SealedKey | null
  /** Public point of the other side's connection key. */
  readonly remoteKeyX: string | null
  readonly restVersion: string | null
  readonly confirmBy: Date | null
  readonly activatedAt: Date | null
  readonly lastContactAt: Date | null
  /** Since the newest code was issued. */
  readonly refusedRedeems: readonly RefusedRedeemRecord[]
}

export interface ConnectionRecord extends ConnectionFields {
  readonly id: string
  readonly requestId: string | null
  readonly revision: number
  readonly state: ConnectionState
  readonly mode: ConfigurationMode
  readonly destinationUrl: string | null
  /** The other end, where both are on this node. */
  readonly peerConnectionId: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Names are compared without regard to case, width of characters and blanks around or between words. */
export const nameKeyOf = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
