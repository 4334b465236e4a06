import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { PastedTextForm } from '../forms/pasted-text-form.tsx'
import { hostRefusal } from '../host/refusal.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface PairingFormProps {
  readonly onPaired?: () => void
}

export function PairingForm({ onPaired }: PairingFormProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { roles } = useSession()
  const pair = useConsoleCall('pairNode')
  const send = (text: string) => {
    const onSuccess = () => {
      announce(t('setup.paired'))
      onPaired?.()
    }
    pair.mutate({ body: { pairingCode: text.trim() } }, { onSuccess })
  }
  if (!roles.admin) return <ProblemNotice thrown={hostRefusal('missing_role', 403)} />
  return (
    <PastedTextForm
      call={pair}
      label={t('setup.pairingCode')}
      hint={t('setup.pairingHint')}
      missing={t('setup.required')}
      submit={t('setup.pair')}
      isRequired
      onSend={send}
    />
  )
}
