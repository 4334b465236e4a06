import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListPage } from '../api/use-connection-list.ts'
import { totalOf } from './group-counts.ts'
import { isNarrowed, PAGE } from './list-view.ts'
import type { ListView } from './list-view.ts'

interface ListFootProps {
  readonly page: ListPage
  readonly view: ListView
  readonly onPrevious: () => void
  readonly onNext: () => void
}

/** How many there are, which of them are shown, and the way to the others. */
export function ListFoot({ page, view, onPrevious, onNext }: ListFootProps) {
  const { t, i18n } = useTranslation()
  const { connections, next, counts } = page
  const { trail } = view
  const { total, atLeast } = counts ? totalOf(counts) : { total: connections.length, atLeast: false }
  const inAll = new Intl.NumberFormat(i18n.language).format(total) + (atLeast ? '+' : '')
  const from = trail.length * PAGE + 1
  const hasPages = trail.length > 0 || next !== null
  return (
    <Group justify="space-between" gap="sm">
      <Text fz="sm" c="dimmed">
        {hasPages && connections.length > 0
          ? t('connections.range', { from, to: from + connections.length - 1, total: inAll })
          : isNarrowed(view)
            ? t('connections.countOf', { shown: connections.length, total: inAll })
            : t('connections.count', { count: total, shown: inAll })}
      </Text>
      {hasPages ? (
        <Group component="nav" gap="xs" aria-label={t('connections.pages')}>
          <Button variant="default" size="xs" disabled={trail.length === 0} onClick={onPrevious}>
            {t('connections.previousPage')}
          </Button>
          <Button variant="default" size="xs" disabled={next === null} onClick={onNext}>
            {t('connections.nextPage')}
          </Button>
        </Group>
      ) : null}
    </Group>
  )
}
