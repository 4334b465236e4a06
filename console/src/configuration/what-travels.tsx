import { Text } from '@mantine/core'
import type { SyncConfiguration } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useFieldLabels } from '../api/use-sync-access.ts'
import { Panel } from '../parts/panel.tsx'
import { fieldList } from './field-names.ts'
import { templateOf } from './needed-access.ts'

interface WhatTravelsProps {
  readonly configuration: SyncConfiguration
  readonly local: string
  readonly remote: string
}

/** In plain words: what leaves this side, and what may be written here. */
export function WhatTravels({ configuration, local, remote }: WhatTravelsProps) {
  const { t, i18n } = useTranslation()
  const { sends, writes } = templateOf(configuration)
  const labels = useFieldLabels(configuration.table)
  return (
    <div>
      <div className="accord-pair">
        <Panel title={t('configure.leaves.title', { local })}>
          <Text fz="sm">{t('configure.leaves.lead', { remote })}</Text>
          <Text fz="sm" fw={500}>
            {fieldList(sends, labels, i18n.language)}
          </Text>
          <Text fz="sm" c="dimmed">
            {t('configure.leaves.never')}
          </Text>
        </Panel>
        <Panel title={t('configure.written.title', { local })}>
          <Text fz="sm">{t('configure.written.lead', { remote })}</Text>
          <Text fz="sm" fw={500}>
            {fieldList(writes, labels, i18n.language)}
          </Text>
          <Text fz="sm" c="dimmed">
            {t('configure.written.never')}
          </Text>
        </Panel>
      </div>
      {configuration.isBasic ? null : (
        <Text fz="xs" c="dimmed" mt="xs">
          {t('configure.other')}
        </Text>
      )}
    </div>
  )
}
