import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { type ConnectionAction, OPERATION_OF } from './possible-actions.ts'

/** Why the user who is logged in may not do this; undefined where he may. */
export function useMissingRole(): (action: ConnectionAction) => string | undefined {
  const { t } = useTranslation()
  const { roles } = useSession()
  return (action) => {
    if (CONSOLE_CALLS[OPERATION_OF[action]].role === 'admin') return roles.admin ? undefined : t('common.needsAdmin')
    return roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')
  }
}
