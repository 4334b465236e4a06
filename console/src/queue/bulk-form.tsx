import { Button, Center, Group, Loader, Stack, Table, Text } from '@mantine/core'
import type { BulkCheck, SyncItem } from '@accord/shared/schemas'
import type { BulkStep } from '@accord/shared/sync'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllQueued } from '../api/use-all-pairs.ts'
import { useConsoleCall } from '../api/use-console-call.ts'
import { pairsFile, saveAs } from '../items/save-pairs.ts'
import { StatusCell } from '../items/pair-cells.tsx'
import { useAnnounce } from '../parts/announcer.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { bulkOf, meantView, questionOf, type QueueView } from './queue-view.ts'

interface BulkFormProps {
  readonly step: BulkStep
  readonly view: QueueView
  readonly onClose: () => void
}

/** With how many it would be done, with which, and what nobody can take back; then it begins. */
export function BulkForm({ step, view, onClose }: BulkFormProps) {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const check = useConsoleCall('checkBulk')
  const begin = useConsoleCall('beginBulk')
  const meant = bulkOf(step, view)
  const { mutate } = check
  // Once, when it opens: what it says belongs to that moment.
  useEffect(() => mutate({ body: bulkOf(step, view) }), [mutate, step, view])
  const { data } = check
  const start = () => {
    if (!data || begin.isPending) return
    const done = () => {
      announce(t('bulk.began'))
      onClose()
    }
    begin.mutate({ body: { ...meant, asOf: data.asOf } }, { onSuccess: done })
  }
  const number = new Intl.NumberFormat(i18n.language).format(data?.count ?? 0)
  return (
    <Stack gap="md">
      <Text fz="sm">{t(`bulk.texts.${step}`)}</Text>
      {check.error ? <ProblemNotice thrown={check.error} onRetry={() => mutate({ body: meant })} /> : null}
      {data ? <Checked check={data} view={meantView(step, view)} number={number} /> : null}
      {!data && !check.error ? (
        <Center mih={80} role="status" aria-label={t('bulk.counting')}>
          <Loader />
        </Center>
      ) : null}
      {begin.error ? <ProblemNotice thrown={begin.error} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" autoFocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {data && data.count > 0 ? (
          <Button loading={begin.isPending} {...(step === 'retry' ? {} : { color: 'red.9' })} onClick={start}>
            {t('bulk.confirm', { label: t(`bulk.labels.${step}`), number })}
          </Button>
        ) : null}
      </Group>
    </Stack>
  )
}

interface CheckedProps {
  readonly check: BulkCheck
  readonly view: QueueView
  readonly number: string
}

function Checked({ check: { count, sample }, view, number }: CheckedProps) {
  const { t } = useTranslation()
  if (count === 0) return <Text role="status">{t('bulk.none')}</Text>
  return (
    <>
      <Text role="status">
        <strong>{t('bulk.count', { count, number })}</strong> {t('bulk.later')}
      </Text>
      <Text fz="sm">{t('bulk.sample', { count: sample.length })}</Text>
      <div className="accord-sample">
        <Table verticalSpacing="xs" aria-label={t('bulk.title')}>
          <Table.Tbody>
            {sample.map((item) => (
              <SampleRow key={item.id} item={item} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <SaveAll view={view} />
    </>
  )
}

function SampleRow({ item }: { readonly item: SyncItem }) {
  const { t } = useTranslation()
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {item.local.key ?? t('sync.unnamed')} ⇄ {item.remote.key ?? t('sync.unnamed')}
      </Table.Td>
      <StatusCell item={item} remote={t('queue.other')} />
    </Table.Tr>
  )
}

function SaveAll({ view }: Pick<CheckedProps, 'view'>) {
  const { t } = useTranslation()
  const [read, setRead] = useState(0)
  const all = useAllQueued(questionOf(view), setRead)
  const save = () => all.mutate(undefined, { onSuccess: (pages) => saveAs('pairs.csv', pairsFile(pages)) })
  return (
    <Group gap="sm">
      <Button variant="default" disabled={all.isPending} onClick={save}>
        {t('bulk.csv')}
      </Button>
      <Text fz="sm" role="status">
        {all.isPending ? t('bulk.reading', { count: read }) : null}
      </Text>
      {all.error ? <ProblemNotice thrown={all.error} onRetry={save} /> : null}
    </Group>
  )
}
