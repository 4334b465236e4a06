import { Center, Loader, Stack, Text } from '@mantine/core'
import type { SyncAccessList } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSyncAccess } from '../api/use-sync-access.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { AddTableForm } from './add-table-form.tsx'
import { Arrival } from './arrival.tsx'
import { SyncUserPanel } from './sync-user-panel.tsx'
import { TableEditor } from './table-editor.tsx'
import { TablePanel } from './table-panel.tsx'

/** What of the instance's records Accord may read and write. Only an administrator of the instance changes it. */
export function SyncAccessPage() {
  const { t } = useTranslation()
  const { data: list, error, refetch } = useSyncAccess()
  return (
    <Stack gap="md" maw="60rem">
      <PageHeading title={t('syncAccess.title')} lead={t('syncAccess.lead')} />
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {!list && !error ? (
        <Center mih={200} role="status" aria-label={t('common.loading')}>
          <Loader />
        </Center>
      ) : null}
      {list ? <OpenTables list={list} /> : null}
    </Stack>
  )
}

function OpenTables({ list }: { readonly list: SyncAccessList }) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<string | undefined>(undefined)
  const reason = list.mayChange ? undefined : t('syncAccess.needsAdministrator')
  const [left, setLeft] = useState<string | undefined>(undefined)
  const close = () => {
    setLeft(edited)
    setEdited(undefined)
  }
  const isNew = edited !== undefined && !list.tables.some(({ table }) => table === edited)
  return (
    <>
      {list.tables.length === 0 ? <Text>{t('syncAccess.none')}</Text> : null}
      {list.tables.map((entry) =>
        entry.table === edited ? (
          <Arrival key={`${entry.table} edited`} takesFocus>
            <TableEditor table={entry.table} entry={entry} onClose={close} />
          </Arrival>
        ) : (
          <Arrival key={entry.table} takesFocus={entry.table === left}>
            <TablePanel entry={entry} reason={reason} onEdit={() => setEdited(entry.table)} />
          </Arrival>
        ),
      )}
      {isNew ? (
        <Arrival key={`${edited} new`} takesFocus>
          <TableEditor table={edited} onClose={close} />
        </Arrival>
      ) : null}
      {list.mayChange && edited === undefined ? (
        <Panel title={t('syncAccess.add')}>
          <AddTableForm onChosen={setEdited} />
        </Panel>
      ) : null}
      {reason ? <Text fz="sm">{reason}</Text> : null}
      {list.tables.length > 0 ? <SyncUserPanel /> : null}
    </>
  )
}
