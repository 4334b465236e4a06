import { ScrollArea, Stack, Table, Text } from '@mantine/core'
import type { ConnectedList } from '@accord/shared/schemas'
import { CONNECT_OUTCOMES } from '@accord/shared/sync'
import { useTranslation } from 'react-i18next'

interface ListOutcomeProps {
  readonly list: ConnectedList
  readonly isDryRun: boolean
  readonly remote: string
}

/** Lines that stand in the way first: what will simply be connected needs no look. */
const ORDER = ['refused', 'missing', 'doubled', 'already', 'would_link', 'linked'] as const

/** Lines that a person reads; the numbers are of all. */
const SHOWN = 200

/** What became of each line, or would: in numbers, and line by line. */
export function ListOutcome({ list: { rows }, isDryRun, remote }: ListOutcomeProps) {
  const { t } = useTranslation()
  const counted = CONNECT_OUTCOMES.flatMap((outcome) => {
    const count = rows.filter((row) => row.outcome === outcome).length
    return count === 0 ? [] : [t(`connectList.count.${outcome}`, { count, remote })]
  })
  const sorted = rows.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || a.line - b.line)
  return (
    <Stack gap="xs">
      <Stack gap={2} role="status">
        <Text fw={600}>{t(isDryRun ? 'connectList.checked' : 'connectList.done')}</Text>
        {counted.map((sentence) => (
          <Text key={sentence} fz="sm">
            {sentence}
          </Text>
        ))}
      </Stack>
      <LineTable rows={sorted.slice(0, SHOWN)} remote={remote} />
    </Stack>
  )
}

function LineTable({ rows, remote }: { readonly rows: ConnectedList['rows']; readonly remote: string }) {
  const { t } = useTranslation()
  return (
    <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('connectList.lines') }}>
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('connectList.line')}</Table.Th>
            <Table.Th>{t('connectList.here')}</Table.Th>
            <Table.Th>{remote}</Table.Th>
            <Table.Th>{t('connectList.becomes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ line, localKey, remoteKey, outcome, detail }) => (
            <Table.Tr key={line}>
              <Table.Td>{line}</Table.Td>
              <Table.Td>{localKey || '–'}</Table.Td>
              <Table.Td>{remoteKey}</Table.Td>
              <Table.Td>
                <Text fz="sm" fw={outcome === 'would_link' || outcome === 'linked' ? undefined : 600}>
                  {t(`connectList.outcome.${outcome}`)}
                </Text>
                {detail ? (
                  <Text fz="xs" c="dimmed">
                    {detail}
                  </Text>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
