import { isMirrored, operatorTwinOf } from '@accord/shared/protocol'

import type { BridgeServices } from '../../services.ts'
import type { Route } from '../route.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { activateConnection } from './activate-connection.ts'
import { approveConnection } from './approve-connection.ts'
import { announceKeys } from './announce-keys.ts'
import { changeSettings } from './change-settings.ts'
import { checkPrerequisites } from './check-prerequisites.ts'
import { diagnoseConnection } from './diagnose-connection.ts'
import { endPairing } from './end-pairing.ts'
import { readSettings } from './read-settings.ts'
import { checkConnectionName } from './check-connection-name.ts'
import { confirmConnection } from './confirm-connection.ts'
import { contactConnection } from './contact-connection.ts'
import { deactivateConnection } from './deactivate-connection.ts'
import { deleteConnection } from './delete-connection.ts'
import { consoleUserRoutes } from './console-users.ts'
import { discover } from './discover.ts'
import { exportAudit } from './export-audit.ts'
import { installLicence } from './install-licence.ts'
import { fetchAcceptance } from './fetch-acceptance.ts'
import { initiateConnection } from './initiate-connection.ts'
import { issuePairingCode } from './issue-pairing-code.ts'
import { listConnections } from './list-connections.ts'
import { listEndedConnections } from './list-ended-connections.ts'
import { listPairings } from './list-pairings.ts'
import { listStuckJobs } from './list-stuck-jobs.ts'
import { pairInstance } from './pair-instance.ts'
import { previewInvitation } from './preview-invitation.ts'
import { readAuditTrail } from './read-audit-trail.ts'
import { readConnection } from './read-connection.ts'
import { readHealth } from './read-health.ts'
import { readLicence } from './read-licence.ts'
import { readKeyFacts } from './read-key-facts.ts'
import { readMetrics } from './read-metrics.ts'
import { readOpenApi } from './read-open-api.ts'
import { readReadiness } from './read-readiness.ts'
import { readStatus } from './read-status.ts'
import { redeemInvitation } from './redeem-invitation.ts'
import { rejectConnection } from './reject-connection.ts'
import { reissueInvitation } from './reissue-invitation.ts'
import { rerunJob } from './rerun-job.ts'
import { rerunJobs } from './rerun-jobs.ts'
import { resolveDestination } from './resolve-destination.ts'
import { issueRekeyCode } from './issue-rekey-code.ts'
import { rotateKeys } from './rotate-keys.ts'
import { setTracker } from './set-tracker.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { settleAcceptance } from './settle-acceptance.ts'
import { verifyAudit } from './verify-audit.ts'
import { revokePairing } from './revoke-pairing.ts'
import { terminateConnection } from './terminate-connection.ts'

/** One route per operation of the protocol. What the instance may ask the operator may, by the same handler. */
export function createRoutes(services: BridgeServices, publicUrl: string): readonly Route[] {
  const routes = createPlainRoutes(services, publicUrl)
  const twins = routes.flatMap(({ name, answer }) => (isMirrored(name) ? [{ name: operatorTwinOf(name), answer }] : []))
  return [...routes, ...twins]
}

const createPlainRoutes = (services: BridgeServices, publicUrl: string): readonly Route[] => [
  discover(services),
  redeemInvitation(services),
  fetchAcceptance(services),
  settleAcceptance(services),
  confirmConnection(services),
  contactConnection(services),
  terminateConnection(services),
  announceKeys(services),
  rotateKeys(services),
  issueRekeyCode(services),
  pairInstance(services),
  readStatus(services),
  checkPrerequisites(services),
  readSettings(services),
  changeSettings(services),
  endPairing(services),
  diagnoseConnection(services),
  readLicence(services),
  installLicence(services),
  resolveDestination(services),
  checkConnectionName(services),
  initiateConnection(services),
  listConnections(services),
  listEndedConnections(services),
  readConnection(services),
  readAuditTrail(services),
  readKeyFacts(services),
  reissueInvitation(services),
  revokeInvitation(services),
  deactivateConnection(services),
  activateConnection(services),
  deleteConnection(services),
  approveConnection(services),
  rejectConnection(services),
  previewInvitation(services),
  acceptInvitation(services),
  issuePairingCode(services),
  listPairings(services),
  revokePairing(services),
  setTracker(services),
  ...consoleUserRoutes(services),
  exportAudit(services),
  verifyAudit(services),
  listStuckJobs(services),
  rerunJob(services),
  rerunJobs(services),
  readMetrics(services),
  readHealth(),
  readReadiness(services),
  readOpenApi(publicUrl),
]
