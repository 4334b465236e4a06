import { Button, Center, Group, Loader, Stack, Text, Textarea } from '@mantine/core'
import type { HeldMessage, SyncItem } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useHeldMessage } from '../api/use-held-message.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface EditMessageProps {
  readonly item: SyncItem
  readonly remote: string
  /** Why nobody may edit it here; undefined when it can be. */
  readonly reason: string | undefined
}

/** What the other side sent and the rules could not take: a person corrects it here. It is asked for only while this is open. */
export function EditMessage({ item, remote, reason }: EditMessageProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <>
      <ReasonedButton reason={reason} onClick={() => setOpened(true)}>
        {t('sync.actions.edit.label')}
      </ReasonedButton>
      <Dialog opened={opened} size="lg" title={t('sync.actions.edit.label')} onClose={close}>
        {opened ? <HeldFields item={item} remote={remote} onClose={close} /> : null}
      </Dialog>
    </>
  )
}

interface PartProps extends Pick<EditMessageProps, 'item' | 'remote'> {
  readonly onClose: () => void
}

function HeldFields(props: PartProps) {
  const { t } = useTranslation()
  const held = useHeldMessage(props.item.id)
  if (held.error) return <ProblemNotice thrown={held.error} onRetry={() => void held.refetch()} />
  if (held.data) return <EditForm {...props} message={held.data} />
  return (
    <Center mih={120} role="status" aria-label={t('common.loading')}>
      <Loader />
    </Center>
  )
}

function EditForm({ item, remote, message, onClose }: PartProps & { readonly message: HeldMessage }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [text, setText] = useState(() => JSON.stringify(message.replica, null, 2))
  const [wrong, setWrong] = useState<string | null>(null)
  const call = useConsoleCall('editSyncItem')
  const save = () => {
    const read = readObject(text)
    if ('reason' in read) return setWrong(t('sync.actions.edit.wrong', { reason: read.reason }))
    setWrong(null)
    const done = () => {
      announce(t('sync.actions.edit.done', { key: item.local.key ?? '' }))
      onClose()
    }
    call.mutate({ params: { itemId: item.id }, body: { replica: read.value } }, { onSuccess: done })
  }
  return (
    <Stack gap="md">
      <Text fz="sm">{t('sync.actions.edit.text', { remote })}</Text>
      <Textarea
        label={t('sync.actions.edit.field')}
        autosize
        minRows={8}
        maxRows={24}
        spellCheck={false}
        error={wrong}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {call.error ? <ProblemNotice thrown={call.error} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button loading={call.isPending} onClick={save}>
          {t('sync.actions.edit.label')}
        </Button>
      </Group>
    </Stack>
  )
}

function readObject(text: string): { readonly value: HeldMessage['replica'] } | { readonly reason: string } {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as HeldMessage['replica'] }
    return { reason: '{ … }' }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : '' }
  }
}
