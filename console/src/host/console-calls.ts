import type { CONSOLE_API, ConsoleSession, PairWithCode } from '@accord/shared/protocol'
import type {
  AcceptRequest,
  AuditTrail,
  ConnectionList,
  ChangeSettingsRequest,
  ConnectionDiagnosis,
  ConnectionSnapshot,
  HandshakeEntry,
  InitiateRequest,
  InvitationPreview,
  KeyFacts,
  LicenceReport,
  NodeSettings,
  NodeStatus,
  PrerequisiteCheck,
  PairingResponse,
  ResolvedDestination,
  StuckJobList,
} from '@accord/shared/schemas'

export interface IssuedInvitation {
  readonly connection: ConnectionSnapshot
  readonly code: string
}

/** `code` is null for a local connection, which is active at once. */
export interface Initiated {
  readonly connection: ConnectionSnapshot
  readonly code: string | null
}

export interface ConnectionDetail {
  readonly connection: ConnectionSnapshot
  readonly log: readonly HandshakeEntry[]
}

export interface NameCheck {
  readonly free: boolean
  readonly suggestion: string | null
}

/** What each call of CONSOLE_API takes and gives. The page never sends `actor`: the host adds who is logged in. */
export interface ConsoleCalls {
  readonly session: { readonly body: undefined; readonly answer: ConsoleSession }
  readonly status: { readonly body: undefined; readonly answer: NodeStatus }
  readonly checkPrerequisites: { readonly body: undefined; readonly answer: PrerequisiteCheck }
  readonly settings: { readonly body: undefined; readonly answer: NodeSettings }
  readonly changeSettings: { readonly body: Omit<ChangeSettingsRequest, 'actor'>; readonly answer: NodeSettings }
  readonly licence: { readonly body: undefined; readonly answer: LicenceReport }
  readonly installLicence: { readonly body: { readonly token: string }; readonly answer: LicenceReport }
  readonly endPairing: { readonly body: undefined; readonly answer: unknown }
  readonly diagnose: { readonly body: { readonly stage?: number }; readonly answer: ConnectionDiagnosis }
  readonly pair: { readonly body: PairWithCode; readonly answer: PairingResponse }
  readonly resolveDestination: { readonly body: { readonly url: string }; readonly answer: ResolvedDestination }
  readonly checkName: { readonly body: { readonly name: string }; readonly answer: NameCheck }
  readonly initiate: { readonly body: Omit<InitiateRequest, 'actor'>; readonly answer: Initiated }
  readonly listConnections: {
    readonly body: undefined
    readonly answer: ConnectionList
  }
  readonly readConnection: { readonly body: undefined; readonly answer: ConnectionDetail }
  readonly auditTrail: { readonly body: undefined; readonly answer: AuditTrail }
  readonly keyFacts: { readonly body: undefined; readonly answer: KeyFacts }
  readonly revoke: { readonly body: undefined; readonly answer: unknown }
  readonly deactivate: { readonly body: undefined; readonly answer: ConnectionDetail }
  readonly activate: { readonly body: undefined; readonly answer: ConnectionDetail }
  readonly delete: { readonly body: undefined; readonly answer: ConnectionDetail }
  readonly approve: { readonly body: undefined; readonly answer: ConnectionDetail }
  readonly reject: { readonly body: undefined; readonly answer: ConnectionDetail }
  readonly rotateKeys: { readonly body: undefined; readonly answer: ConnectionDetail }
  readonly rekey: { readonly body: undefined; readonly answer: IssuedInvitation }
  readonly reissue: { readonly body: undefined; readonly answer: IssuedInvitation }
  readonly preview: { readonly body: { readonly text: string }; readonly answer: InvitationPreview }
  readonly accept: { readonly body: Omit<AcceptRequest, 'actor'>; readonly answer: ConnectionDetail }
  readonly stuckJobs: { readonly body: undefined; readonly answer: StuckJobList }
  readonly rerunJob: { readonly body: undefined; readonly answer: { readonly id: string } }
  readonly rerunJobs: { readonly body: { readonly queue: string }; readonly answer: { readonly count: number } }
}

export type CallName = keyof ConsoleCalls & keyof typeof CONSOLE_API

export interface CallInput<Name extends CallName> {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: ConsoleCalls[Name]['body']
  readonly signal?: AbortSignal
}
