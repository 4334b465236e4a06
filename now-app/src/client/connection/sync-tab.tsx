import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'

/** Says honestly what can be configured today, who owns what, and what comes later. */
export function SyncTab({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const names = { local: connection.localShortName, remote: connection.remoteShortName }
  return (
    <Panel>
      <Stack gap="md" maw="44rem">
        <Text>{t('connection.sync.mode', { mode: t(`modes.${connection.mode}.title`) })}</Text>
        <Text>{t('connection.sync.each', names)}</Text>
        <Notice tone="waiting">{t('connection.sync.later')}</Notice>
      </Stack>
    </Panel>
  )
}
