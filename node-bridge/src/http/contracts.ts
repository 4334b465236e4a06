import {
  isMirrored,
  type MirroredId,
  type OperationId,
  operatorTwinOf,
  type PlainOperationId,
} from '@accord/shared/protocol'
import {
  AcceptRequest,
  ActorRequest,
  AnnounceKeysRequest,
  AnnounceKeysResponse,
  AuditPageQuery,
  AuditTrail,
  AuditTrailQuery,
  AuditVerdict,
  ChangeSettingsRequest,
  CheckNameRequest,
  CheckNameResponse,
  ConfirmResponse,
  ConnectionDetail,
  ConnectionDiagnosis,
  DiagnoseRequest,
  NodeSettings,
  PairingEnded,
  PrerequisiteCheck,
  ConnectionList,
  ConnectionListQuery,
  ConsoleInvitation,
  ConsoleUserAnswer,
  ConsoleUserList,
  ConsoleUserRequest,
  ContactRequest,
  ContactResponse,
  DiscoveryDocument,
  EndedListQuery,
  FetchAcceptanceRequest,
  FetchAcceptanceResponse,
  Id,
  InitiateRequest,
  InitiateResponse,
  InviteConsoleUserRequest,
  InvitationPreview,
  InstallLicenceRequest,
  IssuedInvitation,
  LicenceReport,
  KeyFacts,
  NodeStatus,
  PairingCodeResponse,
  PairingRequest,
  PairingResponse,
  PreviewRequest,
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
  TerminateResponse,
  TrackerAnswer,
} from '@accord/shared/schemas'
import { z } from 'zod'

import { CODE_REFUSALS, NETWORK_REFUSALS, LICENCE_REFUSALS, SIGNED_REFUSALS, type Contract } from './contract.ts'
import { Health, PairingDescription, Readiness } from './operator-answers.ts'

const NoParams = z.strictObject({})
const ConnectionParams = z.strictObject({ connectionId: Id })
const InvitationParams = z.strictObject({ invitationId: Id })
const JobParams = z.strictObject({ jobId: Id })

const open = { proof: 'none', params: NoParams, body: undefined, status: 200, refusals: [] } as const
const forInstance = { ...open, proof: 'instance-token' } as const
const forChange = {
  ...forInstance,
  params: ConnectionParams,
  body: ActorRequest,
  answer: ConnectionDetail,
  refusals: ['connection_unknown', 'state_conflict'],
} as const
const forOperator = { ...open, proof: 'operator-token' } as const

