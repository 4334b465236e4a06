import { Table, Text } from '@mantine/core'
import type { ItemStep, KeptPlan, SyncItemDetail } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { useSyncMessage } from '../api/use-sync-message.ts'
import { TestedEntries } from '../configuration/test-run/tested-entries.tsx'
import { exactTime } from '../parts/exact-time.ts'
import { Panel } from '../parts/panel.tsx'

interface LastPlanProps {
  readonly detail: SyncItemDetail
  readonly remote: string
}

type Names = NonNullable<ItemStep['plan']>

/** What was written here last, as a diff where values are kept, else by its names. */
export function LastPlan({ detail: { item, steps, messages, keptDays }, remote }: LastPlanProps) {
  const { t, i18n } = useTranslation()
  const { roles } = useSession()
  const step = steps.findLast(({ plan }) => plan !== null)
  const mid = step?.mid ?? ''
  const content = messages.find((message) => message.mid === mid)?.content
  const mayRead = Boolean(roles.admin || roles.maintainer) && content !== undefined && content !== 'gone'
  const { data } = useSyncMessage(item.id, mid, mayRead && keptDays > 0)
  return (
    <Panel title={t('item.plan.title')}>
      {step?.plan ? (
        <>
          <Text fz="sm" c="dimmed">
            {exactTime(step.at, i18n.language, 'all')}
            {step.version === null ? '' : ` · ${t('item.version', { version: step.version })}`}
          </Text>
          {data?.plan ? <PlanDiff plan={data.plan} /> : <PlanNames plan={step.plan} />}
        </>
      ) : (
        <Text fz="sm">{t('item.plan.never', { remote })}</Text>
      )}
    </Panel>
  )
}

function PlanNames({ plan: { fields, entries, files, makes } }: { readonly plan: Names }) {
  const { t } = useTranslation()
  const lines = [
    makes ? t('item.plan.makes') : '',
    fields.length > 0 ? t('item.plan.fields', { fields: fields.join(', ') }) : '',
    entries + files > 0 ? t('item.plan.entries', { count: entries, files }) : '',
  ].filter((line) => line !== '')
  return (
    <>
      <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
        {lines.length === 0 ? t('item.plan.unchanged') : lines.join(' ')}
      </Text>
      <Text fz="sm">{t('item.plan.noValues')}</Text>
    </>
  )
}

function PlanDiff({ plan: { makes, fields, entries, files } }: { readonly plan: KeptPlan }) {
  const { t } = useTranslation()
  return (
    <>
      {makes ? <Text fz="sm">{t('item.plan.makes')}</Text> : null}
      {fields.length + entries.length + files.length === 0 ? <Text fz="sm">{t('item.plan.unchanged')}</Text> : null}
      {fields.length > 0 ? (
        <Table className="accord-tested" aria-label={t('item.plan.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('testRun.field')}</Table.Th>
              <Table.Th>{t('item.plan.before')}</Table.Th>
              <Table.Th>{t('testRun.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map(({ name, before, after }) => (
              <Table.Tr key={name}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{before ? <del>{before}</del> : '–'}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{after ? <ins>{after}</ins> : '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <TestedEntries
        title={t('testRun.entries')}
        entries={entries.map(({ journal, body }) => ({ head: journal, body, isInternal: journal === 'work_notes' }))}
        files={files}
      />
    </>
  )
}
