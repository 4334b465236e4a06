import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { ReasonedButton } from '../parts/reasoned-button.tsx'

/** The two ways a connection begins. */
export function NewConnectionButtons() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { roles } = useSession()
  const reason = roles.admin ? undefined : t('common.needsAdmin')
  return (
    <>
      <ReasonedButton reason={reason} onClick={() => void navigate({ to: '/accept' })}>
        {t('connections.accept')}
      </ReasonedButton>
      <ReasonedButton reason={reason} variant="filled" onClick={() => void navigate({ to: '/initiate' })}>
        {t('connections.initiate')}
      </ReasonedButton>
    </>
  )
}
