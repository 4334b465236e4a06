import { Anchor, Group, Text } from '@mantine/core'
import type { OverviewConnection } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../connection-state/state-badge.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { shownDuration } from '../parts/exact-time.ts'
import { TimeText } from '../parts/time-text.tsx'
import { ActivityPlot } from './activity-plot.tsx'
import { HoursTable } from './hours-table.tsx'

interface ConnectionActivityProps {
  readonly connection: OverviewConnection
  readonly since: string
  /** How many causes of this connection need a person. */
  readonly needs: number
}

/** One connection: what it is, what has moved, how long that takes, and what does not move. */
export function ConnectionActivity({ connection, since, needs }: ConnectionActivityProps) {
  const { t, i18n: translations } = useTranslation()
  const { id, name, remote, state, p50Ms, p95Ms, oldestMovingAt } = connection
  return (
    <li className="accord-activity">
      <div style={{ overflowWrap: 'anywhere' }}>
        <Anchor
          fw={600}
          renderRoot={(props) => <Link to="/connections/$connectionId" params={{ connectionId: id }} {...props} />}
        >
          {name}
        </Anchor>
        <Text fz="sm" c="dimmed">
          {remote}
        </Text>
        <Group gap="xs" mt={4}>
          <StateBadge state={state} />
          {needs > 0 ? (
            <span className="accord-state" data-tone="attention">
              {t('overview.needs', { count: needs })}
            </span>
          ) : null}
        </Group>
      </div>
      <div>
        <ActivityPlot connection={connection} />
        <HoursTable connection={connection} since={since} />
      </div>
      <DescriptionList
        items={[
          { label: t('overview.p50'), value: durationText(p50Ms, translations) },
          { label: t('overview.p95'), value: durationText(p95Ms, translations) },
          { label: t('overview.oldest'), value: <TimeText at={oldestMovingAt} never={t('overview.none')} /> },
          { label: t('overview.held'), value: <HeldCount connection={connection} /> },
        ]}
      />
    </li>
  )
}

const DAY_MS = 86_400_000

/** What took longer than a day is counted as a day. */
const durationText = (ms: number | null, { t, language }: i18n): string | null =>
  ms === null ? null : t(ms < DAY_MS ? 'overview.about' : 'overview.atLeast', { duration: shownDuration(ms, language) })

/** Nobody counts further. */
const COUNTED_UP_TO = 1000

function HeldCount({ connection: { id, held } }: { readonly connection: OverviewConnection }) {
  const { t, i18n: translations } = useTranslation()
  if (held === 0) return <>{t('overview.none')}</>
  const number = new Intl.NumberFormat(translations.language).format(held) + (held < COUNTED_UP_TO ? '' : '+')
  return (
    <Anchor
      fz="sm"
      renderRoot={(props) => <Link to="/queue" search={{ filter: 'held', connectionId: id }} {...props} />}
    >
      {t('overview.heldPairs', { count: held, number })}
    </Anchor>
  )
}
