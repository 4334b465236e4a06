import type { Finding } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { useHost } from '../host/console-host.ts'

/** What the host knows without its node: the reader's role and the pairing. */
export function useOwnFindings(): Finding[] {
  const { t } = useTranslation()
  const { parts } = useHost()
  const { roles, userDisplayName: user, paired, nodeUrl } = useSession()
  const role: Finding = {
    code: 'role',
    state: roles.admin ? 'ok' : 'failed',
    detail: t(roles.admin ? 'prerequisites.roleOk' : 'prerequisites.roleMissing', { user }),
    remedy: roles.admin ? null : t('findings.remedies.role'),
  }
  // A node needs no pairing with itself; what stands at its side is a finding of its own.
  if (!paired || parts) return [role]
  const detail = t('prerequisites.pairingOk', { node: nodeUrl ?? '' })
  return [role, { code: 'pairing', state: 'ok', detail, remedy: null }]
}