const PLAIN_CONTRACTS = {
  discover: { ...open, answer: DiscoveryDocument },
  redeemInvitation: {
    ...open,
    proof: 'signed-body',
    params: InvitationParams,
    body: RedeemRequest,
    answer: RedeemResponse,
    refusals: [
      'wrong_recipient',
      'wrong_recipient_key',
      'address_refused',
      'invitation_unknown',
      'already_redeemed',
      'invitation_expired',
      'invitation_revoked',
      'invitation_replaced',
      'connection_gone',
      'approval_rejected',
      'approval_expired',
      'no_common_version',
      'clock_skew',
      'proof_invalid',
    ],
  },
  fetchAcceptance: {
    ...open,
    proof: 'source-signature',
    params: InvitationParams,
    body: FetchAcceptanceRequest,
    answer: FetchAcceptanceResponse,
    refusals: ['clock_skew', 'proof_invalid', 'request_replayed'],
  },
  settleAcceptance: {
    ...open,
    proof: 'source-signature',
    params: InvitationParams,
    body: SettleAcceptanceRequest,
    answer: SettleAcceptanceResponse,
    refusals: ['clock_skew', 'proof_invalid', 'request_replayed', 'invitation_unknown', 'state_conflict'],
  },
  confirmConnection: {
    ...open,
    proof: 'signed-request',
    params: ConnectionParams,
    answer: ConfirmResponse,
    refusals: ['awaiting_approval', 'approval_rejected', 'approval_expired', ...SIGNED_REFUSALS],
  },
  contactConnection: {
    ...open,
    proof: 'signed-request',
    params: ConnectionParams,
    body: ContactRequest,
    answer: ContactResponse,
    refusals: SIGNED_REFUSALS,
  },
  terminateConnection: {
    ...open,
    proof: 'signed-request',
    params: ConnectionParams,
    answer: TerminateResponse,
    refusals: SIGNED_REFUSALS,
  },
  announceKeys: {
    ...open,
    proof: 'key-chain',
    params: ConnectionParams,
    body: AnnounceKeysRequest,
    answer: AnnounceKeysResponse,
    refusals: ['proof_invalid', 'connection_unknown', 'connection_gone', 'state_conflict', 'rotated_too_often'],
  },
  pairInstance: {
    ...open,
    body: PairingRequest,
    answer: PairingResponse,
    refusals: ['pairing_unknown', 'pairing_expired', 'pairing_used'],
  },
  readStatus: { ...forInstance, answer: NodeStatus },
  checkPrerequisites: {
    ...forInstance,
    body: ActorRequest,
    answer: PrerequisiteCheck,
    refusals: ['too_many_requests'],
  },
  readSettings: { ...forInstance, answer: NodeSettings },
  changeSettings: { ...forInstance, body: ChangeSettingsRequest, answer: NodeSettings },
  endPairing: { ...forInstance, body: ActorRequest, answer: PairingEnded },
  diagnoseConnection: {
    ...forInstance,
    params: ConnectionParams,
    body: DiagnoseRequest,
    answer: ConnectionDiagnosis,
    refusals: ['connection_unknown', 'too_many_requests'],
  },
  readLicence: { ...forInstance, answer: LicenceReport },
  installLicence: {
    ...forInstance,
    body: InstallLicenceRequest,
    answer: LicenceReport,
    refusals: ['licence_malformed', 'licence_forged', 'licence_foreign', 'licence_expired'],
  },
  resolveDestination: {
    ...forInstance,
    body: ResolveDestinationRequest,
    answer: ResolvedDestination,
    refusals: NETWORK_REFUSALS,
  },
  checkConnectionName: { ...forInstance, body: CheckNameRequest, answer: CheckNameResponse },
  initiateConnection: {
    ...forInstance,
    status: 201,
    body: InitiateRequest,
    answer: InitiateResponse,
    refusals: [
      'name_taken',
      'source_private',
      'both_sides_private',
      'mode_unsupported',
      ...LICENCE_REFUSALS,
      ...NETWORK_REFUSALS,
    ],
  },
  listConnections: { ...forInstance, query: ConnectionListQuery, answer: ConnectionList },
  listEndedConnections: { ...forInstance, query: EndedListQuery, answer: ConnectionList },
  readConnection: {
    ...forInstance,
    params: ConnectionParams,
    answer: ConnectionDetail,
    refusals: ['connection_unknown'],
  },
  readAuditTrail: {
    ...forInstance,
    params: ConnectionParams,
    query: AuditTrailQuery,
    answer: AuditTrail,
    refusals: ['connection_unknown'],
  },
  readKeyFacts: {
    ...forInstance,
    params: ConnectionParams,
    answer: KeyFacts,
    refusals: ['connection_unknown'],
  },
  reissueInvitation: {
    ...forInstance,
    status: 201,
    params: ConnectionParams,
    body: ActorRequest,
    answer: IssuedInvitation,
    refusals: ['connection_unknown', 'state_conflict', ...LICENCE_REFUSALS],
  },
  revokeInvitation: forChange,
  deactivateConnection: forChange,
  activateConnection: forChange,
  deleteConnection: { ...forChange, refusals: ['connection_unknown'] },
  approveConnection: forChange,
  rejectConnection: forChange,
  rotateKeys: { ...forChange, refusals: [...forChange.refusals, 'rotated_too_often'] },
  issueRekeyCode: { ...forChange, status: 201, answer: IssuedInvitation },
  previewInvitation: {
    ...forInstance,
    body: PreviewRequest,
    answer: InvitationPreview,
    refusals: [...CODE_REFUSALS, 'own_invitation', 'invitation_replaced', 'url_refused'],
  },
  acceptInvitation: {
    ...forInstance,
    status: 201,
    body: AcceptRequest,
    answer: ConnectionDetail,
    refusals: [
      ...CODE_REFUSALS,
      'own_invitation',
      'invitation_replaced',
      'identity_mismatch',
      'url_refused',
      'source_private',
      'both_sides_private',
      'name_taken',
      ...LICENCE_REFUSALS,
    ],
  },
  listStuckJobs: { ...forInstance, answer: StuckJobList },
  setTracker: {
    ...forOperator,
    body: SetTrackerRequest,
    answer: TrackerAnswer,
    refusals: ['state_conflict', 'url_refused'],
  },
  listConsoleUsers: { ...forOperator, answer: ConsoleUserList },
  inviteConsoleUser: {
    ...forOperator,
    status: 201,
    body: InviteConsoleUserRequest,
    answer: ConsoleInvitation,
    refusals: ['console_user_disabled', 'last_console_admin'],
  },
  resetConsoleUser: {
    ...forOperator,
    status: 201,
    body: ConsoleUserRequest,
    answer: ConsoleInvitation,
    refusals: ['console_user_unknown', 'last_console_admin'],
  },
  disableConsoleUser: {
    ...forOperator,
    body: ConsoleUserRequest,
    answer: ConsoleUserAnswer,
    refusals: ['console_user_unknown', 'last_console_admin'],
  },
  enableConsoleUser: {
    ...forOperator,
    body: ConsoleUserRequest,
    answer: ConsoleUserAnswer,
    refusals: ['console_user_unknown'],
  },
  rerunJob: {
    ...forInstance,
    params: JobParams,
    body: ActorRequest,
    answer: RerunJobResponse,
    refusals: ['not_found'],
  },
  rerunJobs: { ...forInstance, body: RerunJobsRequest, answer: RerunJobsResponse },
  issuePairingCode: { ...forOperator, status: 201, answer: PairingCodeResponse },
  listPairings: { ...forOperator, answer: PairingDescription },
  revokePairing: { ...forOperator, answer: PairingDescription },
  exportAudit: { ...forOperator, query: AuditPageQuery, answer: undefined, answerType: 'application/x-ndjson' },
  verifyAudit: { ...forOperator, answer: AuditVerdict },
  readMetrics: { ...forOperator, answer: undefined },
  readHealth: { ...open, answer: Health },
  readReadiness: { ...open, answer: Readiness },
  readOpenApi: { ...open, answer: z.record(z.string(), z.unknown()) },
} as const satisfies Record<PlainOperationId, Contract>

