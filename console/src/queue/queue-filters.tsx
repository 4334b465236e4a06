import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import type { SyncQueue } from '@accord/shared/schemas'
import { QUEUE_FILTERS } from '@accord/shared/sync'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemWords } from '../problems/problem-words.ts'
import { groupCauses } from './group-causes.ts'
import { AGES, isNarrowed, type QueueView, WHOLE_QUEUE } from './queue-view.ts'

interface QueueFiltersProps {
  readonly queue: SyncQueue
  readonly view: QueueView
  readonly onView: (view: QueueView) => void
}

/** By state, connection, table, cause and age; or the pairs of one number, in whatever state. */
export function QueueFilters({ queue, view, onView }: QueueFiltersProps) {
  const { t, i18n } = useTranslation()
  const causes = groupCauses(queue).map(({ code }) => code)
  const known = view.cause === '' || causes.includes(view.cause) ? causes : [view.cause, ...causes]
  const any = { value: '', label: t('queue.any') }
  const choices = {
    filter: QUEUE_FILTERS.map((value) => ({ value, label: t(`queue.filters.${value}`) })),
    connectionId: [any, ...queue.connections.map(({ id, name }) => ({ value: id, label: name }))],
    table: [any, ...queue.tables],
    cause: [any, ...known.map((code) => ({ value: code, label: problemWords(code, i18n).title }))],
    unmovedMinutes: [any, ...AGES.map((value) => ({ value, label: t(`queue.ages.${value}`) }))],
  }
  const select = (name: keyof typeof choices) => (
    <NativeSelect
      key={name}
      label={t(`queue.narrow.${name}`)}
      data={choices[name]}
      value={view[name]}
      disabled={view.key !== ''}
      onChange={(event) => {
        const value = event.currentTarget.value
        const filter = QUEUE_FILTERS.find((it) => it === value)
        onView({ ...view, trail: [], ...(name === 'filter' ? { filter: filter ?? 'open' } : { [name]: value }) })
      }}
      style={{ flex: '1 1 9rem' }}
    />
  )
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('queue.search')}>
      <KeyField key={view.key} view={view} onView={onView} />
      {(['filter', 'connectionId', 'table', 'cause', 'unmovedMinutes'] as const).map(select)}
      {isNarrowed(view) ? (
        <Button variant="default" onClick={() => onView(WHOLE_QUEUE)}>
          {t('queue.showAll')}
        </Button>
      ) : null}
    </Group>
  )
}

/** Sent with Enter: a number is whole or means nothing. */
function KeyField({ view, onView }: Omit<QueueFiltersProps, 'queue'>) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(view.key)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onView(typed.trim() === '' ? WHOLE_QUEUE : { ...WHOLE_QUEUE, key: typed.trim() })
      }}
      style={{ flex: '1 1 11rem' }}
    >
      <TextInput
        label={t('queue.key')}
        placeholder="INC0010001"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => (typed.trim() === '' && view.key !== '' ? onView(WHOLE_QUEUE) : undefined)}
      />
    </form>
  )
}
