import { Anchor, Stack, Table, Text } from '@mantine/core'
import type { DriftView } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

type Found = DriftView['pairs'][number]

interface DriftFindingsProps {
  readonly connectionId: string
  readonly check: NonNullable<DriftView['check']>
  readonly pairs: readonly Found[]
  readonly remote: string
}

const VERDICTS = ['different', 'missing', 'moving'] as const

/** Which pairs are not the same, each with the way to it, and what to do about each kind. */
export function DriftFindings({ connectionId, check, pairs, remote }: DriftFindingsProps) {
  const { t } = useTranslation()
  if (pairs.length === 0) return null
  return (
    <Stack gap="sm">
      <Stack component="ul" gap={4} m={0} pl="md">
        {VERDICTS.filter((verdict) => check[verdict] > 0).map((verdict) => (
          <Text component="li" fz="sm" key={verdict} maw="44rem">
            {t(`drift.remedies.${verdict}`)}
          </Text>
        ))}
      </Stack>
      <div className="accord-stacked">
        <Table verticalSpacing="xs" layout="fixed" aria-label={t('drift.list')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="20%">{t('sync.record')}</Table.Th>
              <Table.Th w="20%">{t('sync.remoteRecord', { remote })}</Table.Th>
              <Table.Th w="25%">{t('drift.what')}</Table.Th>
              <Table.Th>{t('sync.fault.paths')}</Table.Th>
              <Table.Th w="12%">{t('sync.columns.open')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pairs.map((pair) => (
              <FoundRow key={pair.itemId} connectionId={connectionId} pair={pair} remote={remote} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  )
}

type FoundRowProps = Pick<DriftFindingsProps, 'connectionId' | 'remote'> & { readonly pair: Found }

function FoundRow({ connectionId, remote, pair: { itemId, localKey, remoteKey, verdict, paths } }: FoundRowProps) {
  const { t } = useTranslation()
  return (
    <Table.Tr>
      <Table.Td data-label={t('sync.record')}>{localKey ?? t('sync.unnamed')}</Table.Td>
      <Table.Td data-label={t('sync.remoteRecord', { remote })}>{remoteKey ?? t('sync.unnamed')}</Table.Td>
      <Table.Td data-label={t('drift.what')}>{t(`drift.verdicts.${verdict}`)}</Table.Td>
      <Table.Td data-label={t('sync.fault.paths')} style={{ overflowWrap: 'anywhere' }}>
        <code>{paths.join(', ')}</code>
      </Table.Td>
      <Table.Td>
        <Anchor
          fz="sm"
          aria-label={t('sync.historyOf', { key: localKey ?? remoteKey ?? '' })}
          renderRoot={(props) => (
            <Link to="/connections/$connectionId/pairs/$itemId" params={{ connectionId, itemId }} {...props} />
          )}
        >
          {t('sync.history')}
        </Anchor>
      </Table.Td>
    </Table.Tr>
  )
}
