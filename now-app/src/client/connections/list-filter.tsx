import { Group, NativeSelect, TextInput } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { stateKey } from './connection-filter.ts'
import { stateLabel } from './state-label.ts'

interface ListFilterProps {
  readonly connections: readonly ConnectionSnapshot[]
  readonly search: string
  readonly state: string
  readonly onSearch: (search: string) => void
  readonly onState: (state: string) => void
}

/** Only states that occur are offered, and the chosen one, so that a live change cannot take it away. */
export function ListFilter({ connections, search, state, onSearch, onState }: ListFilterProps) {
  const { t, i18n } = useTranslation()
  const occurring = new Map(connections.map((connection) => [stateKey(connection.state), connection.state]))
  if (state !== '' && !occurring.has(state)) occurring.set(state, state)
  const options = [...occurring].map(([value, inner]) => ({ value, label: stateLabel(inner, i18n) }))
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        type="search"
        label={t('connections.search')}
        placeholder={t('connections.searchHint')}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        style={{ flex: '1 1 16rem', maxWidth: '26rem' }}
      />
      <NativeSelect
        label={t('connections.state')}
        value={state}
        onChange={(event) => onState(event.currentTarget.value)}
        data={[{ value: '', label: t('connections.allStates') }, ...options]}
        style={{ flex: '0 1 12rem' }}
      />
    </Group>
  )
}
