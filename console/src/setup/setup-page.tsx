import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { useHost } from '../host/console-host.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { PairedNode } from './paired-node.tsx'
import { SetupTasks } from './setup-tasks.tsx'

export function SetupPage() {
  const { t } = useTranslation()
  const { paired, copyOf } = useSession()
  const { parts } = useHost()
  if (parts) return <parts.Setup />
  return (
    <Stack gap="md" maw="52rem">
      <PageHeading title={t('setup.title')} lead={paired ? undefined : t('setup.lead')} />
      {copyOf === undefined ? null : <Notice tone="attention">{t('setup.copyOf', { url: copyOf })}</Notice>}
      {paired ? <PairedNode /> : <SetupTasks />}
    </Stack>
  )
}
