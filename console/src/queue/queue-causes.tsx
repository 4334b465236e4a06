import { Anchor, Group, Stack, Text } from '@mantine/core'
import type { SyncQueue } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { problemWords } from '../problems/problem-words.ts'
import { type CauseGroup, groupCauses } from './group-causes.ts'

interface QueueCausesProps {
  readonly queue: SyncQueue
  /** Narrows the list to pairs that wait with this code. */
  readonly onShow: (cause: string) => void
}

/** Why pairs wait for a person here: each cause with its number, its remedy and one click that tries all of them again. */
export function QueueCauses({ queue, onShow }: QueueCausesProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const announce = useAnnounce()
  const call = useConsoleCall('retrySyncItems')
  const groups = groupCauses(queue)
  if (groups.length === 0) return null
  const reason = roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')
  const retry = async ({ code: cause, connections }: CauseGroup) => {
    if (call.isPending) return
    let tried = 0
    for (const { id: connectionId } of connections)
      tried += (await call.mutateAsync({ params: { connectionId }, body: { cause } })).count
    announce(tried === 0 ? t('sync.nothingRetried') : t('sync.retriedAll', { count: tried }))
  }
  return (
    <Panel title={t('queue.causes')}>
      <Stack component="ul" gap="md" className="accord-queue-causes">
        {groups.map((group) => (
          <CauseRow
            key={group.code}
            group={group}
            reason={group.code === 'comparison_differs' ? t('queue.seeComparison') : reason}
            onShow={() => onShow(group.code)}
            onRetry={() => void retry(group).catch(() => undefined)}
          />
        ))}
      </Stack>
      {call.error ? <ProblemNotice thrown={call.error} /> : null}
    </Panel>
  )
}

interface CauseRowProps {
  readonly group: CauseGroup
  /** Why these cannot be tried again; undefined when they can. */
  readonly reason: string | undefined
  readonly onShow: () => void
  readonly onRetry: () => void
}

function CauseRow({ group: { code, count, connections }, reason, onShow, onRetry }: CauseRowProps) {
  const { t, i18n } = useTranslation()
  const { title, remedy } = problemWords(code, i18n)
  const number = new Intl.NumberFormat(i18n.language).format(count)
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="sm">
      <div style={{ flex: '1 1 16rem' }}>
        <Anchor component="button" type="button" fw={600} ta="left" onClick={onShow}>
          {t('queue.cause', { number, title })}
        </Anchor>
        <Text fz="sm">{remedy}</Text>
        <Text fz="sm" c="dimmed">
          {connections.map(({ name }) => name).join(', ')}
        </Text>
      </div>
      <ReasonedButton reason={reason} label={t('sync.retryCause', { title })} onClick={onRetry}>
        {t('sync.retryThese')}
      </ReasonedButton>
    </Group>
  )
}
