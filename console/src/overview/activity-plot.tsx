import { Group, Text } from '@mantine/core'
import type { OverviewConnection } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { totalsOf } from './activity-words.ts'
import { outlineOf } from './sparkline-paths.ts'

type Plotted = Pick<OverviewConnection, 'name' | 'sent' | 'received'>

/** Changes of the last 24 hours as a plot, with what it says in words; without one where nothing has moved. */
export function ActivityPlot({ connection }: { readonly connection: Plotted }) {
  const { t, i18n } = useTranslation()
  const totals = totalsOf(connection)
  if (totals.most === 0)
    return (
      <Text fz="sm" c="dimmed">
        {t('overview.quiet')}
      </Text>
    )
  const shown = (count: number) => new Intl.NumberFormat(i18n.language).format(count)
  const numbers = { sent: shown(totals.sent), received: shown(totals.received), most: shown(totals.most) }
  return (
    <div>
      <Sparkline connection={connection} label={t('overview.plot', { name: connection.name, ...numbers })} />
      <Group justify="space-between" gap="xs" fz="xs" c="dimmed" aria-hidden>
        <span>{t('overview.begin')}</span>
        <span>{t('overview.totals', numbers)}</span>
        <span>{t('overview.end')}</span>
      </Group>
    </div>
  )
}

interface SparklineProps {
  readonly connection: Plotted
  readonly label: string
}

/** What was sent stands filled above the line, what was received hollow below it, so that no colour is needed. */
function Sparkline({ connection: { sent, received }, label }: SparklineProps) {
  const { most } = totalsOf({ sent, received })
  return (
    <svg
      role="img"
      aria-label={label}
      className="accord-plot"
      viewBox={`0 -1 ${sent.length} 2`}
      preserveAspectRatio="none"
    >
      <path d={outlineOf(sent, most, -1)} fill="currentColor" />
      <path d={outlineOf(received, most, 1)} fill="none" />
      <path d={`M0,0H${sent.length}`} />
    </svg>
  )
}
