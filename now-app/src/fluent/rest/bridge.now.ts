import { RestApi } from '@servicenow/sdk/core'
import { restAdmin } from '../acls/rest-admin.now.ts'
import { restAuditor } from '../acls/rest-auditor.now.ts'
import { restOperator } from '../acls/rest-operator.now.ts'
import { restPublic } from '../acls/rest-public.now.ts'
import { acceptInvitation } from '../../server/routes/accept-invitation.ts'
import { activateConnection } from '../../server/routes/activate-connection.ts'
import { approveConnection } from '../../server/routes/approve-connection.ts'
import { checkName } from '../../server/routes/check-name.ts'
import { deactivateConnection } from '../../server/routes/deactivate-connection.ts'
import { deleteConnection } from '../../server/routes/delete-connection.ts'
import { initiateConnection } from '../../server/routes/initiate-connection.ts'
import { issueRekeyCode } from '../../server/routes/issue-rekey-code.ts'
import { listConnections } from '../../server/routes/list-connections.ts'
import { listStuckJobs } from '../../server/routes/list-stuck-jobs.ts'
import { pairNode } from '../../server/routes/pair-node.ts'
import { previewInvitation } from '../../server/routes/preview-invitation.ts'
import { readAuditTrail } from '../../server/routes/read-audit-trail.ts'
import { readConnection } from '../../server/routes/read-connection.ts'
import { readDiscovery } from '../../server/routes/read-discovery.ts'
import { readKeyFacts } from '../../server/routes/read-key-facts.ts'
import { changeSettings } from '../../server/routes/change-settings.ts'
import { checkPrerequisites } from '../../server/routes/check-prerequisites.ts'
import { diagnoseConnection } from '../../server/routes/diagnose-connection.ts'
import { endPairing } from '../../server/routes/end-pairing.ts'
import { installLicence } from '../../server/routes/install-licence.ts'
import { readLicence } from '../../server/routes/read-licence.ts'
import { readSettings } from '../../server/routes/read-settings.ts'
import { readSession } from '../../server/routes/read-session.ts'
import { readStatus } from '../../server/routes/read-status.ts'
import { receiveEvent } from '../../server/routes/receive-event.ts'
import { rejectConnection } from '../../server/routes/reject-connection.ts'
import { reissueInvitation } from '../../server/routes/reissue-invitation.ts'
import { rerunJob } from '../../server/routes/rerun-job.ts'
import { rerunJobs } from '../../server/routes/rerun-jobs.ts'
import { resolveDestination } from '../../server/routes/resolve-destination.ts'
import { rotateKeys } from '../../server/routes/rotate-keys.ts'
import { revokeInvitation } from '../../server/routes/revoke-invitation.ts'

/**
 * Every route names its own ACL: without one the platform's default applies and overrides what the API says.
 * `authentication: false` makes a route public; its ACL for the role `public` still applies.
 */
