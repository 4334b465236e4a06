import { Button, Group, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConnectionCards } from './connection-cards.tsx'
import { filterConnections, sortConnections } from './connection-filter.ts'
import type { Sorting } from './connection-filter.ts'
import { ConnectionTable } from './connection-table.tsx'
import { ListFilter } from './list-filter.tsx'

/** The list with its search, filter and order; a table where there is room, cards on a narrow screen. */
export function ConnectionList({ connections }: { readonly connections: readonly ConnectionSnapshot[] }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [state, setState] = useState('')
  const [sorting, setSorting] = useState<Sorting>({ column: 'updatedAt', descending: true })
  const isNarrow = useMediaQuery('(max-width: 56em)', undefined, { getInitialValueInEffect: false })
  const shown = sortConnections(filterConnections(connections, search, state), sorting)
  const total = connections.length
  const showAll = () => {
    setSearch('')
    setState('')
  }
  return (
    <Stack gap="sm">
      <ListFilter connections={connections} search={search} state={state} onSearch={setSearch} onState={setState} />
      {shown.length === 0 ? (
        <Group className="accord-panel" p="lg" gap="md">
          <Text>{t('connections.noMatch')}</Text>
          <Button variant="default" size="xs" onClick={showAll}>
            {t('connections.clearSearch')}
          </Button>
        </Group>
      ) : null}
      {shown.length > 0 && isNarrow ? <ConnectionCards connections={shown} /> : null}
      {shown.length > 0 && !isNarrow ? (
        <ConnectionTable connections={shown} sorting={sorting} onSort={setSorting} />
      ) : null}
      <Text fz="sm" c="dimmed">
        {shown.length === total
          ? t('connections.count', { count: total })
          : t('connections.countOf', { shown: shown.length, total })}
      </Text>
    </Stack>
  )
}
