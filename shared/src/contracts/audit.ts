import type { Contracts } from './contract.js'

/** Who did what, when and from where. */
export const AUDIT = {
  readAuditTrail: {
    summary: 'Who did what with a connection, when and from where; newest first, in pages by `before`',
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/audit',
    audience: 'instance',
    role: 'auditor',
    query: { schema: 'AuditTrailQuery', names: ['before', 'limit'] },
    answer: 'AuditTrail',
    refusals: ['connection_unknown'],
  },
  exportAudit: {
    summary: 'The audit log as NDJSON, in pages: `after` is the last number that the reader has',
    method: 'GET',
    path: '/operator/v1/audit',
    audience: 'operator',
    query: { schema: 'AuditPageQuery', names: ['after', 'limit'] },
    answerType: 'application/x-ndjson',
  },
  verifyAudit: {
    summary: 'Follows the chain of the audit log and names the first entry that does not fit',
    method: 'GET',
    path: '/operator/v1/audit/verification',
    audience: 'operator',
    answer: 'AuditVerdict',
  },
} as const satisfies Contracts
