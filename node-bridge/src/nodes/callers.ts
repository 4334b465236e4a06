import type { AnswerClaims, InvitationAnswerClaims, PublicJwk } from '@accord/shared/schemas'

/** What verifies a signed call on one connection (PROTOCOL.md §5.4). */
export interface ConnectionKeys {
  readonly connectionId: string
  /** Expected `aud` and `iss`. */
  readonly localInstanceUid: string
  readonly remoteInstanceUid: string
  readonly remoteKey: PublicJwk
  /** RFC 7638 thumbprint of `remoteKey`, the expected `kid`. */
  readonly remoteKeyThumbprint: string
  /** Finds the key of the other side before this one by its thumbprint, while it is still taken. */
  readonly findEarlier?: (kid: string) => Promise<PublicJwk | undefined>
  /** False where it is known that a signed call changes nothing of the connection's state. */
  readonly awaitsFirstCall?: boolean
}

/** Who has signed a call of a source that cannot be called (PROTOCOL.md §5.12). */
export interface SourceCaller {
  readonly identityThumbprint: string
  /** Whom it says it is, and whom it means. */
  readonly instanceUid: string
  readonly audience: string
  /** There is room for its answer to be held. */
  readonly mayWait: boolean
}

/** Which instance a caller says it is; an application that says nothing is of an earlier release. */
export interface NamedInstance {
  readonly url?: string | undefined
  readonly id?: string | undefined
  /** Percent-encoded. */
  readonly name?: string | undefined
}

/** What authentication has to know of those who call. */
export interface Callers {
  /**
   * Throws `not_paired` while there is no instance, `unauthenticated` for any other token, `instance_copied` for an
   * instance that holds the token and is another one.
   */
  authenticateInstance(
    bearer: string,
    named?: NamedInstance,
  ): Promise<{ readonly kind: 'instance'; readonly instanceUrl: string }>
  /** Throws `unauthenticated`; also when no operator token is set. */
  authenticateOperator(bearer: string): Promise<{ readonly kind: 'operator' }>
  /** Public URLs before a move, over which a signature is still taken. */
  formerUrls?(): readonly string[]
  /** Undefined for a connection that is unknown or has no remote key yet. */
  findConnectionKeys(connectionId: string): Promise<ConnectionKeys | undefined>
  /** False when this id was spent before. Ids are forgotten some time after `expiresAt`. */
  spendRequestId(jti: string, expiresAt: Date): Promise<boolean>
  /** To be called after any signed call has been verified: the first one makes a pending connection active. */
  noteSignedCall(connectionId: string): Promise<void>
  /** Was a code of this source, by this key, accepted here? */
  isKnownSource(invitationId: string, source: SourceCaller): Promise<boolean>
  /**
   * Value of the header that signs an answer of the control plane, by the connection's key or by the node's identity.
   * `verified`: the keys by which the request was verified, where it came so far.
   */
  signAnswer(answer: Omit<AnswerClaims, 'iss' | 'iat'>, verified?: ConnectionKeys): Promise<string>
  /** The same for a call on an invitation, by the node's identity. */
  signInvitationAnswer(answer: Omit<InvitationAnswerClaims, 'iss' | 'iat'>): Promise<string>
}
