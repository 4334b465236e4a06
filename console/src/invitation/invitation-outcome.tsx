import { useTranslation } from 'react-i18next'
import { useConnection } from '../api/use-connection.ts'
import { stateLabel } from '../connection-state/state-label.ts'
import { Notice } from '../parts/notice.tsx'

/** Watches the connection while its code is out, and says at once when the other side has accepted. */
export function InvitationOutcome({ connectionId }: { readonly connectionId: string }) {
  const { t, i18n } = useTranslation()
  const { data } = useConnection(connectionId)
  const state = data?.connection.state ?? 'invited'
  if (state === 'active') return <Notice tone="good">{t('invitation.becameActive')}</Notice>
  if (state === 'invited') return <Notice tone="waiting">{t('invitation.waits')}</Notice>
  if (state === 'awaiting_approval') return <Notice tone="attention">{t('invitation.asksApproval')}</Notice>
  return <Notice tone="attention">{t('invitation.nowState', { state: stateLabel(state, i18n) })}</Notice>
}
