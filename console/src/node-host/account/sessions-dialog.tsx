import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { absoluteTime } from '../../parts/relative-time.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

interface SessionsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Where this user is signed in, with the way to end what is not here. */
export function SessionsDialog({ opened, onClose }: SessionsDialogProps) {
  const { t, i18n } = useTranslation(['translation', 'node'])
  const host = useNodeHost()
  const list = useQuery({ queryKey: ['sessions'], queryFn: () => host.call('listSessions', {}), enabled: opened })
  const end = useAccountCall(() => host.call('endOtherSessions', {}))
  const sessions = list.data?.sessions ?? []
  const error = list.error ?? end.error
  return (
    <Dialog opened={opened} title={t('node:sessions')} onClose={onClose} size="lg">
      <Stack gap="md">
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {sessions.map(({ current, startedAt, lastSeenAt, address, browser }) => (
            <li key={startedAt + address}>
              <Text fz="sm" fw={600}>
                {current ? t('node:thisSession', { address }) : address}
              </Text>
              <Text fz="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {t('node:sessionTimes', {
                  since: absoluteTime(startedAt, i18n.language),
                  seen: absoluteTime(lastSeenAt, i18n.language),
                })}{' '}
                {browser}
              </Text>
            </li>
          ))}
        </Stack>
        {error ? <ProblemNotice thrown={error} /> : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.done')}
          </Button>
          <Button
            disabled={sessions.length < 2}
            loading={end.isPending}
            onClick={() => end.mutate(undefined, { onSuccess: () => void list.refetch() })}
          >
            {t('node:endOthers')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
