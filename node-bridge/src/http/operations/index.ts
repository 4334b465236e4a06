import type { CONTRACTS } from '@accord/shared/contracts'

import type { Audit } from '../../audit/audit-service.ts'
import type { ConnectionContext } from '../../connections/connection-context.ts'
import type { Console } from '../../console/console-service.ts'
import type { Diagnose } from '../../diagnosis/diagnose-connection.ts'
import type { NodeDetails } from '../../instance/node-details.ts'
import type { Pairing } from '../../instance/pairing-service.ts'
import type { Trackers } from '../../instance/tracker-service.ts'
import type { Licences } from '../../licence/licence-service.ts'
import type { Notices } from '../../notices/notice-service.ts'
import type { Health } from '../../observability/health.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { Metrics } from '../../observability/metrics.ts'
import type { Settings } from '../../run-settings/settings-service.ts'
import type { ConfigurationContext } from '../../sync/configuration/configuration-context.ts'
import type { Handlers } from '../handlers.ts'
import { auditOperations } from './audit.ts'
import { connectionOperations } from './connections.ts'
import { fileOperations } from './files.ts'
import { handshakeOperations } from './handshake.ts'
import { invitationOperations } from './invitations.ts'
import { jobOperations } from './jobs.ts'
import { keyOperations } from './keys.ts'
import { noticeOperations } from './notices.ts'
import { overviewOperations } from './overview.ts'
import { pairingOperations } from './pairing.ts'
import { rulesFilesOperations } from './rules-files.ts'
import { serviceOperations } from './service.ts'
import { settingsOperations } from './settings.ts'
import { syncBackfillOperations } from './sync-backfill.ts'
import { syncBulkOperations } from './sync-bulk.ts'
import { syncCanaryOperations } from './sync-canary.ts'
import { syncComparisonOperations } from './sync-comparison.ts'
import { syncDriftOperations } from './sync-drift.ts'
import { syncConfigurationOperations } from './sync-configuration.ts'
import { syncItemOperations } from './sync-items.ts'
import { syncOperations } from './sync.ts'
import { syncVersionOperations } from './sync-versions.ts'
import { userOperations } from './users.ts'

/** What the operations call. Services throw `Refusal` on purpose and nothing else; they never see a request or a status code. */
export interface OperationServices {
  readonly context: ConnectionContext
  readonly sync: ConfigurationContext
  readonly diagnose: Diagnose
  readonly node: NodeDetails
  readonly pairing: Pairing
  readonly health: Health
  readonly metrics: Metrics
  readonly audit: Audit
  readonly jobs: Jobs
  readonly licences: Licences
  readonly notices: Notices
  readonly trackers: Trackers
  readonly console: Console
  readonly settings: Settings
}

/** One handler for each operation of the node; one that is missing or too many does not compile. */
export const createOperations = (services: OperationServices): Handlers<typeof CONTRACTS> => ({
  ...serviceOperations(services),
  ...handshakeOperations(services.context),
  ...syncOperations(services.sync),
  ...fileOperations(services.sync),
  ...syncConfigurationOperations(services.sync),
  ...syncVersionOperations(services.sync),
  ...syncCanaryOperations(services.sync),
  ...syncBulkOperations(services.sync),
  ...rulesFilesOperations(services.sync),
  ...syncItemOperations(services.sync),
  ...syncComparisonOperations(services.sync),
  ...syncDriftOperations(services.sync),
  ...syncBackfillOperations(services.sync),
  ...keyOperations(services.context),
  ...invitationOperations(services.context),
  ...connectionOperations(services.context, services.diagnose),
  ...auditOperations(services.audit),
  ...settingsOperations(services.settings, services.licences),
  ...jobOperations(services.jobs),
  ...noticeOperations(services.notices),
  ...overviewOperations(services.context),
  ...pairingOperations(services.pairing, services.trackers),
  ...userOperations(services.console.accounts),
})
