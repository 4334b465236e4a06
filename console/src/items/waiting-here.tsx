import { Group } from '@mantine/core'
import type { SyncItemList } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { problemWords } from '../problems/problem-words.ts'

interface WaitingHereProps {
  readonly connectionId: string
  readonly page: Pick<SyncItemList, 'causes' | 'counts' | 'retrying' | 'pause'>
}

/** Once a cause is removed: everything that waits for it, or for anything, is tried again with one click. */
export function WaitingHere({ connectionId, page: { causes: all, counts, retrying, pause } }: WaitingHereProps) {
  const { t, i18n } = useTranslation()
  const { roles } = useSession()
  const announce = useAnnounce()
  const call = useConsoleCall('retrySyncItems')
  // What a comparison holds has a panel of its own, which shows what would be overwritten.
  const causes = all.filter(({ code }) => code !== 'comparison_differs')
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const timeOf = (at: string) => new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' }).format(new Date(at))
  const retry = (body: { readonly cause?: string }) => {
    if (call.isPending) return
    call.mutate(
      { params: { connectionId }, body },
      { onSuccess: ({ count }) => announce(count === 0 ? t('sync.nothingRetried') : t('sync.retriedAll', { count })) },
    )
  }
  const reason = roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')
  return (
    <>
      {pause ? (
        <Notice tone="waiting">
          {t('sync.paused', { until: timeOf(pause.until), why: problemWords(pause.code, i18n).title })}
        </Notice>
      ) : null}
      {retrying ? (
        <Notice tone="waiting">
          {t('sync.retrying', { done: number(retrying.done), total: number(retrying.total) })}
        </Notice>
      ) : null}
      {causes.length > 0 ? (
        <Panel title={t('sync.causes')}>
          <Causes causes={causes} upTo={counts.upTo} reason={reason} onRetry={(cause) => retry({ cause })} />
          {causes.length > 1 ? (
            <Group>
              <ReasonedButton reason={reason} onClick={() => retry({})}>
                {t('sync.retryAll')}
              </ReasonedButton>
            </Group>
          ) : null}
        </Panel>
      ) : null}
      {call.error ? <ProblemNotice thrown={call.error} /> : null}
    </>
  )
}

interface CausesProps {
  readonly causes: SyncItemList['causes']
  readonly upTo: number
  /** Why nothing can be tried again; undefined when it can. */
  readonly reason: string | undefined
  readonly onRetry: (cause: string) => void
}

function Causes({ causes, upTo, reason, onRetry }: CausesProps) {
  const { t, i18n } = useTranslation()
  return (
    <ul className="accord-causes">
      {causes.map(({ code, count }) => {
        const { title } = problemWords(code, i18n)
        return (
          <li key={code}>
            <span>
              {new Intl.NumberFormat(i18n.language).format(count)}
              {count >= upTo ? '+' : ''} × {title}
            </span>
            <ReasonedButton reason={reason} label={t('sync.retryCause', { title })} onClick={() => onRetry(code)}>
              {t('sync.retryThese')}
            </ReasonedButton>
          </li>
        )
      })}
    </ul>
  )
}
