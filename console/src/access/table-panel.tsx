import { Group, Text } from '@mantine/core'
import type { SyncAccessTable } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface TablePanelProps {
  readonly entry: SyncAccessTable
  /** Why nothing can be changed; undefined when it can. */
  readonly reason: string | undefined
  readonly onEdit: () => void
}

/** What is open of one table, in the words of its form. */
export function TablePanel({ entry, reason, onEdit }: TablePanelProps) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const { table, label, fields, journals, isNoticed, isPrivileged, lost } = entry
  const all = [...fields, ...journals]
  const said = (is: boolean) => t(is ? 'syncAccess.yes' : 'syncAccess.no')
  const named = (list: typeof all) => list.map((each) => each.label).join(', ')
  return (
    <Panel title={`${label} (${table})`}>
      <DescriptionList
        items={[
          { label: t('syncAccess.mayLeave'), value: named(all.filter(({ mayRead }) => mayRead)) },
          { label: t('syncAccess.mayBeWritten'), value: named(all.filter(({ mayWrite }) => mayWrite)) },
          { label: t('syncAccess.files'), value: said(entry.mayReadFiles) },
          { label: t('syncAccess.attach'), value: said(entry.mayWriteFiles) },
          { label: t('syncAccess.create'), value: said(entry.mayCreate) },
          { label: t('syncAccess.delete'), value: said(entry.mayDelete) },
          { label: t('syncAccess.changes'), value: t(isNoticed ? 'syncAccess.noticed' : 'syncAccess.scanned') },
        ]}
      />
      {isPrivileged ? null : (
        <Text fz="sm" c="dimmed">
          {t('syncAccess.asks', { table })}
        </Text>
      )}
      {lost.length > 0 ? <Notice tone="attention">{t('syncAccess.lost', { names: lost.join(', ') })}</Notice> : null}
      <Group gap="sm">
        <ReasonedButton reason={reason} label={t('syncAccess.changeTable', { table: label })} onClick={onEdit}>
          {t('syncAccess.change')}
        </ReasonedButton>
        <ReasonedButton
          danger
          reason={reason}
          label={t('syncAccess.closeTable', { table: label })}
          onClick={() => setAsked(true)}
        >
          {t('syncAccess.close')}
        </ReasonedButton>
      </Group>
      <CloseDialog entry={entry} opened={isAsked} onClose={() => setAsked(false)} />
    </Panel>
  )
}

interface CloseDialogProps {
  readonly entry: SyncAccessTable
  readonly opened: boolean
  readonly onClose: () => void
}

function CloseDialog({ entry: { table, label }, opened, onClose }: CloseDialogProps) {
  const { t } = useTranslation()
  const remove = useConsoleCall('removeSyncAccess')
  return (
    <ConfirmDialog
      opened={opened}
      title={t('syncAccess.closeTable', { table: label })}
      confirm={t('syncAccess.close')}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ body: { table } }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Text>{t('syncAccess.closeText')}</Text>
      {remove.error ? <ProblemNotice thrown={remove.error} /> : null}
    </ConfirmDialog>
  )
}
