import { Button, Center, Group, Loader, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAuditTrail } from '../api/use-audit-trail.ts'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { TrailEntry } from './trail-entry.tsx'

/** Who did what with this connection, when and from where, as the node's chained audit log has it. */
export function TrailTab({ connectionId }: { readonly connectionId: string }) {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAuditTrail(connectionId)
  return (
    <Panel>
      <Text fz="sm" c="dimmed" maw="44rem">
        {t('trail.lead')}
      </Text>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <Center mih={120} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      <ol className="accord-trail" aria-label={t('connection.tabs.trail')}>
        {data?.pages
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <TrailEntry key={entry.id} entry={entry} />
          ))}
      </ol>
      {hasNextPage ? (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('trail.older')}
          </Button>
        </Group>
      ) : null}
    </Panel>
  )
}
