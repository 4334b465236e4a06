import type { ConsoleRole } from '@accord/shared/protocol'
import type {
  AcceptRequest,
  ActorRequest,
  AnnounceKeysRequest,
  AnnounceKeysResponse,
  AnswerClaims,
  AuditPageQuery,
  AuditTrail,
  AuditTrailQuery,
  AuditVerdict,
  ChangePasswordRequest,
  CheckNameRequest,
  CheckNameResponse,
  ConfirmResponse,
  ChangeSettingsRequest,
  ConnectionDetail,
  ConnectionDiagnosis,
  DiagnoseRequest,
  NodeSettings,
  PrerequisiteCheck,
  ConnectionList,
  ConnectionListQuery,
  ConsoleInvitation,
  ConsoleSessionList,
  ConsoleUserAnswer,
  ConsoleUserList,
  ConsoleUserRequest,
  ContactRequest,
  ContactResponse,
  DiscoveryDocument,
  EndedListQuery,
  FetchAcceptanceRequest,
  FetchAcceptanceResponse,
  InitiateRequest,
  InitiateResponse,
  InviteConsoleUserRequest,
  InvitationAnswerClaims,
  InvitationPreview,
  IssuedInvitation,
  InstallLicenceRequest,
  LicenceReport,
  KeyFacts,
  LinkFacts,
  NodeStatus,
  PairingCodeResponse,
  PairingRequest,
  PairingResponse,
  PreviewRequest,
  PublicJwk,
  ReadLinkRequest,
  RedeemRequest,
  RedeemResponse,
  RerunJobResponse,
  RerunJobsRequest,
  RerunJobsResponse,
  ResolveDestinationRequest,
  ResolvedDestination,
  StuckJobList,
  SetTrackerRequest,
  SettleAcceptanceRequest,
  SettleAcceptanceResponse,
  SignedIn,
  SignInRequest,
  TerminateResponse,
  TrackerAnswer,
  UseLinkRequest,
} from '@accord/shared/schemas'
import type { z } from 'zod'

/**
 * What the routes call: one method per operation of the protocol, in the wire's own types. Services throw `Refusal` on
 * purpose and nothing else; they never see a request, a header or a status code. Ids are UUIDs.
 */
export interface BridgeServices {
  readonly connections: Connections
  readonly node: NodeFacts
  readonly pairing: Pairing
  readonly callers: Callers
  readonly health: Health
  readonly metrics: Metrics
  readonly audit: Audit
  readonly jobs: Jobs
  readonly licences: Licences
  readonly trackers: Trackers
  readonly console: Console
  readonly settings: Settings
}

