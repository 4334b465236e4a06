import { Anchor, Text } from '@mantine/core'
import type { SyncConfiguration } from '@accord/shared/schemas'
import type { TableAccess } from '@accord/shared/sync'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFieldLabels, useMayAllow } from '../api/use-sync-access.ts'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { problemWords } from '../problems/problem-words.ts'
import { fieldList } from './field-names.ts'
import { isMissing, type NeededAccess } from './needed-access.ts'

const SYNC_USER = 'accord.sync'

interface AccessPanelProps {
  readonly configuration: SyncConfiguration
  readonly needed: NeededAccess | undefined
  readonly name: string
}

/** What the instance allows already, and what publishing would open; nothing is opened before that. */
export function AccessPanel({ configuration, needed, name }: AccessPanelProps) {
  const { t, i18n } = useTranslation()
  const { isHere, mayChange } = useMayAllow()
  const { access } = configuration
  if (access.state === 'none')
    return (
      <Panel title={t('configure.access.title')}>
        <Text fz="sm">{t('configure.access.none')}</Text>
      </Panel>
    )
  if (access.state === 'unknown')
    return (
      <Panel title={t('configure.access.title')}>
        <Notice tone="attention">
          {t('configure.access.unknown')} {problemWords(access.problem, i18n).remedy}
        </Notice>
      </Panel>
    )
  return (
    <Panel title={t('configure.access.title')}>
      {needed && isMissing(needed) ? (
        <>
          <Text fz="sm">{isHere ? t('configure.access.missing') : t('configure.access.elsewhere', { name })}</Text>
          <ul className="accord-opens">
            {needed.tables.map((table) => (
              <OpenedTable key={table.table} access={table} />
            ))}
            {needed.userRoles ? (
              <li>{t('configure.access.user', { user: SYNC_USER, roles: needed.userRoles.join(', ') })}</li>
            ) : null}
          </ul>
          {isHere && !mayChange ? <Notice tone="attention">{t('configure.access.mayNot')}</Notice> : null}
        </>
      ) : (
        <Text fz="sm">{t('configure.access.good')}</Text>
      )}
      {isHere ? (
        <Anchor fz="sm" w="fit-content" renderRoot={(props) => <Link to="/sync-access" {...props} />}>
          {t('configure.access.open')}
        </Anchor>
      ) : null}
    </Panel>
  )
}

function OpenedTable({ access }: { readonly access: TableAccess }) {
  const { t, i18n } = useTranslation()
  const { table, mayCreate, mayDelete, readFields, readJournals, readFiles, writeFields, writeJournals, writeFiles } =
    access
  const labels = useFieldLabels(table)
  const reads = [...readFields, ...readJournals, ...(readFiles ? [t('configure.access.files')] : [])]
  const writes = [...writeFields, ...writeJournals, ...(writeFiles ? [t('configure.access.files')] : [])]
  return (
    <li>
      <code>{table}</code>
      {mayCreate ? <span> · {t('configure.access.create')}</span> : null}
      {mayDelete ? <span> · {t('configure.access.delete')}</span> : null}
      {reads.length > 0 ? (
        <div>
          <strong>{t('configure.access.read')}</strong> {fieldList(reads, labels, i18n.language)}
        </div>
      ) : null}
      {writes.length > 0 ? (
        <div>
          <strong>{t('configure.access.write')}</strong> {fieldList(writes, labels, i18n.language)}
        </div>
      ) : null}
    </li>
  )
}
