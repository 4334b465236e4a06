import type { BridgeServices } from '../../services.ts'
import type { Route } from '../route.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { approveConnection } from './approve-connection.ts'
import { checkConnectionName } from './check-connection-name.ts'
import { confirmConnection } from './confirm-connection.ts'
import { discover } from './discover.ts'
import { announceKeys } from './announce-keys.ts'
import { exportAudit } from './export-audit.ts'
import { initiateConnection } from './initiate-connection.ts'
import { issuePairingCode } from './issue-pairing-code.ts'
import { listConnections } from './list-connections.ts'
import { listDeadJobs } from './list-dead-jobs.ts'
import { listPairings } from './list-pairings.ts'
import { pairInstance } from './pair-instance.ts'
import { previewInvitation } from './preview-invitation.ts'
import { readConnection } from './read-connection.ts'
import { readHealth } from './read-health.ts'
import { readMetrics } from './read-metrics.ts'
import { readOpenApi } from './read-open-api.ts'
import { readReadiness } from './read-readiness.ts'
import { readStatus } from './read-status.ts'
import { redeemInvitation } from './redeem-invitation.ts'
import { rejectConnection } from './reject-connection.ts'
import { reissueInvitation } from './reissue-invitation.ts'
import { rerunJob } from './rerun-job.ts'
import { resolveDestination } from './resolve-destination.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { verifyAudit } from './verify-audit.ts'

/** One route per operation of the protocol. */
export const createRoutes = (services: BridgeServices, publicUrl: string): readonly Route[] => [
  discover(services),
  redeemInvitation(services),
import { rotateKeys } from './rotate-keys.ts'
  confirmConnection(services),
  pairInstance(services),
  readStatus(services),
  resolveDestination(services),
  checkConnectionName(services),
  initiateConnection(services),
  listConnections(services),
  readConnection(services),
  reissueInvitation(services),
  revokeInvitation(services),
  approveConnection(services),
  rejectConnection(services),
  previewInvitation(services),
  acceptInvitation(services),
  issuePairingCode(services),
  listPairings(services),
  contactConnection(services),
  terminateConnection(services),
  announceKeys(services),
  rotateKeys(services),
  exportAudit(services),
  verifyAudit(services),
  listDeadJobs(services),
  rerunJob(services),
  readMetrics(services),
  readHealth(),
  readReadiness(services),
  readOpenApi(publicUrl),
]
