import { Group, NativeSelect, TextInput } from '@mantine/core'
import { LIST_ORDERS } from '@accord/shared/protocol'
import type { GroupCounts } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { countText, GROUPS } from './group-counts.ts'
import { firstSorting } from './list-view.ts'
import type { ListView } from './list-view.ts'

interface ListFilterProps {
  readonly counts: GroupCounts | null
  readonly view: ListView
  /** A list without column heads: the order is chosen here. */
  readonly showsOrder: boolean
  readonly onChange: (changes: Partial<ListView>) => void
}

export function ListFilter({ counts, view, showsOrder, onChange }: ListFilterProps) {
  const { t, i18n } = useTranslation()
  const groups = GROUPS.map((value) => {
    const count = counts ? ` (${countText(counts[value], counts.upTo, i18n.language)})` : ''
    return { value, label: t(`connections.groups.${value}`) + count }
  })
  const orders = LIST_ORDERS.map((value) => ({ value, label: t(`connections.orders.${value}`) }))
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        type="search"
        label={t('connections.search')}
        placeholder={t('connections.searchHint')}
        maxLength={200}
        value={view.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
        style={{ flex: '1 1 16rem', maxWidth: '26rem' }}
      />
      <NativeSelect
        label={t('connections.state')}
        value={view.group}
        onChange={(event) => onChange({ group: GROUPS.find((it) => it === event.currentTarget.value) ?? '' })}
        data={[{ value: '', label: t('connections.allStates') }, ...groups]}
        style={{ flex: '0 1 14rem' }}
      />
      {showsOrder ? (
        <NativeSelect
          label={t('connections.order')}
          value={view.sorting.column}
          disabled={view.search.trim() !== ''}
          onChange={(event) =>
            onChange({ sorting: firstSorting(LIST_ORDERS.find((it) => it === event.currentTarget.value) ?? 'changed') })
          }
          data={orders}
          style={{ flex: '0 1 12rem' }}
        />
      ) : null}
    </Group>
  )
}
