import { Table, Text } from '@mantine/core'
import type { TestedPlan as Tested } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { SentBack } from './sent-back.tsx'
import { TestedEntries } from './tested-entries.tsx'
import { Verdict, verdictOn } from './verdict.tsx'

interface TestedPlanProps {
  readonly tested: Tested
  readonly remote: string
}

/** What would be written here: each field before and after, entries with who reads them, and what stands in the way. */
export function TestedPlan({ tested, remote }: TestedPlanProps) {
  const { t } = useTranslation()
  const { record, fields, entries, files, missing, deletesRecord, afterDeletion } = tested
  const key = record?.key ?? ''
  const title = deletesRecord
    ? t('testRun.wouldDelete', { key })
    : record
      ? t('testRun.wouldWrite', { key })
      : t('testRun.wouldMake')
  const isNothing = fields.length + entries.length === 0 && !deletesRecord
  return (
    <>
      <Text fz="sm" fw={500}>
        {isNothing && files.length === 0 ? t('testRun.unchanged') : title}
      </Text>
      {missing.length > 0 ? (
        <Notice tone="attention">
          {t('testRun.missing')}{' '}
          {missing.map(({ kind, name }) => t(`testRun.missingPart.${kind}`, { name })).join(', ')}
        </Notice>
      ) : null}
      <Verdict rights={tested.syncUser} isNothing={isNothing} />
      {fields.length > 0 ? <FieldTable tested={tested} title={title} /> : null}
      <TestedEntries
        title={t('testRun.entries')}
        entries={entries.map(({ label, body, isInternal }) => ({ head: label, body, isInternal }))}
        files={files}
      />
      {afterDeletion ? null : <SentBack back={tested.back} remote={remote} />}
      <Said tested={tested} remote={remote} />
    </>
  )
}

function FieldTable({ tested: { fields, syncUser }, title }: { readonly tested: Tested; readonly title: string }) {
  const { t } = useTranslation()
  return (
    <Table className="accord-tested" aria-label={title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('testRun.field')}</Table.Th>
          <Table.Th>{t('testRun.before')}</Table.Th>
          <Table.Th>{t('testRun.after')}</Table.Th>
          <Table.Th>{t('testRun.syncUser.title')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map(({ name, label, before, after }) => (
          <Table.Tr key={name}>
            <Table.Td>{label}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{before ?? '–'}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{after ?? '–'}</Table.Td>
            <Table.Td>{t(`testRun.syncUser.${verdictOn(name, syncUser)}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** What else follows from the plan. */
function Said({ tested, remote }: TestedPlanProps) {
  const { ignored, kept, endsPair, sendsBack, removesFiles, afterDeletion } = tested
  const { t } = useTranslation()
  const lines = [
    ignored.length > 0 ? t('testRun.ignored', { remote, paths: ignored.join(', ') }) : '',
    kept.length > 0 ? t('testRun.kept', { paths: kept.join(', ') }) : '',
    sendsBack ? t('testRun.sendsBack', { remote }) : '',
    removesFiles ? t('testRun.removesFiles', { remote }) : '',
    endsPair ? t('testRun.endsPair') : '',
    afterDeletion ? t('testRun.endsAfter', { remote }) : '',
  ].filter((line) => line !== '')
  return lines.map((line) => (
    <Text key={line} fz="sm">
      {line}
    </Text>
  ))
}
