import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core'
import type { SyncQueue } from '@accord/shared/schemas'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSyncQueue } from '../api/use-sync-queue.ts'
import { PageFoot } from '../items/page-foot.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { BulkProgress } from './bulk-progress.tsx'
import { BulkSteps } from './bulk-steps.tsx'
import { QueueCauses } from './queue-causes.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { QueueTable } from './queue-table.tsx'
import { isNarrowed, PAGE, questionOf, type QueueView, viewOf, WHOLE_QUEUE } from './queue-view.ts'

/** What is not at rest on any connection: why it waits, who acts, and each pair of it. */
export function QueuePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [view, setView] = useState(viewOf(useSearch({ strict: false })))
  const { data, error, refetch } = useSyncQueue(questionOf(view))
  const narrow = (next: QueueView) => {
    setView(next)
    const { trail: _, ...search } = next
    const kept = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== '' && value !== 'open'))
    void navigate({ to: '/queue', search: kept, replace: true })
  }
  return (
    <Stack gap="md">
      <PageHeading title={t('queue.title')} lead={t('queue.lead')} />
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <Center mih={120} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {data ? (
        <>
          <BulkProgress />
          <QueueCauses queue={data} onShow={(cause) => narrow({ ...WHOLE_QUEUE, filter: 'held', cause })} />
          <QueueFilters queue={data} view={view} onView={narrow} />
          <QueueItems queue={data} view={view} onView={narrow} />
        </>
      ) : null}
    </Stack>
  )
}

interface QueueItemsProps {
  readonly queue: SyncQueue
  readonly view: QueueView
  readonly onView: (view: QueueView) => void
}

function QueueItems({ queue, view, onView }: QueueItemsProps) {
  const { t } = useTranslation()
  const from = view.trail.length * PAGE + 1
  if (queue.items.length === 0 && !isNarrowed(view)) return <Notice tone="good">{t('queue.empty')}</Notice>
  if (queue.items.length === 0)
    return (
      <Group className="accord-panel" p="lg" gap="md" role="status">
        <Text>{view.key === '' ? t('queue.nothingFits') : t('queue.noSuchKey', { key: view.key })}</Text>
        <Button variant="default" size="xs" onClick={() => onView(WHOLE_QUEUE)}>
          {t('queue.showAll')}
        </Button>
      </Group>
    )
  return (
    <>
      <BulkSteps view={view} />
      <QueueTable queue={queue} />
      <PageFoot
        trail={view.trail}
        next={queue.next}
        range={t('queue.range', { from, to: from + queue.items.length - 1 })}
        onTrail={(trail) => onView({ ...view, trail })}
      />
    </>
  )
}
