import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { ITEM_FILTERS, type ItemFilter } from '@accord/shared/sync'
import type { SyncItemList } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { ItemTable } from './item-table.tsx'
import { WaitingHere } from './waiting-here.tsx'

export const PAGE = 50

export interface ItemView {
  readonly filter: ItemFilter
  /** Where each page before the open one ended, oldest first. */
  readonly trail: readonly string[]
}
export const FIRST_ITEMS: ItemView = { filter: 'all', trail: [] }

interface ItemListProps {
  readonly connectionId: string
  readonly remote: string
  readonly page: SyncItemList
  readonly view: ItemView
  readonly onView: (view: ItemView) => void
}

/** The pairs of a connection with their filter and pages. */
export function ItemList({ connectionId, remote, page, view, onView }: ItemListProps) {
  const { t, i18n } = useTranslation()
  const { items, counts } = page
  const numberOf = (filter: ItemFilter) =>
    new Intl.NumberFormat(i18n.language).format(counts[filter]) + (counts[filter] >= counts.upTo ? '+' : '')
  const filters = ITEM_FILTERS.map((value) => ({
    value,
    label: `${t(`sync.filters.${value}`)} (${numberOf(value)})`,
  }))
  return (
    <Stack gap="sm">
      <WaitingHere connectionId={connectionId} page={page} />
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('sync.filter')}
          data={filters}
          value={view.filter}
          onChange={(event) => {
            const filter = ITEM_FILTERS.find((it) => it === event.currentTarget.value) ?? 'all'
            onView({ filter, trail: [] })
          }}
          style={{ flex: '0 1 18rem' }}
        />
      </Group>
      {items.length > 0 ? (
        <ItemTable items={items} remote={remote} />
      ) : (
        <Group className="accord-panel" p="lg" gap="md" role="status">
          <Text>{t('sync.emptyFilter')}</Text>
          <Button variant="default" size="xs" onClick={() => onView(FIRST_ITEMS)}>
            {t('sync.showAll')}
          </Button>
        </Group>
      )}
      <ItemFoot page={page} view={view} total={numberOf(view.filter)} onView={onView} />
    </Stack>
  )
}

interface ItemFootProps extends Pick<ItemListProps, 'page' | 'view' | 'onView'> {
  readonly total: string
}

function ItemFoot({ page: { items, next }, view, total, onView }: ItemFootProps) {
  const { t } = useTranslation()
  const { trail } = view
  if (trail.length === 0 && next === null) return null
  const from = trail.length * PAGE + 1
  return (
    <Group justify="space-between" gap="sm">
      <Text fz="sm" c="dimmed">
        {t('sync.range', { from, to: from + items.length - 1, total })}
      </Text>
      <Group component="nav" gap="xs" aria-label={t('sync.pages')}>
        <Button
          variant="default"
          size="xs"
          disabled={trail.length === 0}
          onClick={() => onView({ ...view, trail: trail.slice(0, -1) })}
        >
          {t('sync.previous')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={next === null}
          onClick={() => next && onView({ ...view, trail: [...trail, next] })}
        >
          {t('sync.next')}
        </Button>
      </Group>
    </Group>
  )
}
