import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

/** Once a cause is removed: everything that waits here is tried again with one click. */
export function RetryAll({ connectionId }: { readonly connectionId: string }) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const announce = useAnnounce()
  const call = useConsoleCall('retrySyncItems')
  const retry = () => {
    if (call.isPending) return
    call.mutate({ params: { connectionId } }, { onSuccess: ({ count }) => announce(t('sync.retriedAll', { count })) })
  }
  return (
    <>
      <ReasonedButton
        reason={roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')}
        onClick={retry}
      >
        {t('sync.retryAll')}
      </ReasonedButton>
      {call.error ? <ProblemNotice thrown={call.error} onRetry={retry} /> : null}
    </>
  )
}
