import { Button, Group, Stack, Table, Text } from '@mantine/core'
import type { Comparison, ComparisonView } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useComparison } from '../api/use-comparison.ts'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ConfirmDialog } from '../parts/confirm-dialog.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface ComparisonPanelProps {
  readonly connectionId: string
  readonly comparison: Comparison
  readonly remote: string
}

/** After a restore: how far both sides have compared, and what a person has to see before anything here is overwritten. */
export function ComparisonPanel({ connectionId, comparison, remote }: ComparisonPanelProps) {
  const { t, i18n } = useTranslation()
  const [isOpen, setIsOpen] = useState(true)
  const { reason, state, total, open, differing } = comparison
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const counts = t('sync.comparison.counts', {
    compared: number(Math.max(0, total - open)),
    total: number(total),
    differing: number(differing),
  })
  if (state !== 'waiting')
    return (
      <Notice tone="waiting">
        {t(`sync.comparison.reasons.${reason}`, { remote })} {t('sync.comparison.comparing')} {counts}
      </Notice>
    )
  return (
    <Panel title={t('sync.comparison.title')}>
      <Stack gap="sm">
        <Text>
          {t(`sync.comparison.reasons.${reason}`, { remote })} {counts}
        </Text>
        {isOpen ? (
          <WaitingComparison connectionId={connectionId} remote={remote} onKeepWaiting={() => setIsOpen(false)} />
        ) : (
          <Group>
            <Button variant="default" onClick={() => setIsOpen(true)}>
              {t('sync.comparison.show')}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  )
}

interface WaitingProps {
  readonly connectionId: string
  readonly remote: string
  readonly onKeepWaiting: () => void
}

function WaitingComparison({ connectionId, remote, onKeepWaiting }: WaitingProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const announce = useAnnounce()
  const view = useComparison(connectionId)
  const call = useConsoleCall('goOnComparing')
  const [isAsked, setIsAsked] = useState(false)
  const goOn = () => {
    if (call.isPending) return
    call.mutate({ params: { connectionId } }, { onSuccess: () => announce(t('sync.comparison.done')) })
  }
  return (
    <>
      <Text maw="44rem">{t('sync.comparison.text', { remote })}</Text>
      {view.error ? <ProblemNotice thrown={view.error} onRetry={() => void view.refetch()} /> : null}
      {view.data ? <DifferingRecords records={view.data.records} remote={remote} /> : null}
      <Group gap="sm">
        <ReasonedButton
          variant="filled"
          reason={roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')}
          onClick={() => setIsAsked(true)}
        >
          {t('sync.comparison.goOn')}
        </ReasonedButton>
        <Button variant="default" onClick={onKeepWaiting}>
          {t('sync.comparison.keepWaiting')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={isAsked}
        title={t('sync.comparison.goOn')}
        confirm={t('sync.comparison.goOn')}
        cancel={t('sync.comparison.keepWaiting')}
        danger
        busy={call.isPending}
        onConfirm={goOn}
        onCancel={() => setIsAsked(false)}
      >
        <Stack gap="md">
          <Text>{t('sync.comparison.confirm', { remote })}</Text>
          {call.error ? <ProblemNotice thrown={call.error} onRetry={goOn} /> : null}
        </Stack>
      </ConfirmDialog>
    </>
  )
}

function DifferingRecords({ records, remote }: Pick<ComparisonView, 'records'> & { readonly remote: string }) {
  const { t } = useTranslation()
  return (
    <div className="accord-stacked">
      <Table verticalSpacing="xs" layout="fixed" aria-label={t('sync.comparison.list')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="25%">{t('sync.record')}</Table.Th>
            <Table.Th w="25%">{t('sync.remoteRecord', { remote })}</Table.Th>
            <Table.Th>{t('sync.fault.paths')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map(({ itemId, localKey, remoteKey, paths }) => (
            <Table.Tr key={itemId}>
              <Table.Td data-label={t('sync.record')}>{localKey ?? t('sync.unnamed')}</Table.Td>
              <Table.Td data-label={t('sync.remoteRecord', { remote })}>{remoteKey ?? t('sync.unnamed')}</Table.Td>
              <Table.Td data-label={t('sync.fault.paths')} style={{ overflowWrap: 'anywhere' }}>
                <code>{paths.join(', ')}</code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
