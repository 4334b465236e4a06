import { Table, Text } from '@mantine/core'
import type { TestedScripts } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { shownValues } from './shown-values.ts'
import { TestedEntries } from './tested-entries.tsx'

interface TestedReplicaProps {
  readonly tested: Extract<TestedScripts['outcome'], { kind: 'replica' }>
  readonly remote: string
}

/** What would leave, value by value, and who could read each comment there. */
export function TestedReplica({ tested, remote }: TestedReplicaProps) {
  const { t } = useTranslation()
  const { record, replica, changed, comments, files, endsPair } = tested
  const isNew = (path: string) => changed === null || changed.includes(path)
  const isSilent = changed?.length === 0 && comments.every((each) => !each.isNew)
  return (
    <>
      <Text fz="sm" fw={500}>
        {t(isSilent ? 'testRun.equal' : 'testRun.wouldSend', { key: record.key, remote })}
      </Text>
      <Table className="accord-tested" aria-label={t('testRun.wouldSend', { key: record.key, remote })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('testRun.member')}</Table.Th>
            <Table.Th>{t('testRun.value')}</Table.Th>
            <Table.Th>{t('testRun.differs', { remote })}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shownValues(replica).map(({ path, name, text }) => (
            <Table.Tr key={path}>
              <Table.Td>{name}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{text}</Table.Td>
              <Table.Td>{t(isNew(path) ? 'testRun.new' : 'testRun.known')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <TestedEntries
        title={t('testRun.comments')}
        entries={comments.map(({ author, body, isInternal, isNew: isFresh }) => ({
          head: `${author} · ${t(isFresh ? 'testRun.new' : 'testRun.known')}`,
          body,
          isInternal,
        }))}
        files={files}
      />
      {endsPair ? <Text fz="sm">{t('testRun.endsPair')}</Text> : null}
    </>
  )
}
