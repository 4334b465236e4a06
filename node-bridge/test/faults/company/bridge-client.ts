import { OPERATIONS, type OperationId } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'
import {
  AuditTrail,
  CheckedTrigger,
  ConnectedList,
  ConnectionDetail,
  ConnectionDiagnosis,
  NodeSettings,
  PrerequisiteCheck,
  ConnectionList,
  InitiateResponse,
  InvitationPreview,
  IssuedInvitation,
  LicenceReport,
  KeyDetails,
  NodeStatus,
  Overview,
  PairingCodeResponse,
  PairingEnded,
  PairingResponse,
  ComparisonView,
  BackfillCount,
  BackfillView,
  CandidatePage,
  DriftView,
  Problem,
  PublishedSync,
  ReceivedMessages,
  SavedSyncDraft,
  RerunJobsResponse,
  HeldMessage,
  BulkCheck,
  Bulks,
  MessageContent,
  RetriedItems,
  ResolvedDestination,
  RulesVersions,
  BegunCanary,
  CanaryView,
  ConditionFields,
  DictionaryWarnings,
  RulesVersionText,
  ScriptCompletions,
  ScriptFaults,
  ScriptPlace,
  StuckJobList,
  SyncConfiguration,
  SyncItemDetail,
  SyncItemList,
  SyncQueue,
  TestedScripts,
  ShadowRun,
} from '@accord/shared/schemas'
import type { z } from 'zod'

const ANSWERS = {
  pairInstance: PairingResponse,
  readStatus: NodeStatus,
  diagnoseConnection: ConnectionDiagnosis,
  checkPrerequisites: PrerequisiteCheck,
  readSettings: NodeSettings,
  changeSettings: NodeSettings,
  endPairing: PairingEnded,
  readLicence: LicenceReport,
  installLicence: LicenceReport,
  resolveDestination: ResolvedDestination,
  initiateConnection: InitiateResponse,
  listConnections: ConnectionList,
  readConnection: ConnectionDetail,
  readAuditTrail: AuditTrail,
  readKeyDetails: KeyDetails,
  listStuckJobs: StuckJobList,
  readOverview: Overview,
  rerunJobs: RerunJobsResponse,
  reissueInvitation: IssuedInvitation,
  revokeInvitation: ConnectionDetail,
  deactivateConnection: ConnectionDetail,
  activateConnection: ConnectionDetail,
  deleteConnection: ConnectionDetail,
  listEndedConnections: ConnectionList,
  approveConnection: ConnectionDetail,
  rejectConnection: ConnectionDetail,
  issueRekeyCode: IssuedInvitation,
  rotateKeys: ConnectionDetail,
  previewInvitation: InvitationPreview,
  acceptInvitation: ConnectionDetail,
  issuePairingCode: PairingCodeResponse,
  readSyncConfiguration: SyncConfiguration,
  checkScripts: ScriptFaults,
  completeScript: ScriptCompletions,
  describeScriptPlace: ScriptPlace,
  checkTrigger: CheckedTrigger,
  readConditionFields: ConditionFields,
  testScripts: TestedScripts,
  listReceivedMessages: ReceivedMessages,
  shadowScripts: ShadowRun,
  saveSyncDraft: SavedSyncDraft,
  publishSync: PublishedSync,
  listRulesVersions: RulesVersions,
  readRulesVersion: RulesVersionText,
  upgradeToScript: SyncConfiguration,
  readDictionaryWarnings: DictionaryWarnings,
  readCanary: CanaryView,
  beginCanary: BegunCanary,
  endCanary: CanaryView,
  listSyncItems: SyncItemList,
  readSyncQueue: SyncQueue,
  readSyncItem: SyncItemDetail,
  retrySyncItems: RetriedItems,
  connectList: ConnectedList,
  connectRecords: SyncItemDetail,
  retrySyncItem: SyncItemDetail,
  syncItemNow: SyncItemDetail,
  readSyncMessage: MessageContent,
  listBulks: Bulks,
  checkBulk: BulkCheck,
  beginBulk: Bulks,
  changeBulk: Bulks,
  readHeldMessage: HeldMessage,
  editSyncItem: SyncItemDetail,
  skipSyncItem: SyncItemDetail,
  unlinkSyncItem: SyncItemDetail,
  readComparison: ComparisonView,
  goOnComparing: ComparisonView,
  listCandidates: CandidatePage,
  readDrift: DriftView,
  checkDrift: DriftView,
  settleDrift: DriftView,
  readBackfill: BackfillView,
  countBackfill: BackfillCount,
  beginBackfill: BackfillView,
  changeBackfill: BackfillView,
} as const satisfies Partial<Record<OperationId, z.ZodType>>

export type CalledOperation = keyof typeof ANSWERS
export type AnswerOf<Id extends CalledOperation> = z.infer<(typeof ANSWERS)[Id]>

/** A refusal as the bridge spelt it. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall'
  readonly problem: z.infer<typeof Problem>
  constructor(problem: z.infer<typeof Problem>) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.problem = problem
  }
}

export interface CallOptions {
  readonly body?: unknown
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

export interface BridgeClient {
  /** Throws `RefusedCall` for a problem document and whatever fetch throws when the bridge is dead. */
  call<Id extends CalledOperation>(operation: Id, options?: CallOptions): Promise<AnswerOf<Id>>
}

/** Speaks to a bridge as its instance or its operator does, and checks every answer against the shared schemas. */
export function createBridgeClient(bridgeUrl: string, bearer: string): BridgeClient {
  return {
    async call(operation, { body, params = {}, query } = {}) {
      const { method, path } = OPERATIONS[operation]
      const answer = await fetch(
        `${bridgeUrl}${pathOf(path, params)}${query ? `?${new URLSearchParams(query)}` : ''}`,
        {
          method,
          headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
          signal: AbortSignal.timeout(30_000),
        },
      )
      const content: unknown = await answer.json()
      if (!answer.ok) throw new RefusedCall(Problem.parse(content))
      return ANSWERS[operation].parse(content) as AnswerOf<typeof operation>
    },
  }
}
