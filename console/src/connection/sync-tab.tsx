import { Stack, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'

/** Says honestly what can be configured today, who owns what, and what comes later. */
export function SyncTab({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { localShortName: local, remoteShortName: remote } = connection
  return (
    <Stack gap="md">
      <Text maw="44rem">{t('connection.sync.mode', { mode: t(`modes.${connection.mode}.title`) })}</Text>
      <Notice tone="waiting">{t('connection.sync.later')}</Notice>
      <div className="accord-pair">
        <Panel title={t('connection.sync.ours', { local })}>
          <DescriptionList
            items={[
              { label: t('connection.sync.owner'), value: t('connection.sync.ownerLocal') },
              { label: t('connection.sync.outgoing'), value: t('connection.sync.none') },
              { label: t('connection.sync.incoming'), value: t('connection.sync.none') },
            ]}
          />
        </Panel>
        <Panel title={t('connection.sync.theirs', { remote })}>
          <DescriptionList
            items={[
              { label: t('connection.sync.owner'), value: t('connection.sync.ownerRemote', { remote }) },
              { label: t('connection.sync.outgoing'), value: t('connection.sync.hidden') },
              { label: t('connection.sync.incoming'), value: t('connection.sync.hidden') },
            ]}
          />
        </Panel>
      </div>
      <Text maw="44rem">{t('connection.sync.each', { local, remote })}</Text>
    </Stack>
  )
}
