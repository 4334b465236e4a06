import { Anchor, Center, Loader, Stack } from '@mantine/core'
import type { ConnectionSnapshot, SyncItemDetail } from '@accord/shared/schemas'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../api/use-connection.ts'
import { useSyncItem } from '../api/use-sync-items.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { ContestedPaths } from './contested-paths.tsx'
import { ItemActions } from './item-actions.tsx'
import { ItemFaultBox } from './item-fault.tsx'
import { ItemFiles } from './item-files.tsx'
import { ItemHistory } from './item-history.tsx'
import { LastPlan } from './last-plan.tsx'
import { RecordLink } from '../items/record-link.tsx'
import { StatusBadge } from '../items/status-badge.tsx'

/** One pair: both records, what is wrong and what to do about it, and what happened step by step. */
export function ItemPage() {
  const { t } = useTranslation()
  const { connectionId, itemId } = useParams({ from: '/connections/$connectionId/pairs/$itemId' })
  const connection = useConnection(connectionId)
  const { data, error, refetch } = useSyncItem(itemId)
  const known = connection.data?.connection
  return (
    <Stack gap="md">
      <Anchor
        fz="sm"
        w="fit-content"
        renderRoot={(props) => (
          <Link to="/connections/$connectionId" params={{ connectionId }} search={{ tab: 'sync' }} {...props} />
        )}
      >
        <span aria-hidden="true">← </span>
        {t('sync.back', { name: known?.name ?? '' })}
      </Anchor>
      {error ? (
        <>
          {data ? null : <PageHeading title={t('sync.pair')} />}
          <ProblemNotice thrown={error} onRetry={() => void refetch()} />
        </>
      ) : null}
      {!(data && known) && !error ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {data && known ? <ItemView connection={known} detail={data} /> : null}
    </Stack>
  )
}

interface ItemViewProps {
  readonly connection: ConnectionSnapshot
  readonly detail: SyncItemDetail
}

function ItemView({ connection, detail }: ItemViewProps) {
  const { item, steps, files } = detail
  const { t } = useTranslation()
  const { remoteShortName: remote } = connection
  const { local, remote: theirs, status, state, faults, createdAt, lastOutAt, lastInAt } = item
  const title = `${local.key ?? '…'} ⇄ ${theirs.key ?? '…'}`
  const ending = state === 'deleted_here' || state === 'deleted_there' || state === 'unlinked' ? state : undefined
  return (
    <>
      <PageHeading
        title={title}
        mark={<StatusBadge status={status} />}
        lead={ending ? t(`sync.endings.${ending}`) : undefined}
      >
        <ItemActions item={item} hasFailedFile={files.some(({ state: at }) => at === 'failed')} remote={remote} />
      </PageHeading>
      {faults.map((fault) => (
        <ItemFaultBox
          key={`${fault.side} ${fault.direction}`}
          fault={fault}
          connectionId={connection.id}
          remote={remote}
          item={item}
        />
      ))}
      <Panel title={t('sync.pair')}>
        <DescriptionList
          items={[
            { label: t('sync.record'), value: <RecordLink record={local} /> },
            { label: t('sync.remoteRecord', { remote }), value: <RecordLink record={theirs} /> },
            { label: t('sync.began'), value: <TimeText at={createdAt} show="both" /> },
            { label: t('sync.lastOut'), value: <TimeText at={lastOutAt} show="both" never={t('sync.never')} /> },
            { label: t('sync.lastIn'), value: <TimeText at={lastInAt} show="both" never={t('sync.never')} /> },
          ]}
        />
      </Panel>
      <ItemFiles files={files} />
      <LastPlan detail={detail} remote={remote} />
      <ContestedPaths steps={steps} remote={remote} />
      <ItemHistory detail={detail} remote={remote} />
    </>
  )
}
