import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { ITEM_FILTERS, type ItemFilter } from '@accord/shared/sync'
import type { SyncItemList } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { ItemTable } from './item-table.tsx'
import { PageFoot } from './page-foot.tsx'
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
  const from = view.trail.length * PAGE + 1
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
      <PageFoot
        trail={view.trail}
        next={page.next}
        range={t('sync.range', { from, to: from + items.length - 1, total: numberOf(view.filter) })}
        onTrail={(trail) => onView({ ...view, trail })}
      />
    </Stack>
  )
}