export interface Connections {
  /** Creates the source's connection and its code. A repeated `requestId` answers the same connection with a new code. This node's own URL makes a local one, without a code. */
  initiate(request: InitiateRequest): Promise<z.infer<typeof InitiateResponse>>
  /** A page, without those that were deleted here. Throws `malformed` for an `after` that is no answer's `next`. */
  list(query: ConnectionListQuery): Promise<ConnectionList>
  listEnded(query: EndedListQuery): Promise<ConnectionList>
  read(connectionId: string): Promise<z.infer<typeof ConnectionDetail>>
  /** How old this side's and the other side's key are. Throws `connection_unknown`. */
  keyFacts(connectionId: string): Promise<KeyFacts>
  checkName(request: z.infer<typeof CheckNameRequest>): Promise<z.infer<typeof CheckNameResponse>>
  reissue(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof IssuedInvitation>>
  revoke(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof ConnectionDetail>>
  /** This side's pause and its end. Repeating one does no harm; the other side is told in the background. */
  deactivate(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof ConnectionDetail>>
  activate(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof ConnectionDetail>>
  /** The name is free at once; the other side is told in the background. */
  delete(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof ConnectionDetail>>
  /** At the source: lets the one who redeemed have the connection. Throws `state_conflict` when nothing waits for it. */
  approve(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof ConnectionDetail>>
  /** At the source: ends the connection instead; the other side hears why. */
  reject(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof ConnectionDetail>>
  /** A code by which the other side's admin renews the keys of this connection; either side may issue it. */
  issueRekeyCode(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof IssuedInvitation>>
  /** Examines the way to the other side, one stage or all. Throws `too_many_requests`. */
  diagnose(connectionId: string, request: DiagnoseRequest): Promise<ConnectionDiagnosis>
  /** Begins a rotation of this side's key; one that is under way is not begun twice. */
  rotateKeys(connectionId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof ConnectionDetail>>
  /** Called by the other node: the chain of statements proves itself. */
  announceKeys(connectionId: string, request: AnnounceKeysRequest): Promise<AnnounceKeysResponse>
  /** Reads the code; nothing leaves this node. */
  preview(request: z.infer<typeof PreviewRequest>): Promise<InvitationPreview>
  /** Waits a few seconds for the source's answer; after that the connection is `redeeming` and goes on by itself. */
  accept(request: AcceptRequest): Promise<z.infer<typeof ConnectionDetail>>
  /** At the source, called by the other node: the body proves the caller. */
  redeem(invitationId: string, request: z.infer<typeof RedeemRequest>): Promise<z.infer<typeof RedeemResponse>>
  /** At the destination, called by a source that nobody can call: its redeem, as soon as its code is accepted here. */
  fetchAcceptance(
    invitationId: string,
    request: FetchAcceptanceRequest,
    source: SourceCaller,
  ): Promise<FetchAcceptanceResponse>
  /** The answer of that source to the redeem. */
  settleAcceptance(
    invitationId: string,
    request: SettleAcceptanceRequest,
    source: SourceCaller,
  ): Promise<SettleAcceptanceResponse>
  /** At the source, called by the other node with a verified signature of the connection's key. */
  confirm(connectionId: string): Promise<z.infer<typeof ConfirmResponse>>
  /** Called by the other node with a verified signature, as is `terminate`. Throws `connection_gone` for a deleted one. */
  contact(connectionId: string, request: ContactRequest): Promise<ContactResponse>
  terminate(connectionId: string): Promise<z.infer<typeof TerminateResponse>>
}

export interface Settings {
  read(): Promise<NodeSettings>
  change(request: ChangeSettingsRequest): Promise<NodeSettings>
}

export interface Licences {
  report(): Promise<LicenceReport>
  /** Throws `licence_malformed`, `licence_forged`, `licence_foreign`, `licence_expired`; nothing is changed then. */
  install(request: InstallLicenceRequest): Promise<LicenceReport>
}

export interface NodeFacts {
  discoveryDocument(): Promise<DiscoveryDocument>
  status(): Promise<NodeStatus>
  /** As the status says, and what only a try can tell. Throws `too_many_requests`. */
  checkPrerequisites(): Promise<PrerequisiteCheck>
  resolveDestination(request: z.infer<typeof ResolveDestinationRequest>): Promise<ResolvedDestination>
}

/** The instance that is paired, as the operator sees it. Times are ISO 8601. */
export interface PairingFacts {
  readonly instanceUrl: string
  readonly instanceName: string
  readonly instanceVersion: string
  readonly appVersion: string
  readonly pairedBy: string
  readonly pairedAt: string
}

export interface Pairing {
  /** The same secret with the same token gives the same answer; with another token it is `pairing_used`. */
  pair(request: PairingRequest): Promise<z.infer<typeof PairingResponse>>
  /** A one-time code, valid for LIMITS.pairingCodeMs. It is shown once and only its hash is stored. */
  issueCode(): Promise<z.infer<typeof PairingCodeResponse>>
  describe(): Promise<{ readonly pairing: PairingFacts | null }>
  /** The token opens nothing any more, and all pairing codes are void. */
  revoke(actor?: string): Promise<{ readonly pairing: null }>
}

export interface InstanceCaller {
  readonly kind: 'instance'
  readonly instanceUrl: string
}
export interface OperatorCaller {
  readonly kind: 'operator'
}

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

export interface Callers {
  /** Throws `not_paired` while there is no instance, `unauthenticated` for any other token. */
  authenticateInstance(bearer: string): Promise<InstanceCaller>
  /** Throws `unauthenticated`; also when no operator token is set. */
  authenticateOperator(bearer: string): Promise<OperatorCaller>
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
   * `verified`: the keys by which the request was judged, where it came so far.
   */
  signAnswer(answer: Omit<AnswerClaims, 'iss' | 'iat'>, verified?: ConnectionKeys): Promise<string>
  /** The same for a call on an invitation, by the node's identity. */
  signInvitationAnswer(answer: Omit<InvitationAnswerClaims, 'iss' | 'iat'>): Promise<string>
}

export interface Health {
  /** `checks` names each part that was looked at; `ready` is their conjunction. `reason`: what the operator has to remedy. */
  ready(): Promise<{
    readonly ready: boolean
    readonly checks: Readonly<Record<string, boolean>>
    readonly reason?: string
  }>
}

export interface Audit {
  /** Entries after a number, one line of NDJSON each (`AuditLine`); empty at the end. */
  page(query: AuditPageQuery): Promise<{ readonly contentType: string; readonly text: string }>
  /** What was done with one connection, newest first. Throws `connection_unknown`. */
  trail(connectionId: string, query: AuditTrailQuery): Promise<AuditTrail>
  /** Follows the whole chain. */
  verify(): Promise<AuditVerdict>
}

export interface Jobs {
  /** Those that the node has given up, and those that keep failing. */
  listStuck(): Promise<StuckJobList>
  /** At once instead of later, or again after the node has given up. Throws `not_found` for a job that is not stuck. */
  rerun(jobId: string, request: z.infer<typeof ActorRequest>): Promise<z.infer<typeof RerunJobResponse>>
  /** The same for every stuck job of a queue. */
  rerunAll(request: RerunJobsRequest): Promise<z.infer<typeof RerunJobsResponse>>
}

export interface Metrics {
  /** Content type and text of the Prometheus exposition. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>
  observeHttp(sample: { readonly operation: string; readonly status: number; readonly seconds: number }): void
}

export interface Trackers {
  /** Throws `state_conflict` while an instance is paired. */
  set(request: z.infer<typeof SetTrackerRequest>): Promise<z.infer<typeof TrackerAnswer>>
}

/** The bridge's own console: its users, and their browsers. */
export interface Console {
  readonly accounts: ConsoleAccounts
  readonly sessions: ConsoleSessions
  /** For whoever reads the node's standard output; undefined once an admin can sign in. */
  issueFirstLink(): Promise<{ readonly url: string; readonly expiresAt: string } | undefined>
}

/** Whatever would leave nobody to sign in as admin throws `last_console_admin` to a caller in the console. */
export interface ConsoleAccounts {
  list(): Promise<z.infer<typeof ConsoleUserList>>
  invite(request: z.infer<typeof InviteConsoleUserRequest>): Promise<ConsoleInvitation>
  /** The password and every session are gone; a disabled user is enabled. Throws `console_user_unknown`, as does `disable`. */
  reset(request: z.infer<typeof ConsoleUserRequest>): Promise<ConsoleInvitation>
  disable(request: z.infer<typeof ConsoleUserRequest>): Promise<z.infer<typeof ConsoleUserAnswer>>
  /** With the password that the user had. Throws `console_user_unknown`. */
  enable(request: z.infer<typeof ConsoleUserRequest>): Promise<z.infer<typeof ConsoleUserAnswer>>
}

/** Who calls from which browser. `device`: the mark that an earlier session left there. */
export interface Browser {
  readonly address: string
  readonly name: string
  readonly device: string | undefined
}

/** `token` opens the session, `device` marks the browser. */
export interface StartedSession {
  readonly token: string
  readonly device: string
  readonly user: z.infer<typeof SignedIn>
}

export interface ConsoleCaller {
  readonly userId: string
  readonly name: string
  readonly role: ConsoleRole
  readonly sessionId: string
}

export interface ConsoleSessions {
  signIn(request: z.infer<typeof SignInRequest>, browser: Browser): Promise<StartedSession>
  readLink(request: z.infer<typeof ReadLinkRequest>): Promise<z.infer<typeof LinkFacts>>
  useLink(request: z.infer<typeof UseLinkRequest>, browser: Browser): Promise<StartedSession>
  /** `isActive`: a person is at work; a page that only polls does not keep a session alive. Throws `unauthenticated`. */
  authenticate(token: string, isActive: boolean): Promise<ConsoleCaller>
  signOut(caller: ConsoleCaller): Promise<void>
  changePassword(caller: ConsoleCaller, request: z.infer<typeof ChangePasswordRequest>): Promise<void>
  list(caller: ConsoleCaller): Promise<ConsoleSessionList>
  endOthers(caller: ConsoleCaller): Promise<void>
}
