import { Table, Text } from '@mantine/core'
import type { TestedPlan } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { faultText } from './fault-text.ts'
import { shownValues } from './shown-values.ts'

interface SentBackProps {
  readonly back: TestedPlan['back']
  readonly remote: string
}

/** What the outgoing script makes of the record as it would be then, beside what the other side has sent. */
export function SentBack({ back, remote }: SentBackProps) {
  const { t, i18n } = useTranslation()
  if (back.kind === 'nothing') return <Text fz="sm">{t('testRun.back.nothing', { remote })}</Text>
  if (back.kind === 'stopped')
    return <Notice tone="waiting">{t('testRun.back.stopped', { reason: back.reason })}</Notice>
  if (back.kind === 'failed')
    return <Notice tone="attention">{faultText({ kind: 'failed', fault: back.fault, paths: [] }, i18n)}</Notice>
  const [theirs, ours] = [shownValues(back.theirs), shownValues(back.replica)]
  const textAt = (values: typeof ours, path: string) => values.find((value) => value.path === path)?.text ?? '–'
  const title = t('testRun.back.title', { remote })
  return (
    <>
      <Text fz="sm" fw={500}>
        {title}
      </Text>
      <Text fz="xs" c="dimmed">
        {t('testRun.back.later')}
      </Text>
      <Table className="accord-tested" aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('testRun.member')}</Table.Th>
            <Table.Th>{t('testRun.back.theirs', { remote })}</Table.Th>
            <Table.Th>{t('testRun.back.ours', { remote })}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {back.changed.map((path) => (
            <Table.Tr key={path}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{path}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{textAt(theirs, path)}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{textAt(ours, path)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