type Plain = typeof PLAIN_CONTRACTS
type OperatorTwins = {
  readonly [Name in MirroredId as `${Name}AsOperator`]: Omit<Plain[Name], 'proof'> & {
    readonly proof: 'operator-token'
  }
}

/** An operator's twin differs from the instance's call in nothing but the proof. */
function twinsForOperator(): OperatorTwins {
  const twins: Record<string, Contract> = {}
  for (const [name, contract] of Object.entries(PLAIN_CONTRACTS))
    if (isMirrored(name)) twins[operatorTwinOf(name)] = { ...contract, proof: 'operator-token' }
  return twins as unknown as OperatorTwins
}

/** What goes in and out of each operation: the routes check by it, the OpenAPI document is written from it. */
export const CONTRACTS: Plain & OperatorTwins = { ...PLAIN_CONTRACTS, ...twinsForOperator() }

export type ParamsOf<Name extends OperationId> = z.output<(typeof CONTRACTS)[Name]['params']>
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
export type BodyOf<Name extends OperationId> = Parsed<(typeof CONTRACTS)[Name]['body']>
export type QueryOf<Name extends OperationId> = (typeof CONTRACTS)[Name] extends { readonly query: infer Schema }
  ? Parsed<Schema>
  : undefined
export type AnswerOf<Name extends OperationId> = Parsed<(typeof CONTRACTS)[Name]['answer']>
