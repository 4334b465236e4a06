import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface ConnectRecordsProps {
  readonly connectionId: string
  readonly remote: string
}

/** Two records that are there already become a pair, by what people call them. */
export function ConnectRecords({ connectionId, remote }: ConnectRecordsProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  // A link of a record's page names that record.
  const { connect } = useSearch({ from: '/connections/$connectionId' })
  const [opened, setOpened] = useState(connect !== undefined)
  return (
    <>
      <ReasonedButton
        reason={roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')}
        onClick={() => setOpened(true)}
      >
        {t('sync.connect.label')}
      </ReasonedButton>
      <Dialog opened={opened} title={t('sync.connect.label')} onClose={() => setOpened(false)}>
        <ConnectForm
          connectionId={connectionId}
          remote={remote}
          first={connect ?? ''}
          onDone={() => setOpened(false)}
        />
      </Dialog>
    </>
  )
}

interface ConnectFormProps extends ConnectRecordsProps {
  /** The record here, where it is known already. */
  readonly first: string
  readonly onDone: () => void
}

function ConnectForm({ connectionId, remote, first, onDone }: ConnectFormProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [localKey, setLocalKey] = useState(first)
  const [remoteKey, setRemoteKey] = useState('')
  const call = useConsoleCall('connectRecords')
  const connect = () => {
    if (call.isPending) return
    const done = () => {
      announce(t('sync.connect.done', { local: localKey, remote: remoteKey }))
      onDone()
    }
    const body = { localKey: localKey.trim(), remoteKey: remoteKey.trim() }
    call.mutate({ params: { connectionId }, body }, { onSuccess: done })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        connect()
      }}
    >
      <Stack gap="md">
        <Text fz="sm">{t('sync.connect.text', { remote })}</Text>
        <TextInput
          label={t('sync.connect.local')}
          required
          data-autofocus
          value={localKey}
          onChange={(event) => setLocalKey(event.currentTarget.value)}
        />
        <TextInput
          label={t('sync.connect.remote', { remote })}
          required
          value={remoteKey}
          onChange={(event) => setRemoteKey(event.currentTarget.value)}
        />
        {call.error ? <ProblemNotice thrown={call.error} onRetry={connect} /> : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={call.isPending}>
            {t('sync.connect.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