RestApi({
  $id: Now.ID['rest-v1'],
  name: 'Accord',
  serviceId: 'v1',
  shortDescription: 'The console of this instance and the callbacks of its node',
  consumes: 'application/json',
  produces: 'application/json',
  enforceAcl: [restAdmin],
  routes: [
    {
      $id: Now.ID['route-discovery'],
      name: 'discovery',
      method: 'GET',
      path: '/discovery',
      shortDescription: 'Names the node of this instance',
      script: readDiscovery,
      enforceAcl: [restPublic],
      authentication: false,
      internalRole: false,
    },
    {
      $id: Now.ID['route-events'],
      name: 'events',
      method: 'POST',
      path: '/events',
      shortDescription: 'Signed news from the node about one connection',
      script: receiveEvent,
      enforceAcl: [restPublic],
      authentication: false,
      internalRole: false,
    },
    {
      $id: Now.ID['route-session'],
      name: 'session',
      method: 'GET',
      path: '/console/session',
      shortDescription: 'Who is logged in and what this user may do',
      script: readSession,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-status'],
      name: 'status',
      method: 'GET',
      path: '/console/status',
      shortDescription: 'The node and the prerequisites of a connection',
      script: readStatus,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-check-prerequisites'],
      name: 'check-prerequisites',
      method: 'POST',
      path: '/console/prerequisites/check',
      shortDescription: 'Tries now what a connection needs',
      script: checkPrerequisites,
      enforceAcl: [restOperator],
    },
    {
      $id: Now.ID['route-settings'],
      name: 'settings',
      method: 'GET',
      path: '/console/settings',
      shortDescription: 'The settings of the node',
      script: readSettings,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-change-settings'],
      name: 'change-settings',
      method: 'POST',
      path: '/console/settings',
      shortDescription: 'Changes settings of the node',
      script: changeSettings,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-licence'],
      name: 'licence',
      method: 'GET',
      path: '/console/licence',
      shortDescription: 'How the node is licensed',
      script: readLicence,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-install-licence'],
      name: 'install-licence',
      method: 'POST',
      path: '/console/licence',
      shortDescription: 'Installs a licence at the node',
      script: installLicence,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-end-pairing'],
      name: 'end-pairing',
      method: 'POST',
      path: '/console/pairing/end',
      shortDescription: 'Ends the pairing of this instance with its node',
      script: endPairing,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-diagnose'],
      name: 'diagnose',
      method: 'POST',
      path: '/console/connections/{connectionId}/diagnose',
      shortDescription: 'Examines the way to the other side',
      script: diagnoseConnection,
      enforceAcl: [restOperator],
    },
    {
      $id: Now.ID['route-pair'],
      name: 'pair',
      method: 'POST',
      path: '/console/pairing',
      shortDescription: 'Pairs this instance with its node',
      script: pairNode,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-resolve-destination'],
      name: 'resolve-destination',
      method: 'POST',
      path: '/console/destinations/resolve',
      shortDescription: 'Finds the node behind a URL',
      script: resolveDestination,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-check-name'],
      name: 'check-name',
      method: 'POST',
      path: '/console/connections/check-name',
      shortDescription: 'Is this connection name free?',
      script: checkName,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-initiate'],
      name: 'initiate',
      method: 'POST',
      path: '/console/connections',
      shortDescription: 'Creates a connection and its invitation code',
      script: initiateConnection,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-list-connections'],
      name: 'list-connections',
      method: 'GET',
      path: '/console/connections',
      shortDescription: 'All connections',
      script: listConnections,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-read-connection'],
      name: 'read-connection',
      method: 'GET',
      path: '/console/connections/{connectionId}',
      shortDescription: 'One connection with its handshake log',
      script: readConnection,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-audit-trail'],
      name: 'audit-trail',
      method: 'GET',
      path: '/console/connections/{connectionId}/audit',
      shortDescription: 'Who did what with a connection',
      script: readAuditTrail,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-key-facts'],
      name: 'key-facts',
      method: 'GET',
      path: '/console/connections/{connectionId}/keys',
      shortDescription: 'How old the keys of a connection are',
      script: readKeyFacts,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-revoke'],
      name: 'revoke',
      method: 'POST',
      path: '/console/connections/{connectionId}/revoke',
      shortDescription: 'Makes the open code worthless',
      script: revokeInvitation,
      enforceAcl: [restOperator],
    },
    {
      $id: Now.ID['route-reissue'],
      name: 'reissue',
      method: 'POST',
      path: '/console/connections/{connectionId}/reissue',
      shortDescription: 'Revokes the open code and issues a new one',
      script: reissueInvitation,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-approve'],
      name: 'approve',
      method: 'POST',
      path: '/console/connections/{connectionId}/approve',
      shortDescription: 'Lets who redeemed the code have the connection',
      script: approveConnection,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-reject'],
      name: 'reject',
      method: 'POST',
      path: '/console/connections/{connectionId}/reject',
      shortDescription: 'Refuses who redeemed the code; the connection ends',
      script: rejectConnection,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-rotate-keys'],
      name: 'rotateKeys',
      method: 'POST',
      path: '/console/connections/{connectionId}/rotate-keys',
      shortDescription: 'Replaces the key of this side',
      script: rotateKeys,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-rekey'],
      name: 'rekey',
      method: 'POST',
      path: '/console/connections/{connectionId}/rekey',
      shortDescription: 'Issues a code that renews the keys of both sides',
      script: issueRekeyCode,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-deactivate'],
      name: 'deactivate',
      method: 'POST',
      path: '/console/connections/{connectionId}/deactivate',
      shortDescription: 'Pauses a connection for this side',
      script: deactivateConnection,
      enforceAcl: [restOperator],
    },
    {
      $id: Now.ID['route-activate'],
      name: 'activate',
      method: 'POST',
      path: '/console/connections/{connectionId}/activate',
      shortDescription: 'Ends the pause of this side',
      script: activateConnection,
      enforceAcl: [restOperator],
    },
    {
      $id: Now.ID['route-delete'],
      name: 'delete',
      method: 'POST',
      path: '/console/connections/{connectionId}/delete',
      shortDescription: 'Ends a connection for ever',
      script: deleteConnection,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-preview'],
      name: 'preview',
      method: 'POST',
      path: '/console/invitations/preview',
      shortDescription: 'Who invites, and to what',
      script: previewInvitation,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-accept'],
      name: 'accept',
      method: 'POST',
      path: '/console/invitations/accept',
      shortDescription: 'Accepts an invitation code',
      script: acceptInvitation,
      enforceAcl: [restAdmin],
    },
    {
      $id: Now.ID['route-stuck-jobs'],
      name: 'stuck-jobs',
      method: 'GET',
      path: '/console/jobs',
      shortDescription: 'Work that was given up or keeps failing',
      script: listStuckJobs,
      enforceAcl: [restAuditor],
    },
    {
      $id: Now.ID['route-rerun-job'],
      name: 'rerun-job',
      method: 'POST',
      path: '/console/jobs/{jobId}/rerun',
      shortDescription: 'Tries a stuck job at once',
      script: rerunJob,
      enforceAcl: [restOperator],
    },
    {
      $id: Now.ID['route-rerun-jobs'],
      name: 'rerun-jobs',
      method: 'POST',
      path: '/console/jobs/rerun',
      shortDescription: 'Tries all stuck jobs of one queue at once',
      script: rerunJobs,
      enforceAcl: [restOperator],
    },
  ],
})
