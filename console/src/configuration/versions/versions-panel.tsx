import { Button, Group, Table, Text } from '@mantine/core'
import type { RulesVersions, SyncConfiguration } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRulesVersions } from '../../api/use-rules-versions.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { CompareVersions } from './compare-versions.tsx'
import { publicationsOf } from './publications.ts'
import { type Editing, type RestoredScripts, useRestoring } from './use-restoring.ts'
import { VersionRow } from './version-row.tsx'

interface VersionsPanelProps {
  readonly configuration: SyncConfiguration
  readonly editing: Editing
  readonly reason: string | undefined
  /** With the questions that publishing asks. */
  readonly onPublish: (scripts: RestoredScripts, note: string) => void
}

/** What was published before: asked for when somebody wants to see it. */
export function VersionsPanel(props: VersionsPanelProps) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Panel title={t('versions.title')}>
      <Text fz="sm">{t('versions.lead')}</Text>
      <Group>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'versions.hide' : 'versions.show')}
        </Button>
      </Group>
      {isOpen ? <Versions {...props} /> : null}
    </Panel>
  )
}

function Versions(props: VersionsPanelProps) {
  const { configuration } = props
  const { t } = useTranslation()
  const { data, error, refetch } = useRulesVersions(configuration)
  if (error) return <ProblemNotice thrown={error} onRetry={() => void refetch()} />
  if (!data) return <Text role="status">{t('common.loading')}</Text>
  return (
    <>
      <VersionTable {...props} listed={data} />
      {data.hasOlder ? <Text fz="sm">{t('versions.older')}</Text> : null}
    </>
  )
}

function VersionTable(props: VersionsPanelProps & { readonly listed: RulesVersions }) {
  const { configuration, editing, reason, onPublish, listed } = props
  const { t } = useTranslation()
  const [compared, setCompared] = useState<string | null>(null)
  const restoring = useRestoring({ connectionId: configuration.connectionId, editing, publish: onPublish })
  const publications = publicationsOf(listed.versions)
  const shown = publications.find(({ at }) => at === compared)
  return (
    <>
      <div className="accord-stacked">
        <Table verticalSpacing="xs" aria-label={t('versions.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('versions.published')}</Table.Th>
              <Table.Th>{t('versions.what')}</Table.Th>
              <Table.Th>{t('versions.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {publications.map((publication, place) => (
              <VersionRow
                key={publication.at}
                {...{ publication, reason }}
                isNow={place === 0}
                isCompared={publication.at === compared}
                onCompare={() => setCompared(publication.at === compared ? null : publication.at)}
                onRestore={restoring.restore}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {restoring.error ? <ProblemNotice thrown={restoring.error} /> : null}
      {shown ? (
        <CompareVersions
          key={shown.at}
          {...{ configuration, publication: shown, versions: listed.versions }}
          draft={editing.draft}
        />
      ) : null}
      <OverwriteDialog restoring={restoring} />
    </>
  )
}

/** What stands in the editor would be gone. */
function OverwriteDialog({ restoring }: { readonly restoring: ReturnType<typeof useRestoring> }) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      opened={restoring.asked !== null}
      title={t('versions.overTitle')}
      confirm={t('versions.restore')}
      danger
      onConfirm={restoring.confirm}
      onCancel={restoring.dismiss}
    >
      <Text>{t('versions.overText')}</Text>
    </ConfirmDialog>
  )
}
