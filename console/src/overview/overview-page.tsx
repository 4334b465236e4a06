import { Anchor, Center, Loader, Stack, Text } from '@mantine/core'
import type { Overview } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOverview } from '../api/use-overview.ts'
import { EmptyConnections } from '../connections/empty-connections.tsx'
import { NewConnectionButtons } from '../connections/new-connection-buttons.tsx'
import { NeedList } from '../needs/need-list.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { ConnectionActivity } from './connection-activity.tsx'

/** The first page: what needs somebody, and whether everything moves. Live. */
export function OverviewPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useOverview()
  const hasNone = data?.connections.length === 0 && !data.more
  return (
    <Stack gap="md">
      <PageHeading title={t('common.pages.overview')}>{data && !hasNone ? <NewConnectionButtons /> : null}</PageHeading>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {error && data ? <Text fz="sm">{t('common.interrupted')}</Text> : null}
      {error && !data ? <AllConnections /> : null}
      {!data && !error ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {data && (!hasNone || data.needs.length > 0) ? <Needs overview={data} /> : null}
      {hasNone ? <EmptyConnections /> : null}
      {data && !hasNone ? <Activity overview={data} /> : null}
    </Stack>
  )
}

/** The list asks no node on an instance: it is there where this page is not, as beside a node of the release before. */
function AllConnections() {
  const { t } = useTranslation()
  return (
    <Anchor fz="sm" underline="always" renderRoot={(props) => <Link to="/connections" {...props} />}>
      {t('overview.all')}
    </Anchor>
  )
}

function Needs({ overview: { needs, moreNeeds } }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('needs.title')}>
      <NeedList needs={needs} />
      <Text fz="xs" c="dimmed">
        {moreNeeds ? `${t('overview.moreNeeds')} ` : null}
        {t('overview.lookedFor')}
      </Text>
    </Panel>
  )
}

function Activity({ overview: { connections, needs, more, since } }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  const needsOf = (id: string) => needs.filter(({ connection }) => connection?.id === id).length
  return (
    <Panel title={t('overview.connections')}>
      {connections.length === 0 ? <Text fz="sm">{t('overview.noneOpen')}</Text> : null}
      <ul className="accord-activities">
        {connections.map((connection) => (
          <ConnectionActivity
            key={connection.id}
            connection={connection}
            since={since}
            needs={needsOf(connection.id)}
          />
        ))}
      </ul>
      <Text fz="sm">
        {more ? `${t('overview.more')} ` : null}
        <AllConnections />
      </Text>
      <Text fz="xs" c="dimmed" maw="44rem">
        {t('overview.measured')}
      </Text>
    </Panel>
  )
}
