import type { AUDIT } from '@accord/shared/contracts'

import type { Audit } from '../../audit/audit-service.ts'
import type { Handlers } from '../handlers.ts'

export const auditOperations = (audit: Audit): Handlers<typeof AUDIT> => ({
  readAuditTrail: ({ params, query }) => audit.trail(params.connectionId, query),
  exportAudit: ({ query }) => audit.page(query),
  verifyAudit: () => audit.verify(),
})
