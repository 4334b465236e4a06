import { Button, Center, Code, Group, Loader, Stack, Text } from '@mantine/core'
import type { MessageContent as Content, SyncItem } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useSyncMessage } from '../api/use-sync-message.ts'
import { TestedEntries } from '../configuration/test-run/tested-entries.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface MessageContentProps {
  readonly item: SyncItem
  readonly mid: string
  readonly opened: boolean
  readonly onClose: () => void
}

/** What a message said, asked for while this is open. */
export function MessageContent({ item, mid, opened, onClose }: MessageContentProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useSyncMessage(item.id, mid, opened)
  return (
    <Dialog opened={opened} size="lg" title={t('item.content.show')} onClose={onClose}>
      <Stack gap="md">
        <Text fz="sm">{t('item.content.text')}</Text>
        {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
        {data ? <Said content={data} /> : null}
        {!data && !error ? (
          <Center mih={120} role="status" aria-label={t('common.loading')}>
            <Loader />
          </Center>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('item.replay.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Said({ content: { replica, comments, files } }: { readonly content: Content }) {
  const { t } = useTranslation()
  if (replica === null) return <Text fz="sm">{t('item.content.none')}</Text>
  return (
    <>
      <Code block tabIndex={0} aria-label={t('item.content.fields')} className="accord-payload">
        {JSON.stringify(replica, null, 2)}
      </Code>
      <TestedEntries
        title={t('testRun.comments')}
        entries={comments.map(({ author, body, isInternal }) => ({ head: author, body, isInternal }))}
        files={files}
      />
    </>
  )
}
