import { Box, Button, Checkbox, Group, Loader, Stack, Table, Text } from '@mantine/core'
import type { OpenableTable, SyncAccessTable } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useOpenableTable } from '../api/use-sync-access.ts'
import { CallForm } from '../forms/call-form.tsx'
import { useAnnounce } from '../parts/announcer.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { allowedOf, draftOf, withTick } from './access-draft.ts'
import type { AccessDraft } from './access-draft.ts'

interface TableEditorProps {
  readonly table: string
  /** What is open now; absent for a table that is to be added. */
  readonly entry?: SyncAccessTable
  readonly onClose: () => void
}

/** All fields and journals of a table, each with a tick for leaving and one for being written. */
export function TableEditor({ table, entry, onClose }: TableEditorProps) {
  const { t } = useTranslation()
  const { data: openable, error } = useOpenableTable(table)
  const title = openable ? `${openable.label} (${table})` : table
  return (
    <Panel title={title}>
      {error ? (
        <>
          <ProblemNotice thrown={error} />
          <Group>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </Group>
        </>
      ) : null}
      {!openable && !error ? <Loader aria-label={t('common.loading')} /> : null}
      {openable ? <Ticks openable={openable} before={draftOf(entry)} onClose={onClose} /> : null}
    </Panel>
  )
}

interface TicksProps {
  readonly openable: OpenableTable
  readonly before: AccessDraft
  readonly onClose: () => void
}

function Ticks({ openable, before, onClose }: TicksProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [draft, setDraft] = useState(before)
  const replace = useConsoleCall('replaceSyncAccess')
  const change = (part: Partial<AccessDraft>) => setDraft((now) => ({ ...now, ...part }))
  const onSuccess = () => {
    announce(t('syncAccess.saved'))
    onClose()
  }
  return (
    <CallForm
      call={replace}
      submit={t('syncAccess.save')}
      onCancel={onClose}
      onSubmit={() => replace.mutate({ body: allowedOf(openable, draft) }, { onSuccess })}
    >
      {openable.isReadOnly ? <Text fz="sm">{t('syncAccess.readOnly')}</Text> : null}
      <TickTable openable={openable} draft={draft} change={change} />
      <Stack gap="xs">
        <Checkbox
          label={t('syncAccess.files')}
          checked={draft.readFiles}
          onChange={(event) => change({ readFiles: event.currentTarget.checked })}
        />
        {openable.isReadOnly ? null : (
          <>
            <Checkbox
              label={t('syncAccess.attach')}
              checked={draft.writeFiles}
              onChange={(event) => change({ writeFiles: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('syncAccess.create')}
              checked={draft.mayCreate}
              onChange={(event) => change({ mayCreate: event.currentTarget.checked })}
            />
            <Checkbox
              label={t('syncAccess.delete')}
              description={t('syncAccess.deleteHint')}
              checked={draft.mayDelete}
              onChange={(event) => change({ mayDelete: event.currentTarget.checked })}
            />
          </>
        )}
      </Stack>
    </CallForm>
  )
}

interface TickTableProps {
  readonly openable: OpenableTable
  readonly draft: AccessDraft
  readonly change: (part: Partial<AccessDraft>) => void
}

function TickTable({ openable, draft, change }: TickTableProps) {
  const { t, i18n } = useTranslation()
  const byLabel = (one: { label: string }, other: { label: string }) =>
    one.label.localeCompare(other.label, i18n.language)
  const rows = [
    ...openable.journals.toSorted(byLabel).map((journal) => ({ ...journal, isJournal: true })),
    ...openable.fields.toSorted(byLabel).map((field) => ({ ...field, isJournal: false, internal: false })),
  ]
  const note = (isJournal: boolean, internal: boolean): string =>
    isJournal ? ` – ${t(internal ? 'syncAccess.internal' : 'syncAccess.visible')}` : ''
  return (
    <Box className="accord-ticks" role="region" aria-label={t('syncAccess.fields')} tabIndex={0}>
      <Table horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('syncAccess.field')}</Table.Th>
            <Table.Th>{t('syncAccess.mayLeave')}</Table.Th>
            {openable.isReadOnly ? null : <Table.Th>{t('syncAccess.mayBeWritten')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, label, isJournal, internal }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw="normal">
                {label} <Text span fz="xs" c="dimmed">{`${name}${note(isJournal, internal)}`}</Text>
              </Table.Th>
              <Tick
                label={`${label}: ${t('syncAccess.mayLeave')}`}
                name={name}
                ticked={draft.read}
                onTick={(read) => change({ read })}
              />
              {openable.isReadOnly ? null : name.startsWith('sys_') ? (
                <Table.Td />
              ) : (
                <Tick
                  label={`${label}: ${t('syncAccess.mayBeWritten')}`}
                  name={name}
                  ticked={draft.write}
                  onTick={(write) => change({ write })}
                />
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}

interface TickProps {
  readonly label: string
  readonly name: string
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ticked: ReadonlySet<string>) => void
}

const Tick = ({ label, name, ticked, onTick }: TickProps) => (
  <Table.Td>
    <Checkbox
      aria-label={label}
      checked={ticked.has(name)}
      onChange={(event) => onTick(withTick(ticked, name, event.currentTarget.checked))}
    />
  </Table.Td>
)
