import { Button, Group, Stack, Text } from '@mantine/core'
import type { ItemMessage, SyncItemDetail, TestSubject } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReplay, useVersions } from '../api/use-replay.ts'
import { TestResult } from '../configuration/test-run/test-result.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { VersionChoice } from './version-choice.tsx'

interface ReplayProps {
  readonly message: ItemMessage
  readonly detail: SyncItemDetail
  readonly remote: string
  readonly onClose: () => void
}

/** A message, or the record of one of ours, runs through a version that the person chooses; nothing is written. */
export function ReplayMessage({ opened, ...props }: ReplayProps & { readonly opened: boolean }) {
  const { t } = useTranslation()
  return (
    <Dialog opened={opened} size="lg" title={t('item.replay.label')} onClose={props.onClose}>
      {opened ? <ReplayForm {...props} /> : null}
    </Dialog>
  )
}

function ReplayForm({ remote, onClose, ...of }: ReplayProps) {
  const { t } = useTranslation()
  const { direction, versions, version, choose, ran, replay, canRun, run } = useReplaying(of)
  const { error, refetch } = versions
  return (
    <Stack
      gap="md"
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <Text fz="sm">{t(`item.replay.${direction}`)}</Text>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {versions.data ? <VersionChoice {...{ direction, version, ran }} all={versions.data} onChoose={choose} /> : null}
      <div role="status">
        {replay.error ? <ProblemNotice thrown={replay.error} /> : null}
        {replay.data ? <TestResult tested={replay.data} remote={remote} /> : null}
      </div>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('item.replay.close')}
        </Button>
        <Button type="submit" loading={replay.isPending} disabled={!canRun}>
          {t('testRun.run')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Which version is chosen, the newest at first, and what it made of the message. */
function useReplaying({ message, detail: { item, steps } }: Pick<ReplayProps, 'message' | 'detail'>) {
  const { i18n } = useTranslation()
  const direction = message.direction === 'in' ? 'incoming' : 'outgoing'
  const ran = steps.find(({ mid, version }) => mid === message.mid && version !== null)?.version ?? undefined
  const versions = useVersions(item.connectionId, true)
  const replay = useReplay(item.connectionId)
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  const all = versions.data?.versions ?? []
  const own = all.filter((each) => each.direction === direction)
  const version = own.find((each) => each.version === chosen) ?? own[0]
  // The other script takes part as it is now: it says what would go back.
  const other = all.find((each) => each.direction !== direction)
  const subject = subjectOf(message, item)
  const choose = (next: number) => {
    setChosen(next)
    replay.reset()
  }
  const run = () => {
    if (!version || !other || !subject || replay.isPending) return
    const scripts =
      direction === 'incoming' ? { incoming: version, outgoing: other } : { incoming: other, outgoing: version }
    replay.mutate({ table: item.table, subject, scripts, language: i18n.language })
  }
  const canRun = version !== undefined && other !== undefined && subject !== undefined
  return { direction, versions, version, choose, ran, replay, canRun, run } as const
}

/** What comes in is the message itself; what leaves is made of our record. */
function subjectOf(
  { direction, messageId }: ItemMessage,
  { id, local }: SyncItemDetail['item'],
): TestSubject | undefined {
  if (direction === 'in') return { kind: 'message', itemId: id, ...(messageId !== null && { messageId }) }
  return local.key ? { kind: 'record', key: local.key } : undefined
}
