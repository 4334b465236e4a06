import { Button, Group, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListPage } from '../api/use-connection-list.ts'
import { ActionDialog } from '../connection/action-dialog.tsx'
import type { ConnectionAction } from '../connection-state/possible-actions.ts'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { ConnectionCards } from './connection-cards.tsx'
import { ConnectionTable } from './connection-table.tsx'
import { ListFilter } from './list-filter.tsx'
import { ListFoot } from './list-foot.tsx'
import { FIRST_VIEW } from './list-view.ts'
import type { ListView } from './list-view.ts'

interface ConnectionListProps {
  readonly page: ListPage
  readonly view: ListView
  readonly onView: (view: ListView) => void
  readonly onIssued: (issued: IssuedCode) => void
}

/** What a row's menu has asked for; the connection as it stood then. */
interface Asked {
  readonly action: ConnectionAction
  readonly connection: ConnectionSnapshot
}

/** The list with its search, filter, order and pages; a table where there is room, cards on a narrow screen. */
export function ConnectionList({ page, view, onView, onIssued }: ConnectionListProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isAsking, setAsking] = useState(false)
  const isNarrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false })
  const { connections, next, counts } = page
  const ask = (action: ConnectionAction, connection: ConnectionSnapshot) => {
    setAsked({ action, connection })
    setAsking(true)
  }
  const narrow = (changes: Partial<ListView>) => onView({ ...view, ...changes, trail: [] })
  return (
    <Stack gap="sm">
      <ListFilter counts={counts} view={view} onChange={narrow} showsOrder={isNarrow ?? false} />
      {connections.length === 0 ? (
        <Group className="accord-panel" p="lg" gap="md" role="status">
          <Text>{t('connections.noMatch')}</Text>
          <Button variant="default" size="xs" onClick={() => onView(FIRST_VIEW)}>
            {t('connections.clearSearch')}
          </Button>
        </Group>
      ) : null}
      {connections.length > 0 && isNarrow ? <ConnectionCards connections={connections} onAsk={ask} /> : null}
      {connections.length > 0 && !isNarrow ? (
        <ConnectionTable connections={connections} view={view} onSort={(sorting) => narrow({ sorting })} onAsk={ask} />
      ) : null}
      <ListFoot
        page={page}
        view={view}
        onPrevious={() => onView({ ...view, trail: view.trail.slice(0, -1) })}
        onNext={() => next && onView({ ...view, trail: [...view.trail, next] })}
      />
      {asked ? (
        <ActionDialog
          key={`${asked.action} ${asked.connection.id}`}
          action={asked.action}
          connection={asked.connection}
          opened={isAsking}
          onClose={() => setAsking(false)}
          onIssued={onIssued}
        />
      ) : null}
    </Stack>
  )
}
